import { type ControlFinder, listLength, ScalarControls, stretchBytes } from './controls';
import { vectorMemory } from './vector-memory';

/** What is kept of one line; a longer one is handed over cut, with its true length. */
export const maxLineBytes = 64 * 1024;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const escapeByte = 0x1b;

/**
 * The line is `bytes[start, end)` without its line end, valid only during the call.
 * `offset` is its first byte in the source; `length` its true length, above `end - start` when it was cut.
 * `hasEscape` is false only where no ESC is in it.
 */
export type OnLine = (
  bytes: Uint8Array,
  start: number,
  end: number,
  offset: number,
  length: number,
  hasEscape: boolean,
) => void;

/**
 * Cuts a stream of UTF-8 chunks into lines as VS Code counts them: CR LF, LF and a lone CR end one.
 * Lines inside a chunk are handed over in place; one that crosses chunks is assembled in a carry buffer
 * of at most `maxLineBytes`, so a line of any length costs constant memory and is read once.
 *
 * One pass finds LF, CR and ESC together, as bytes below a blank: escape sequences need no search of their own. Bytes are
 * copied to where vectors can look through them, and lines are handed over from there: bench, service, line ends in 17 ns a
 * line, by words of four bytes in 42.
 */
export class LineSplitter {
  private readonly carry = new Uint8Array(maxLineBytes);
  private carried = 0;
  /** True length of the open line so far; what was cut counts. */
  private openLength = 0;
  private lineOffset = 0;
  private endedOnCarriageReturn = false;
  private hasEscape = false;
  private scalarList: Int32Array | undefined;

  constructor(private readonly onLine: OnLine) {}

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) at += this.take(at === 0 ? chunk : chunk.subarray(at));
  }

  /** The next `bytes` were read elsewhere; they and what was pushed so far end in a line feed. */
  skip(bytes: number): void {
    this.lineOffset += bytes;
  }

  /** Hands over the last line if no line end closed it; what is pushed afterwards goes on with it all the same. */
  end(): void {
    const { carry, carried, lineOffset, openLength, hasEscape } = this;
    if (openLength > 0) this.onLine(carry, 0, carried, lineOffset, openLength, hasEscape);
  }

  /** Cuts as much of the bytes as there is room for where vectors look, all where they do not; gives how much. */
  private take(bytes: Uint8Array): number {
    const length = vectorMemory?.take(bytes) ?? 0;
    if (vectorMemory === undefined || length === 0) {
      this.scalarList ??= new Int32Array(listLength);
      this.cut(new ScalarControls(bytes, this.scalarList), bytes.length);
      return bytes.length;
    }
    try {
      this.cut(vectorMemory, length);
    } finally {
      vectorMemory.usedUp();
    }
    return length;
  }

  /** Cuts the first `length` bytes of the finder's, at least one. */
  private cut(finder: ControlFinder, length: number): void {
    const { bytes, list } = finder;
    let start = this.afterSplitLineEnd(bytes);
    let next = start;
    for (let from = 0; from < length; from += stretchBytes) {
      const found = finder.find(from, Math.min(length, from + stretchBytes));
      for (let i = 0; i < found; i++) {
        const at = list[i];
        // The LF of a CR LF, or one that the stretch before listed too; or what stands behind the bytes.
        if (at < next || at >= length) continue;
        next = at + 1;
        const byte = bytes[at];
        if (byte === escapeByte) this.hasEscape = true;
        if (byte !== lineFeed && byte !== carriageReturn) continue;
        if (byte === carriageReturn && next < length && bytes[next] === lineFeed) next++;
        this.close(bytes, start, at, next - at);
        start = next;
      }
    }
    this.endedOnCarriageReturn = start === length && bytes[length - 1] === carriageReturn;
    this.keep(bytes, start, length);
  }

  /** A CR closed the last chunk: an LF that opens this one belongs to it. */
  private afterSplitLineEnd(bytes: Uint8Array): number {
    if (!this.endedOnCarriageReturn || bytes[0] !== lineFeed) return 0;
    this.lineOffset++;
    return 1;
  }

  private close(chunk: Uint8Array, start: number, end: number, lineEndBytes: number): void {
    const offset = this.lineOffset;
    const length = this.openLength + (end - start);
    const { hasEscape } = this;
    this.lineOffset = offset + length + lineEndBytes;
    this.hasEscape = false;
    if (this.openLength === 0) {
      this.onLine(chunk, start, Math.min(end, start + maxLineBytes), offset, length, hasEscape);
      return;
    }
    this.keepBytes(chunk, start, end);
    const held = this.carried;
    this.carried = 0;
    this.openLength = 0;
    this.onLine(this.carry, 0, held, offset, length, hasEscape);
  }

  private keep(chunk: Uint8Array, start: number, end: number): void {
    if (start >= end) return;
    this.keepBytes(chunk, start, end);
    this.openLength += end - start;
  }

  private keepBytes(chunk: Uint8Array, start: number, end: number): void {
    const room = Math.min(end - start, maxLineBytes - this.carried);
    if (room <= 0) return;
    this.carry.set(chunk.subarray(start, start + room), this.carried);
    this.carried += room;
  }
}
