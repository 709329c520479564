import { maxLineBytes } from '../text/line-splitter';

const lineFeed = 0x0a;

/** The lines of one record with a line feed between, as much of them as is kept of a line. */
export class JoinedLines {
  bytes = new Uint8Array(0);
  /** 0 where no line was added. */
  length = 0;

  add(bytes: Uint8Array, start: number, end: number): void {
    if (this.length > 0) this.put(Uint8Array.of(lineFeed));
    this.put(bytes.subarray(start, end));
  }

  clear(): void {
    this.length = 0;
  }

  copy(): JoinedLines {
    const copy = new JoinedLines();
    copy.put(this.bytes.subarray(0, this.length));
    return copy;
  }

  private put(bytes: Uint8Array): void {
    const kept = bytes.subarray(0, Math.max(0, maxLineBytes - this.length));
    const wanted = this.length + kept.length;
    if (wanted > this.bytes.length) {
      const larger = new Uint8Array(Math.min(maxLineBytes, Math.max(wanted, 2 * this.bytes.length)));
      larger.set(this.bytes.subarray(0, this.length));
      this.bytes = larger;
    }
    this.bytes.set(kept, this.length);
    this.length = wanted;
  }
}
