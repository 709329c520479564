import { inputError } from '../files/input-problems';
import { type LogText, readBackBytes } from '../files/readable-log';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Reads a text mostly forwards, a window at a time: a read of the file for each line would take ten times as long. */
export class TextWindow {
  private bytes: Uint8Array = new Uint8Array(0);
  private start = 0;

  constructor(
    private readonly text: LogText,
    private readonly path: string,
  ) {}

  /** A line without its line end, in pieces; each is valid until the next. Throws InputError where the file has shrunk. */
  *line(start: number, end: number): Generator<Uint8Array> {
    const last = end - this.lineEndBytes(start, end);
    for (let at = start; at < last; ) {
      const piece = this.from(at, last);
      yield piece;
      at += piece.length;
    }
  }

  private lineEndBytes(start: number, end: number): number {
    if (start === end) return 0;
    const last = this.byteAt(start, end - 1);
    if (last === carriageReturn) return 1;
    if (last !== lineFeed) return 0;
    return end - 2 >= start && this.byteAt(start, end - 2) === carriageReturn ? 2 : 1;
  }

  /** In the window of the line where that holds it; of a line longer than a window its end is read beside. */
  private byteAt(start: number, at: number): number {
    if (at - start < readBackBytes) this.from(start, at + 1);
    const held = at - this.start;
    if (held >= 0 && held < this.bytes.length) return this.bytes[held];
    const [byte] = this.text.read(at, at + 1);
    if (byte === undefined) throw inputError('shrunk', this.path);
    return byte;
  }

  /** As much of `[start, end)` as a window holds. */
  private from(start: number, end: number): Uint8Array {
    const wanted = Math.min(end - start, readBackBytes);
    const held = start - this.start;
    if (held < 0 || held + wanted > this.bytes.length) {
      this.bytes = this.text.read(start, start + readBackBytes);
      this.start = start;
      if (this.bytes.length < wanted) throw inputError('shrunk', this.path);
    }
    const at = start - this.start;
    return this.bytes.subarray(at, at + wanted);
  }
}
