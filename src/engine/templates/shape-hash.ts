import {
  digitsIn,
  firstFlagged,
  lowBytes,
  otherThanDigitsIn,
  partOfWord,
  WordReader,
} from '../text/byte-words';
import { ByteClass, classOfByte, isDigit, runMask } from './byte-classes';
import { numberedWordEnd, RunShape, shapeOfRun, unitStart } from './run-shape';
import { vectorShapeHash } from './vector-shape-hash';

const multiplierA = 0x9e3779b1;
const multiplierB = 0x85ebca77;
/** Where the shape stands in the word that closes a text, above its last bytes, and the length above it. */
const shapeShift = 24;
const lengthShift = 27;

/**
 * Hashes a message with its digit-bearing runs collapsed: equal only for messages of which `collapse` makes
 * the same text (up to a collision of 64 bits). It may differ where they do not, in their white space.
 *
 * By vectors where the message stands in their memory (see `VectorShapeHash`), else by words of four bytes: only messages hashed in the
 * same way have the same hash.
 *
 * The latter is shaped for branch prediction, which is what a loop over short words loses its time to: text is hashed and searched
 * for digits in one loop, four bytes a step, and a bare number, the commonest run by far, is passed over
 * likewise. For messages of 61 bytes that is 1.5 (four numbers each) to 2.4 times (one) as fast as byte by byte.
 */
export class ShapeHash {
  /** Signed 32-bit halves of the last hash; in fields, since a returned pair would be one object a record. */
  a = 0;
  b = 0;
  /** What `segment` mixed of a text whose run is more than digits: not to do it twice is 8 % of the wide corpus' hashing. */
  private mixedTo = 0;
  private mixedA = 0;
  private mixedB = 0;
  private readonly reader = new WordReader();

  hash(bytes: Uint8Array, start: number, end: number, salt: number): void {
    if (vectorShapeHash?.hash(bytes, start, end, salt)) {
      this.a = vectorShapeHash.a;
      this.b = vectorShapeHash.b;
    } else this.hashWords(bytes, start, end, salt);
  }

  private hashWords(bytes: Uint8Array, start: number, end: number, salt: number): void {
    const words = this.reader.of(bytes);
    this.a = Math.imul(salt + 1, multiplierA);
    this.b = Math.imul(salt + 1, multiplierB);
    for (let i = start; i < end; ) i = this.segment(bytes, words, i, end);
    this.a = avalanche(this.a, multiplierB);
    this.b = avalanche(this.b, multiplierA);
  }

  /**
   * Text from `start` on with the run that ends it; gives where the next text begins. The halves are kept in variables
   * in the loop: in fields each step would wait for the one before to be stored.
   */
  private segment(bytes: Uint8Array, words: DataView, start: number, end: number): number {
    let { a, b } = this;
    let i = start;
    let word = 0;
    let digits = 0;
    for (; i + 4 <= end; i += 4) {
      word = words.getInt32(i, true);
      digits = digitsIn(word);
      if (digits !== 0) break;
      a = mixA(a, word);
      b = mixB(b, word);
    }
    const digit = digits === 0 ? nextDigit(words, i, end) : i + firstFlagged(digits);
    const next = digit === end ? end : afterNumber(bytes, words, start, digit, end);
    if (next < 0) {
      this.mixedTo = i;
      this.mixedA = a;
      this.mixedB = b;
      return this.run(bytes, words, start, digit, end);
    }
    const shape = digit === end ? RunShape.literal : RunShape.number;
    const rest = digits === 0 ? partOfWord(words, i, digit) : word & lowBytes(digit - i);
    const closing = rest | (shape << shapeShift) | ((digit - start) << lengthShift);
    this.a = mixA(a, closing);
    this.b = mixB(b, closing);
    return next;
  }

  /** As `segment`, for a run that is more than digits; one that is kept as it is belongs to the text. */
  private run(bytes: Uint8Array, words: DataView, text: number, firstDigit: number, limit: number): number {
    for (let digit = firstDigit; digit < limit; ) {
      let start = digit;
      let classes = ByteClass.digit as number;
      while (start > text && (classOfByte[bytes[start - 1]] & runMask) !== 0)
        classes |= classOfByte[bytes[--start]];
      let end = digit + 1;
      while (end < limit && (classOfByte[bytes[end]] & runMask) !== 0) classes |= classOfByte[bytes[end++]];
      const shape = shapeOfRun(bytes, start, end, classes);
      if (shape !== RunShape.literal) return this.shaped(bytes, words, text, start, end, shape);
      digit = nextDigit(words, end, limit);
    }
    this.literal(words, text, limit, RunShape.literal);
    return limit;
  }

  private shaped(
    bytes: Uint8Array,
    words: DataView,
    text: number,
    start: number,
    end: number,
    shape: RunShape,
  ): number {
    if (shape === RunShape.numberWithUnit) {
      this.literal(words, text, start, RunShape.number);
      return unitStart(bytes, start, end);
    }
    if (shape === RunShape.numberedWord)
      this.literal(words, text, numberedWordEnd(bytes, start, end), RunShape.number);
    else this.literal(words, text, start, shape);
    return end;
  }

  /** Text and what follows it; its length is hashed too, so that no text passes for a shape. */
  private literal(words: DataView, start: number, end: number, shape: RunShape): void {
    // A run may begin within what `segment` mixed, with the letters before its first digit: then the text begins anew.
    const goesOn = end >= this.mixedTo;
    let a = goesOn ? this.mixedA : this.a;
    let b = goesOn ? this.mixedB : this.b;
    let i = goesOn ? this.mixedTo : start;
    for (; i + 4 <= end; i += 4) {
      const word = words.getInt32(i, true);
      a = mixA(a, word);
      b = mixB(b, word);
    }
    const closing = partOfWord(words, i, end) | (shape << shapeShift) | ((end - start) << lengthShift);
    this.a = mixA(a, closing);
    this.b = mixB(b, closing);
  }
}

function mixA(hash: number, word: number): number {
  return Math.imul(((hash << 13) | (hash >>> 19)) ^ word, multiplierA);
}

function mixB(hash: number, word: number): number {
  return Math.imul(((hash << 17) | (hash >>> 15)) ^ word, multiplierB);
}

/** Where the first digit stands, from `from` on; `end` where there is none. */
function nextDigit(words: DataView, from: number, end: number): number {
  let i = from;
  for (; i + 4 <= end; i += 4) {
    const found = digitsIn(words.getInt32(i, true));
    if (found !== 0) return i + firstFlagged(found);
  }
  while (i < end && !isDigit(words.getUint8(i))) i++;
  return i;
}

/** Where the number that begins at `digit` ends, -1 where it is a part of a longer run. */
function afterNumber(bytes: Uint8Array, words: DataView, text: number, digit: number, end: number): number {
  if (digit > text && (classOfByte[bytes[digit - 1]] & runMask) !== 0) return -1;
  let i = digit + 1;
  for (; i + 4 <= end; i += 4) {
    const other = otherThanDigitsIn(words.getInt32(i, true));
    if (other === 0) continue;
    i += firstFlagged(other);
    return (classOfByte[bytes[i]] & runMask) !== 0 ? -1 : i;
  }
  while (i < end && isDigit(bytes[i])) i++;
  return i < end && (classOfByte[bytes[i]] & runMask) !== 0 ? -1 : i;
}

function avalanche(hash: number, multiplier: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), multiplier);
  return mixed ^ (mixed >>> 16);
}
