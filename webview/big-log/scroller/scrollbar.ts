import { type Anchor, clamped, type Extent, lastAnchor, topAnchor } from './anchor';

/** A smaller thumb could not be caught. */
const minThumb = 24;

/** In pixels of the track. */
export interface Thumb {
  readonly start: number;
  readonly length: number;
}

/** Null where all rows are seen. */
export function thumbOf(anchor: Anchor, extent: Extent, track: number): Thumb | null {
  const last = positionOf(lastAnchor(extent), extent);
  if (last <= 0 || track <= 0) return null;
  const seen = Math.max(0, extent.rows - last) / extent.rows;
  const length = Math.min(track, Math.max(minThumb, track * seen));
  return { start: Math.min(1, positionOf(anchor, extent) / last) * (track - length), length };
}

/** The anchor for a thumb that was dragged to begin at `start`: a place between two rows where there is room for it. */
export function anchorOfThumb(start: number, extent: Extent, track: number): Anchor {
  const thumb = thumbOf(topAnchor, extent, track);
  if (!thumb || track <= thumb.length) return topAnchor;
  const share = Math.min(1, Math.max(0, start / (track - thumb.length)));
  return anchorOfShare(share, extent);
}

/** `share` of the way: 0 is the beginning, 1 the end. */
function anchorOfShare(share: number, extent: Extent): Anchor {
  const position = share * positionOf(lastAnchor(extent), extent);
  const row = Math.floor(position);
  return clamped({ row, offset: (position - row) * heightAt(extent, row) }, extent);
}

/** In rows, with a fraction. */
function positionOf(anchor: Anchor, extent: Extent): number {
  return anchor.row + anchor.offset / heightAt(extent, anchor.row);
}

function heightAt(extent: Extent, row: number): number {
  return Math.max(1, extent.heightOf?.(row) ?? extent.rowHeight);
}
