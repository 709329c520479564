import { textHash } from '../templates/text-hash';
import type { DatasetSequence } from './sequence';

const highStart = 0x811c9dc5;
const lowStart = 0x2f0b4f1d;
/** Stands for a word with a digit in it, and for the end of a text. */
const anyValue = 1;
const textEnd = 2;

const plain = 0;
const letter = 1;
const digit = 2;
/** Of the code units below 128; what is above counts as a letter, so that 第3次 is one word. */
const kinds = Uint8Array.from({ length: 128 }, (_, unit) => kindOf(String.fromCharCode(unit)));

function kindOf(character: string): number {
  if (/\d/.test(character)) return digit;
  return /[A-Za-z_]/.test(character) ? letter : plain;
}

/**
 * 53 bits over texts in which every word with a digit is one and the same: equal for texts that differ in numbers, ids and times
 * alone. Not meant to withstand an adversary.
 */
class ShapeHash {
  private high = highStart;
  private low = lowStart;

  add(text: string): void {
    const { length } = text;
    for (let at = 0; at < length; ) {
      const kind = kindAt(text, at);
      at = kind === plain ? this.addUnit(text, at) : this.addWord(text, at);
    }
    this.mix(textEnd);
  }

  value(): number {
    const high = spread(this.high) >>> 0;
    return (high & 0x1fffff) * 0x100000000 + (spread(this.low) >>> 0);
  }

  private addUnit(text: string, at: number): number {
    this.mix(text.charCodeAt(at));
    return at + 1;
  }

  /** One look at each unit: a word counts as it stands until a digit is met. */
  private addWord(text: string, start: number): number {
    const { high, low } = this;
    let hasDigit = false;
    let at = start;
    for (; at < text.length; at++) {
      const kind = kindAt(text, at);
      if (kind === plain) break;
      hasDigit ||= kind === digit;
      if (!hasDigit) this.mix(text.charCodeAt(at));
    }
    if (!hasDigit) return at;
    this.high = high;
    this.low = low;
    this.mix(anyValue);
    return at;
  }

  private mix(unit: number): void {
    this.high = Math.imul(this.high ^ unit, 0x01000193);
    this.low = Math.imul(this.low ^ unit ^ (this.low >>> 15), 0x5bd1e995);
  }
}

/** 53 bits of a text as it stands. */
export function textKey(text: string): number {
  const { hi, lo } = textHash(text);
  return (hi & 0x1fffff) * 0x100000000 + lo;
}

/** Of several texts in their order. */
export function shapeOf(texts: readonly string[]): number {
  const hash = new ShapeHash();
  for (const text of texts) hash.add(text);
  return hash.value();
}

/**
 * Of the templates of a sequence in their order: sequences with the same are near duplicates, and must not stand in two splits.
 * Templates that differ in digits alone count as the same, as a check of the written texts could not tell them apart.
 */
export function templateSequenceHash({ records }: Pick<DatasetSequence, 'records'>): number {
  return shapeOf(records.map(({ template }) => template));
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit < 128 ? kinds[unit] : letter;
}

/** FNV leaves the last units in the low bits; murmur's finaliser spreads them. */
function spread(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
