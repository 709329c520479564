import { readSync } from 'node:fs';
import { stripAnsi } from '../../engine/text/ansi';
import { memoryOf, pageBytes, programOf } from '../../engine/wasm/host';
import type { PieceRequest } from '../../protocol/search';
import { countProgram, findProgram } from './byte-program';
import { lineTooLong, shrunkWhileSearched, unreadableWhileSearched } from './search-problems';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const escapeByte = 0x1b;
/** The programs read so far behind the end of the bytes, and a word's second byte may stand so far behind its first. */
const slackBytes = 1 << 10;
/** Most lines that begin in a piece end within so much more. */
const leastMore = 16 << 10;
/** A string in JavaScript has at most 512 M characters. */
const mostMegabytes = 400;

type Find = (
  at: number,
  end: number,
  byte: number,
  fold: number,
  offset: number,
  secondByte: number,
  secondFold: number,
  secondOffset: number,
) => number;

/** The whole lines that begin in a piece of a file, in memory that WebAssembly looks through. One at a time. */
export class PieceText {
  private memory = memoryOf(2 << 20);
  /** All of the memory; the text is `bytes[start, end)`, without ANSI escapes. */
  bytes = Buffer.from(this.memory.buffer);
  start = 0;
  end = 0;
  find: Find = this.instance<Find>(findProgram, 'find');
  private count = this.instance<(at: number, end: number) => number>(countProgram, 'count');

  /** Throws InputError. */
  read({ descriptor, textStart, size, start, end }: PieceRequest): void {
    // The byte before tells whether a line begins at the piece's start.
    const from = Math.max(textStart, start - 1);
    let filled = this.fill(descriptor, from, 0, end - from);
    const first = start <= textStart ? 0 : this.afterLineEnd(0, filled, from + filled >= size);
    this.start = this.end = 0;
    if (first === undefined || from + first >= end) return;
    let last = end >= size ? filled : undefined;
    for (let more = leastMore; last === undefined; more *= 2) {
      filled += this.fill(descriptor, from + filled, filled, Math.min(more, size - from - filled));
      last = this.afterLineEnd(end - 1 - from, filled, from + filled >= size);
    }
    this.start = first;
    this.end = last;
    this.withoutEscapes();
    // It would make a CR LF of a CR that ends the text.
    this.bytes[this.end] = 0;
  }

  /** Line ends that begin in `[from, until)`. */
  lineEnds(from: number, until: number): number {
    return until > from ? this.count(from, until) : 0;
  }

  /** Lines of the text: its last one may have no end. */
  get lineCount(): number {
    if (this.end === this.start) return 0;
    const last = this.bytes[this.end - 1];
    const isOpen = last !== lineFeed && last !== carriageReturn;
    return this.lineEnds(this.start, this.end) + Number(isOpen);
  }

  /** Where the first line begins whose former one ends in a line end that begins at `at` or behind; undefined where that is not read yet. */
  private afterLineEnd(at: number, filled: number, isAll: boolean): number | undefined {
    const rest = this.bytes.subarray(at, filled);
    const feed = rest.indexOf(lineFeed);
    const cr = rest.subarray(0, feed < 0 ? rest.length : feed).indexOf(carriageReturn);
    if (cr < 0 && feed >= 0) return at + feed + 1;
    if (cr >= 0 && cr + 1 < rest.length) return at + cr + (feed === cr + 1 ? 2 : 1);
    return isAll ? filled : undefined;
  }

  private fill(descriptor: number, position: number, at: number, length: number): number {
    this.makeRoom(at + length);
    for (let done = 0; done < length; ) {
      const read = this.readAt(descriptor, at + done, length - done, position + done);
      if (read === 0) throw shrunkWhileSearched();
      done += read;
    }
    return length;
  }

  private readAt(descriptor: number, at: number, length: number, position: number): number {
    try {
      return readSync(descriptor, this.bytes, at, length, position);
    } catch (error) {
      throw unreadableWhileSearched(error);
    }
  }

  private makeRoom(length: number): void {
    if (length + slackBytes <= this.bytes.length) return;
    if (length > mostMegabytes * 1e6) throw lineTooLong(mostMegabytes);
    const pages = Math.ceil((length * 1.5 + slackBytes) / pageBytes);
    this.memory.grow(pages - this.memory.buffer.byteLength / pageBytes);
    this.bytes = Buffer.from(this.memory.buffer);
  }

  /** In place: what is left is never longer. */
  private withoutEscapes(): void {
    const { bytes } = this;
    let found = bytes.indexOf(escapeByte, this.start);
    if (found < 0 || found >= this.end) return;
    let kept = found;
    while (found < this.end) {
      const lineEnd = this.lineEndFrom(found);
      kept += stripAnsi(bytes, found, lineEnd, bytes.subarray(kept, lineEnd));
      const next = bytes.indexOf(escapeByte, lineEnd);
      found = next < 0 || next >= this.end ? this.end : next;
      bytes.copyWithin(kept, lineEnd, found);
      kept += found - lineEnd;
    }
    this.end = kept;
  }

  private lineEndFrom(at: number): number {
    let i = at;
    while (i < this.end && this.bytes[i] !== lineFeed && this.bytes[i] !== carriageReturn) i++;
    return i;
  }

  private instance<Run>(program: Uint8Array<ArrayBuffer>, name: string): Run {
    return programOf(program, name, this.memory) as Run;
  }
}
