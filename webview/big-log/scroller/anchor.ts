/** What stands at the upper edge of the view: a row, and how many pixels of it are above the edge. */
export interface Anchor {
  readonly row: number;
  readonly offset: number;
}

/** What is scrolled. Heights and lengths in CSS pixels. */
export interface Extent {
  /** Up to 10⁹ and more: nothing here is summed over them. */
  readonly rows: number;
  readonly viewport: number;
  /** Of every row, or of an average one where `heightOf` is given. */
  readonly rowHeight: number;
  /** Of wrapped rows; null where all are equal. */
  readonly heightOf: ((row: number) => number) | null;
}

export const topAnchor: Anchor = { row: 0, offset: 0 };

/** A longer way is gone by the average height: heights of what is jumped over are not known. */
const mostWalkedRows = 200;

const heightAt = (extent: Extent, row: number) => extent.heightOf?.(row) ?? extent.rowHeight;

/** The anchor `pixels` further down, within what can be scrolled. */
export function scrolled(anchor: Anchor, pixels: number, extent: Extent): Anchor {
  const isFar = Math.abs(pixels) > mostWalkedRows * extent.rowHeight;
  const moved = extent.heightOf && !isFar ? walked(anchor, pixels, extent) : jumped(anchor, pixels, extent);
  return clamped(moved, extent);
}

function jumped(anchor: Anchor, pixels: number, { rowHeight }: Extent): Anchor {
  const whole = Math.floor((anchor.offset + pixels) / rowHeight);
  return { row: anchor.row + whole, offset: anchor.offset + pixels - whole * rowHeight };
}

function walked(anchor: Anchor, pixels: number, extent: Extent): Anchor {
  let { row } = anchor;
  let offset = anchor.offset + pixels;
  while (offset < 0 && row > 0) offset += heightAt(extent, --row);
  while (row < extent.rows && offset >= heightAt(extent, row)) offset -= heightAt(extent, row++);
  return { row, offset };
}

/** The nearest anchor that leaves no room below the last row. */
export function clamped(anchor: Anchor, extent: Extent): Anchor {
  if (anchor.row < 0 || anchor.offset < 0) return topAnchor;
  const last = lastAnchor(extent);
  return isBefore(last, anchor) ? last : anchor;
}

/** With the last row at the lower edge. */
export function lastAnchor(extent: Extent): Anchor {
  let row = extent.rows;
  let room = extent.viewport;
  if (!extent.heightOf) {
    const above = extent.rows * extent.rowHeight - extent.viewport;
    return above <= 0 ? topAnchor : jumped(topAnchor, above, extent);
  }
  while (row > 0 && room > 0) room -= heightAt(extent, --row);
  return room > 0 ? topAnchor : { row, offset: -room };
}

function isBefore(a: Anchor, b: Anchor): boolean {
  return a.row < b.row || (a.row === b.row && a.offset < b.offset);
}

export function isAtEnd(anchor: Anchor, extent: Extent): boolean {
  return !isBefore(anchor, lastAnchor(extent));
}

/** The row at a height of the view, as an anchor would have it; past the last row, the last. */
export function rowAt(anchor: Anchor, y: number, extent: Extent): Anchor {
  const found = extent.heightOf ? walked(anchor, y, extent) : jumped(anchor, y, extent);
  if (found.row < 0) return topAnchor;
  if (found.row < extent.rows) return found;
  const row = Math.max(0, extent.rows - 1);
  return { row, offset: heightAt(extent, row) };
}

/** Scrolls no more than it must so that the row is seen whole; `centred` puts it into the middle where it was not seen. */
export function revealing(anchor: Anchor, row: number, extent: Extent, centred: boolean): Anchor {
  if (row < anchor.row || (row === anchor.row && anchor.offset > 0))
    return centred ? centredOn(row, extent) : clamped({ row, offset: 0 }, extent);
  const end = scrolled({ row, offset: 0 }, heightAt(extent, row) - extent.viewport, extent);
  if (!isBefore(anchor, end)) return anchor;
  return centred ? centredOn(row, extent) : end;
}

function centredOn(row: number, extent: Extent): Anchor {
  const room = extent.viewport - heightAt(extent, row);
  return scrolled({ row, offset: 0 }, -Math.max(0, Math.floor(room / 2)), extent);
}
