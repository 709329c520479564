/** What is kept of one line; a longer one is handed over cut, with its true length. */
export const maxLineBytes = 64 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The line is `bytes[start, end)` without its line end, valid only during the call.
 * `offset` is its first byte in the source; `length` its true length, above `end - start` when it was cut.
 */
export type OnLine = (bytes: Uint8Array, start: number, end: number, offset: number, length: number) => void;

/**
 * Cuts a stream of UTF-8 chunks into lines as VS Code counts them: CR LF, LF and a lone CR end one.
 * Lines inside a chunk are handed over in place; one that crosses chunks is assembled in a carry buffer
 * of at most `maxLineBytes`, so a line of any length costs constant memory and is read once.
 */
export class LineSplitter {
  private readonly carry = new Uint8Array(maxLineBytes);
  private carried = 0;
  /** True length of the open line so far; what was cut counts. */
  private openLength = 0;
  private lineOffset = 0;
  private endedOnCarriageReturn = false;

  constructor(private readonly onLine: OnLine) {}

  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    let start = this.afterSplitLineEnd(chunk);
    let feed = indexOrEnd(chunk, lineFeed, start);
    let carriage = indexOrEnd(chunk, carriageReturn, start);
    while (feed !== carriage) {
      const end = Math.min(feed, carriage);
      const next = carriage === feed - 1 && feed < chunk.length ? feed + 1 : end + 1;
      this.close(chunk, start, end, next - end);
      start = next;
      if (feed < next) feed = indexOrEnd(chunk, lineFeed, next);
      if (carriage < next) carriage = indexOrEnd(chunk, carriageReturn, next);
    }
    this.endedOnCarriageReturn = start === chunk.length && start > 0 && chunk[start - 1] === carriageReturn;
    this.keep(chunk, start);
  }

  /** Hands over the last line if no line end closed it. */
  end(): void {
    if (this.openLength > 0) this.close(this.carry, 0, 0, 0);
  }

  /** A CR closed the last chunk: an LF that opens this one belongs to it. */
  private afterSplitLineEnd(chunk: Uint8Array): number {
    if (!this.endedOnCarriageReturn) return 0;
    this.endedOnCarriageReturn = false;
    if (chunk[0] !== lineFeed) return 0;
    this.lineOffset++;
    return 1;
  }

  private close(chunk: Uint8Array, start: number, end: number, lineEndBytes: number): void {
    const offset = this.lineOffset;
    const length = this.openLength + (end - start);
    this.lineOffset = offset + length + lineEndBytes;
    if (this.openLength === 0) {
      this.onLine(chunk, start, Math.min(end, start + maxLineBytes), offset, length);
      return;
    }
    this.keepBytes(chunk, start, end);
    const held = this.carried;
    this.carried = 0;
    this.openLength = 0;
    this.onLine(this.carry, 0, held, offset, length);
  }

  private keep(chunk: Uint8Array, start: number): void {
    if (start >= chunk.length) return;
    this.keepBytes(chunk, start, chunk.length);
    this.openLength += chunk.length - start;
  }

  private keepBytes(chunk: Uint8Array, start: number, end: number): void {
    const room = Math.min(end - start, maxLineBytes - this.carried);
    if (room <= 0) return;
    this.carry.set(chunk.subarray(start, start + room), this.carried);
    this.carried += room;
  }
}

/** Both searched bytes are equal (to the length) only when neither is left. */
function indexOrEnd(chunk: Uint8Array, byte: number, from: number): number {
  const index = chunk.indexOf(byte, from);
  return index === -1 ? chunk.length : index;
}
