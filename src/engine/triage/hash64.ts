const highStart = 0x243f6a88;
/** As the number that 32-bit arithmetic makes of it: a field that holds such numbers alone is fast. */
const lowStart = 0x85a308d3 | 0;
const highFactor = 0x85ebca6b;
const lowFactor = 0x9e3779b1;
const mixFactor = 0xc2b2ae35;

/**
 * A 64-bit hash of 32-bit words, in two lanes of 32 bits.
 *
 * Each lane multiplies by its own odd constants (those of MurmurHash3 and xxHash32), and each sees the
 * other's state, so that a collision must happen in both. Among a million findings the chance that any two
 * meet is 3 in 10^8. Ids in the store are made by it: a change of any constant orphans every label.
 */
export class Hash64 {
  private high = highStart;
  private low = lowStart;

  /** As it was before anything was added. */
  restart(): this {
    this.high = highStart;
    this.low = lowStart;
    return this;
  }

  /** Unsigned, as the first 8 digits of `hex`. */
  get upper(): number {
    return this.high >>> 0;
  }

  /** As the last 8. */
  get lower(): number {
    return this.low >>> 0;
  }

  add(word: number): this {
    this.high = Math.imul(this.high ^ word, highFactor);
    this.high ^= this.high >>> 13;
    this.low = Math.imul(this.low ^ word ^ (this.high >>> 7), lowFactor);
    this.low ^= this.low >>> 15;
    this.high = Math.imul(this.high ^ this.low, mixFactor);
    this.high ^= this.high >>> 16;
    return this;
  }

  copy(): Hash64 {
    const copy = new Hash64();
    copy.high = this.high;
    copy.low = this.low;
    return copy;
  }

  /** 16 hex digits. */
  hex(): string {
    for (let i = 0, shift = 28; i < 8; i++, shift -= 4) {
      digits[i] = digitCodes[(this.high >>> shift) & 15];
      digits[i + 8] = digitCodes[(this.low >>> shift) & 15];
    }
    return String.fromCharCode.apply(undefined, digits);
  }
}

const digitCodes = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
/** Filled anew by every `hex`: numbers to strings and padding took a twentieth of the judgement. */
const digits = new Array<number>(16).fill(0);

/** What is known of a hash before its last word was added, without that word. */
export interface BeforeLastWord {
  /** Its upper half, exclusive or the word; signed. */
  readonly upperAndWord: number;
  /** Its halves, exclusive or; signed. */
  readonly halves: number;
}

/**
 * Takes the last word back, whatever it was: each step of `add` can be undone, and the word goes into both halves alike. So of two hashes one
 * comparison tells whether one can be the other and one word more, and which word.
 */
export function beforeLastWord(upper: number, lower: number): BeforeLastWord {
  const high = Math.imul(unshifted(upper, 16), inverses.mix) ^ lower;
  const upperAndWord = Math.imul(unshifted(high, 13), inverses.high);
  const lowerAndWord = Math.imul(unshifted(lower, 15), inverses.low) ^ (high >>> 7);
  return { upperAndWord, halves: upperAndWord ^ lowerAndWord };
}

/** Undoes `hash ^ (hash >>> shift)`. */
function unshifted(hash: number, shift: number): number {
  let before = hash;
  for (let by = shift; by < 32; by += shift) before ^= hash >>> by;
  return before;
}

/** Of an odd number modulo 2^32, by Newton's method: each step doubles the bits that are right. */
function inverse(factor: number): number {
  let found = factor;
  for (let bits = 3; bits < 32; bits *= 2) found = Math.imul(found, 2 - Math.imul(factor, found));
  return found;
}

const inverses = { mix: inverse(mixFactor), high: inverse(highFactor), low: inverse(lowFactor) } as const;
