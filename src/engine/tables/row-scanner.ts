const quote = 0x22;

/** Columns told apart; what is further right belongs to the last. */
export const maxColumns = 256;

/**
 * Cuts one row of delimited text (RFC 4180; tabs, semicolons and blanks too) into its fields, over bytes and without
 * an object a field. A quote that closes without a delimiter behind it was an ordinary character.
 */
export class RowScanner {
  /** Field `i` is `bytes[starts[i], ends[i])`, without its quotes. */
  readonly starts = new Int32Array(maxColumns);
  readonly ends = new Int32Array(maxColumns);
  /** 1 where the field holds doubled quotes. */
  readonly doubled = new Uint8Array(maxColumns);
  count = 0;
  /** The row ends within a quoted field: it goes on in the next line. */
  open = false;
  /** A quote stands within a field that is not quoted: a piece of a row, or text that is no table's. */
  strayQuote = false;

  scan(bytes: Uint8Array, start: number, end: number, delimiter: number): void {
    this.count = 0;
    this.open = false;
    this.strayQuote = false;
    for (let at = start; ; ) {
      const after = bytes[at] === quote && at < end ? this.quoted(bytes, at, end, delimiter) : -1;
      at = after >= 0 ? after : this.bare(bytes, at, end, delimiter);
      if (at > end || this.open) return;
    }
  }

  /** Behind the field's delimiter, or behind `end` where it is the last; -1 where it is no quoted field. */
  private quoted(bytes: Uint8Array, at: number, end: number, delimiter: number): number {
    let doubled = 0;
    for (let i = at + 1; i < end; i++) {
      if (bytes[i] !== quote) continue;
      if (i + 1 < end && bytes[i + 1] === quote) {
        doubled = 1;
        i++;
      } else if (i + 1 === end || bytes[i + 1] === delimiter) {
        this.add(at + 1, i, doubled);
        return i + 2;
      } else return -1;
    }
    this.add(at + 1, end, doubled);
    this.open = true;
    return end + 1;
  }

  private bare(bytes: Uint8Array, at: number, end: number, delimiter: number): number {
    const stop = this.count < maxColumns - 1 ? delimiter : -1;
    let i = at;
    for (; i < end && bytes[i] !== stop; i++) if (bytes[i] === quote) this.strayQuote = true;
    this.add(at, i, 0);
    return i + 1;
  }

  private add(start: number, end: number, doubled: number): void {
    if (this.count === maxColumns) return;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.doubled[this.count++] = doubled;
  }
}
