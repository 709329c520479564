/** The line splitter cuts lines at 64 KiB; one that is longer is edited as far as that. */
const longestLine = 1 << 16;
const longestReplacement = 32;

/** A stretch of bytes, as readers take them. */
export interface LineBytes {
  bytes: Uint8Array;
  start: number;
  end: number;
}

/**
 * A line in which one stretch is replaced: an odd time stamp by one that every format knows. What a format then finds is
 * told in offsets of the original.
 */
export class LineEdit implements LineBytes {
  readonly bytes = new Uint8Array(longestLine + longestReplacement);
  readonly start = 0;
  end = 0;
  private shift = 0;
  private from = 0;
  private editedEnd = 0;
  private behind = 0;

  /** Copies `line` with `[from, to)` replaced. */
  replace(line: LineBytes, from: number, to: number, replacement: Uint8Array): void {
    const lineEnd = Math.min(line.end, line.start + longestLine);
    this.shift = line.start;
    this.from = from - line.start;
    this.editedEnd = this.from + replacement.length;
    copy(line.bytes, line.start, from, this.bytes, 0);
    this.bytes.set(replacement, this.from);
    copy(line.bytes, to, lineEnd, this.bytes, this.editedEnd);
    this.end = this.editedEnd + Math.max(0, lineEnd - to);
    this.behind = to;
  }

  /** Where in the original a position of the edited line stands; within the replacement, where the stretch begins. */
  original(position: number): number {
    if (position <= this.from) return this.shift + position;
    return position < this.editedEnd ? this.shift + this.from : this.behind + position - this.editedEnd;
  }
}

function copy(source: Uint8Array, from: number, to: number, target: Uint8Array, at: number): void {
  if (to > from) target.set(source.subarray(from, to), at);
}
