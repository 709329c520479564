import { type StyledText, styledText } from '../../engine/text/ansi-styles';
import { type LineSource, mostScannedBytes } from './line-source';

/** Of a row's line no more is read: 10,000 characters of Chinese, and as much again of escapes. */
const mostRowBytes = 64 << 10;
/** Strings end at 2²⁹ UTF-16 units. */
const mostUnits = 400_000_000;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** A line's bytes without its line end. */
export interface LineSpan {
  readonly start: number;
  readonly end: number;
}

/** `end` is as far as was looked where the line's own is further away. */
export function spanOfLine(source: LineSource, start: number): LineSpan {
  const next = source.nextStart(start);
  if (next === undefined) return { start, end: Math.min(source.bytes, start + mostScannedBytes) };
  const tail = source.read(Math.max(start, next - 2), next);
  return { start, end: next - lineEndBytes(tail.at(-2), tail.at(-1)) };
}

function lineEndBytes(before: number | undefined, last: number | undefined): number {
  if (last === carriageReturn) return 1;
  if (last !== lineFeed) return 0;
  return before === carriageReturn ? 2 : 1;
}

/** The beginning of a line, and how many of its bytes are left out. */
export function shownText(
  source: LineSource,
  { start, end }: LineSpan,
  limit: number,
): StyledText & { readonly cutBytes: number } {
  const bytes = source.read(start, Math.min(end, start + mostRowBytes));
  const shown = styledText(bytes, 0, bytes.length, limit);
  return { ...shown, cutBytes: end - start - shown.bytes };
}

/** UTF-16 units `[from, from + length)` of a line of any length, ANSI escapes left out. */
export function pieceOfLine(source: LineSource, span: LineSpan, from: number, length: number): string {
  const until = Math.min(from + length, mostUnits);
  const size = span.end - span.start;
  // Three bytes a unit are enough, but for escapes.
  for (let bytes = until * 3 + mostRowBytes; ; bytes *= 2) {
    const read = source.read(span.start, span.start + Math.min(bytes, size));
    const { text } = styledText(read, 0, read.length, until);
    if (text.length >= until - 1 || bytes >= size) return text.slice(from);
  }
}
