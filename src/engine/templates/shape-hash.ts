import { ByteClass, classOfByte, runMask } from './byte-classes';
import { numberedWordEnd, RunShape, shapeOfRun, unitStart } from './run-shape';

const multiplierA = 0x9e3779b1;
const multiplierB = 0x85ebca77;
const afterUnit = RunShape.number;

/**
 * Hashes a message with its digit-bearing runs collapsed: equal for two messages exactly when `collapse`
 * makes the same text of both (up to a collision of 64 bits).
 *
 * State lives in fields, not in a returned object: this runs for every record, and allocating there
 * halves the speed. Runs are found first and hashed four bytes at a time, since one multiplication a byte
 * is what a byte loop would spend its time on.
 */
export class ShapeHash {
  /** Signed 32-bit halves of the last hash. */
  a = 0;
  b = 0;

  hash(bytes: Uint8Array, start: number, end: number, salt: number): void {
    this.a = Math.imul(salt + 1, multiplierA);
    this.b = Math.imul(salt + 1, multiplierB);
    let i = start;
    while (i < end) {
      const first = classOfByte[bytes[i]];
      if ((first & runMask) !== 0) i = this.run(bytes, i, end);
      else if (first === ByteClass.space) i = this.space(bytes, i, end, i > start);
      else if (first === ByteClass.beyondAscii) i = this.beyondAscii(bytes, i, end);
      else this.mix(bytes[i++]);
    }
    this.finish();
  }

  private run(bytes: Uint8Array, start: number, end: number): number {
    let classes = 0;
    let i = start;
    for (; i < end; i++) {
      const c = classOfByte[bytes[i]] & runMask;
      if (c === 0) break;
      classes |= c;
    }
    if ((classes & ByteClass.digit) === 0) this.literal(bytes, start, i);
    else if (classes === ByteClass.digit) this.mix(RunShape.number);
    else this.collapsed(bytes, start, i, classes);
    return i;
  }

  private collapsed(bytes: Uint8Array, start: number, end: number, classes: number): void {
    const shape = shapeOfRun(bytes, start, end, classes);
    if (shape === RunShape.literal) {
      this.literal(bytes, start, end);
    } else if (shape === RunShape.numberWithUnit) {
      this.mix(afterUnit);
      this.literal(bytes, unitStart(bytes, start, end), end);
    } else if (shape === RunShape.numberedWord) {
      this.literal(bytes, start, numberedWordEnd(bytes, start, end));
      this.mix(RunShape.number);
    } else {
      this.mix(shape);
    }
  }

  /** Any white space counts as one blank, none at either end. */
  private space(bytes: Uint8Array, start: number, end: number, inside: boolean): number {
    let i = start;
    while (i < end && classOfByte[bytes[i]] === ByteClass.space) i++;
    if (inside && i < end) this.mix(0x20);
    return i;
  }

  private beyondAscii(bytes: Uint8Array, start: number, end: number): number {
    let i = start;
    while (i < end && bytes[i] >= 0x80) i++;
    this.literal(bytes, start, i);
    return i;
  }

  private literal(bytes: Uint8Array, start: number, end: number): void {
    let i = start;
    for (; i + 4 <= end; i += 4) {
      this.mix(bytes[i] | (bytes[i + 1] << 8) | (bytes[i + 2] << 16) | (bytes[i + 3] << 24));
    }
    let rest = 0;
    for (; i < end; i++) rest = (rest << 8) | bytes[i];
    if (rest !== 0) this.mix(rest);
  }

  private mix(word: number): void {
    this.a = Math.imul(((this.a << 13) | (this.a >>> 19)) ^ word, multiplierA);
    this.b = Math.imul(((this.b << 17) | (this.b >>> 15)) ^ word, multiplierB);
  }

  private finish(): void {
    this.a = Math.imul(this.a ^ (this.a >>> 15), multiplierB);
    this.b = Math.imul(this.b ^ (this.b >>> 13), multiplierA);
    this.a ^= this.a >>> 16;
    this.b ^= this.b >>> 16;
  }
}
