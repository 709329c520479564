import { digitsIn, firstFlagged, WordReader } from '../text/byte-words';
import { ByteClass, classOfByte, isDigit, runMask } from './byte-classes';
import { numberedWordEnd, RunShape, shapeOfRun, unitStart } from './run-shape';

const multiplierA = 0x9e3779b1;
const multiplierB = 0x85ebca77;
const shapeBits = 3;

/**
 * Hashes a message with its digit-bearing runs collapsed: equal only for messages of which `collapse` makes
 * the same text (up to a collision of 64 bits). It may differ where they do not, in their white space.
 *
 * Shaped for branch prediction, which is what a loop over short words loses its time to: one tight loop
 * finds the next digit, another hashes all text before its run, both four bytes a step. A loop run by
 * run did 275 MB/s, one byte by byte 320; this does RATE.
 */
export class ShapeHash {
  /** Signed 32-bit halves of the last hash; in fields, since a returned pair would be one object a record. */
  a = 0;
  b = 0;
  /** Text before it is hashed. */
  private done = 0;
  private readonly reader = new WordReader();

  hash(bytes: Uint8Array, start: number, end: number, salt: number): void {
    this.a = Math.imul(salt + 1, multiplierA);
    this.b = Math.imul(salt + 1, multiplierB);
    this.done = start;
    const words = this.reader.of(bytes);
    for (let i = nextDigit(words, start, end); i < end; i = nextDigit(words, i, end)) {
      i = this.run(bytes, words, i, end);
    }
    this.literal(words, end, RunShape.literal);
    this.a = avalanche(this.a, multiplierB);
    this.b = avalanche(this.b, multiplierA);
  }

  /** Hashes up to and with the run around the digit at `digit`; gives the run's end. */
  private run(bytes: Uint8Array, words: DataView, digit: number, limit: number): number {
    let start = digit;
    let classes = ByteClass.digit as number;
    while (start > this.done && (classOfByte[bytes[start - 1]] & runMask) !== 0)
      classes |= classOfByte[bytes[--start]];
    let end = digit + 1;
    while (end < limit && (classOfByte[bytes[end]] & runMask) !== 0) classes |= classOfByte[bytes[end++]];
    if (classes === ByteClass.digit) {
      this.literal(words, start, RunShape.number);
      this.done = end;
    } else {
      this.shaped(bytes, words, start, end, shapeOfRun(bytes, start, end, classes));
    }
    return end;
  }

  private shaped(bytes: Uint8Array, words: DataView, start: number, end: number, shape: RunShape): void {
    if (shape === RunShape.literal) return;
    if (shape === RunShape.numberWithUnit) {
      this.literal(words, start, RunShape.number);
      this.done = unitStart(bytes, start, end);
    } else {
      const numbered = shape === RunShape.numberedWord;
      this.literal(
        words,
        numbered ? numberedWordEnd(bytes, start, end) : start,
        numbered ? RunShape.number : shape,
      );
      this.done = end;
    }
  }

  /**
   * Text up to `end`, and what follows it: its length is hashed too, so that no text passes for a shape. The halves
   * are kept in variables here: in fields each step would wait for the one before to be stored.
   */
  private literal(words: DataView, end: number, shape: RunShape): void {
    const { done } = this;
    const length = end - done;
    let { a, b } = this;
    for (let i = done; i + 4 <= end; i += 4) {
      const word = words.getInt32(i, true);
      a = mixA(a, word);
      b = mixB(b, word);
    }
    if ((length & 3) !== 0) {
      const rest = restOf(words, done, end);
      a = mixA(a, rest);
      b = mixB(b, rest);
    }
    this.a = mixA(a, (length << shapeBits) | shape);
    this.b = mixB(b, (length << shapeBits) | shape);
  }
}

function mixA(hash: number, word: number): number {
  return Math.imul(((hash << 13) | (hash >>> 19)) ^ word, multiplierA);
}

function mixB(hash: number, word: number): number {
  return Math.imul(((hash << 17) | (hash >>> 15)) ^ word, multiplierB);
}

/** The last word of a text, which overlaps the one before; up to three bytes where the text is no longer. */
function restOf(words: DataView, start: number, end: number): number {
  if (end - start >= 4) return words.getInt32(end - 4, true);
  let rest = 0;
  for (let i = start; i < end; i++) rest = (rest << 8) | words.getUint8(i);
  return rest;
}

/** Where the first digit stands, from `from` on; `end` where there is none. */
function nextDigit(words: DataView, from: number, end: number): number {
  const lastWord = words.byteLength - 4;
  let i = from;
  for (; i < end && i <= lastWord; i += 4) {
    const found = digitsIn(words.getInt32(i, true));
    if (found !== 0) return Math.min(end, i + firstFlagged(found));
  }
  while (i < end && !isDigit(words.getUint8(i))) i++;
  return Math.min(i, end);
}

function avalanche(hash: number, multiplier: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), multiplier);
  return mixed ^ (mixed >>> 16);
}
