/**
 * A 64-bit hash of 32-bit words, in two lanes of 32 bits.
 *
 * Each lane multiplies by its own odd constants (those of MurmurHash3 and xxHash32), and each sees the
 * other's state, so that a collision must happen in both. Among a million findings the chance that any two
 * meet is 3 in 10^8. Ids in the store are made by it: a change of any constant orphans every label.
 */
export class Hash64 {
  private high = 0x243f6a88;
  private low = 0x85a308d3;

  add(word: number): this {
    this.high = Math.imul(this.high ^ word, 0x85ebca6b);
    this.high ^= this.high >>> 13;
    this.low = Math.imul(this.low ^ word ^ (this.high >>> 7), 0x9e3779b1);
    this.low ^= this.low >>> 15;
    this.high = Math.imul(this.high ^ this.low, 0xc2b2ae35);
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
