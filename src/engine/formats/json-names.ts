import { WordReader } from '../text/byte-words';
import { fieldIndex } from './field-names';
import { afterBlanks, isBlank } from './header';
import { quotedEnd } from './json-scan';

export const malformed = -1;
export const cutShort = -2;
/** No member follows: the object ends where `NameSpan.nameEnd` says. */
export const closed = -3;

/** Where a member's name stands, without its quotes. */
export interface NameSpan {
  nameStart: number;
  nameEnd: number;
}

/**
 * Reads from `at`, behind an object's brace or behind a value, to where the next value begins, and answers that, or
 * `malformed`, `cutShort` or `closed`.
 */
export function readName(
  span: NameSpan,
  bytes: Uint8Array,
  at: number,
  end: number,
  isFirst: boolean,
): number {
  const first = afterBlanks(bytes, at, end);
  if (first >= end) return cutShort;
  if (!isFirst && bytes[first] === 0x7d) {
    span.nameEnd = first + 1;
    return closed;
  }
  if (!isFirst && bytes[first] !== 0x2c) return malformed;
  const quote = isFirst ? first : afterBlanks(bytes, first + 1, end);
  if (quote >= end) return cutShort;
  if (bytes[quote] !== 0x22) return malformed;
  span.nameStart = quote + 1;
  span.nameEnd = quotedEnd(bytes, quote + 1, end);
  const colon = afterBlanks(bytes, span.nameEnd + 1, end);
  if (colon >= end) return cutShort;
  return bytes[colon] === 0x3a ? afterBlanks(bytes, colon + 1, end) : malformed;
}

/** Members of an object after these are read as if none had been there before. */
const mostNames = 64;
/** Longer text before a value is not kept; shorter is not worth it. */
const mostBytes = 256;
const leastBytes = 4;

/** Names that another must have been read in the place of before that one is expected there: keeping one is dear. */
const mostMisses = 8;

/** What is expected behind a value, up to the next: `,"level":`. */
interface Expected {
  readonly words: DataView;
  /** From its first byte. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** See `fieldIndex`. */
  readonly index: number;
  misses: number;
}

/**
 * What stands between the values of an object. A logger writes the same names in the same order, so the text up to each value is
 * first compared with what stood at its place in the record before: neither where the name ends nor what it is for need be
 * looked for then.
 */
export class MemberNames {
  private readonly reader = new WordReader();
  private readonly names: (Expected | undefined)[] = [];
  /** What the name read last is for, see `fieldIndex`. */
  index = -1;

  /** As `readName` of the `place`th member. */
  read(span: NameSpan, bytes: Uint8Array, at: number, end: number, place: number): number {
    const expected = place < this.names.length ? this.names[place] : undefined;
    if (expected === undefined || !isAt(expected, this.reader.of(bytes), at, end))
      return this.readUnexpected(span, bytes, at, end, place);
    this.index = expected.index;
    span.nameStart = at + expected.nameStart;
    span.nameEnd = at + expected.nameEnd;
    return at + expected.words.byteLength;
  }

  private readUnexpected(span: NameSpan, bytes: Uint8Array, at: number, end: number, place: number): number {
    const value = readName(span, bytes, at, end, place === 0);
    if (value < 0) return value;
    this.index = fieldIndex(bytes, span.nameStart, span.nameEnd);
    const taken = this.names[place];
    const isTaken = taken !== undefined && ++taken.misses < mostMisses;
    const isFit = place < mostNames && value - at >= leastBytes && value - at <= mostBytes;
    if (!isTaken && isFit) this.names[place] = this.expected(span, bytes, at, value);
    return value;
  }

  private expected({ nameStart, nameEnd }: NameSpan, bytes: Uint8Array, at: number, value: number): Expected {
    // Not `slice`: a Node Buffer's is a view of bytes that change.
    const words = new DataView(new Uint8Array(bytes.subarray(at, value)).buffer);
    return { words, nameStart: nameStart - at, nameEnd: nameEnd - at, index: this.index, misses: 0 };
  }
}

/** The last word overlaps the one before. No blank follows: it would belong to what stands before the value. */
function isAt({ words: text }: Expected, words: DataView, at: number, end: number): boolean {
  const last = text.byteLength - 4;
  const value = at + text.byteLength;
  if (value >= end || isBlank(words.getUint8(value))) return false;
  for (let i = 0; i < last; i += 4) if (words.getInt32(at + i, true) !== text.getInt32(i, true)) return false;
  return words.getInt32(at + last, true) === text.getInt32(last, true);
}
