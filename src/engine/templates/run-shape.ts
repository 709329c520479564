import { ByteClass, isDigit, isLetter } from './byte-classes';

/**
 * What a run that holds a digit is collapsed to. The values are control codes, which never reach a
 * collapsed message otherwise (control bytes count as white space).
 */
export const RunShape = {
  /** Kept byte for byte: a name such as `log4j`. */
  literal: 0,
  /** Digits, perhaps with a minus sign. */
  number: 1,
  /** Digits and letters a to f, or `0x…`. */
  hex: 2,
  /** Digits and hyphens, perhaps a T: dates and ranges. */
  date: 3,
  uuid: 4,
  /** Anything else with a digit. */
  mixed: 5,
  /** Digits and up to three letters (`10ms`): the letters are kept. */
  numberWithUnit: 6,
  /** A word, then `_` or `-`, then digits (`blk_-17`): the word is kept. */
  numberedWord: 7,
} as const;
export type RunShape = (typeof RunShape)[keyof typeof RunShape];

const uuidLength = 36;
const maxUnitLetters = 3;
const maxNameLength = 12;
const lowerX = 0x78;
const upperT = 0x54;

/** Shape of the run `bytes[start, end)`; `classes` is the OR of its bytes' classes and includes digit. */
export function shapeOfRun(bytes: Uint8Array, start: number, end: number, classes: number): RunShape {
  if (classes === ByteClass.digit) return RunShape.number;
  if (classes === (ByteClass.digit | ByteClass.hexLetter)) return RunShape.hex;
  if (classes === (ByteClass.digit | ByteClass.hyphen)) return dashedDigits(bytes, start, end);
  if (isUuid(bytes, start, end, classes)) return RunShape.uuid;
  if (isPrefixedHex(bytes, start, end)) return RunShape.hex;
  if (isIsoDate(bytes, start, end)) return RunShape.date;
  if (unitStart(bytes, start, end) > 0) return RunShape.numberWithUnit;
  if (numberedWordEnd(bytes, start, end) > 0) return RunShape.numberedWord;
  return isName(bytes, start, end) ? RunShape.literal : RunShape.mixed;
}

function dashedDigits(bytes: Uint8Array, start: number, end: number): RunShape {
  for (let i = start + 1; i < end; i++) if (!isDigit(bytes[i])) return RunShape.date;
  return RunShape.number;
}

function isUuid(bytes: Uint8Array, start: number, end: number, classes: number): boolean {
  if (end - start !== uuidLength || (classes & (ByteClass.letter | ByteClass.underscore)) !== 0) return false;
  for (const dash of [8, 13, 18, 23]) if (bytes[start + dash] !== 0x2d) return false;
  return true;
}

/** `0x` and hex digits; the run may not hold anything else. */
function isPrefixedHex(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 3 || bytes[start] !== 0x30 || (bytes[start + 1] | 0x20) !== lowerX) return false;
  for (let i = start + 2; i < end; i++) {
    const lower = bytes[i] | 0x20;
    if (!isDigit(bytes[i]) && (lower < 0x61 || lower > 0x66)) return false;
  }
  return true;
}

/** `2026-11-21T12`, the run up to the first colon of an ISO time. */
function isIsoDate(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < 11 || bytes[start + 10] !== upperT || bytes[start + 4] !== 0x2d) return false;
  for (let i = start; i < end; i++) {
    if (!isDigit(bytes[i]) && bytes[i] !== 0x2d && i !== start + 10) return false;
  }
  return true;
}

/** Where the unit of `10ms` begins, or 0. */
export function unitStart(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  if (bytes[i] === 0x2d) i++;
  const digits = i;
  while (i < end && isDigit(bytes[i])) i++;
  if (i === digits || i === end || end - i > maxUnitLetters) return 0;
  for (let j = i; j < end; j++) if (!isLetter(bytes[j])) return 0;
  return i;
}

/** End of the word and separators of `blk_-17`, or 0; digits in several groups (`rdd_4_1`) count as one. */
export function numberedWordEnd(bytes: Uint8Array, start: number, end: number): number {
  let i = start;
  while (i < end && isLetter(bytes[i])) i++;
  const word = i;
  if (word - start < 2) return 0;
  while (i < end && (bytes[i] === 0x2d || bytes[i] === 0x5f)) i++;
  if (i === word) return 0;
  for (let j = i; j < end; j++) if (isLetter(bytes[j])) return 0;
  return word + 1;
}

/** A short lower-case name with one digit inside: `log4j`, `k8s`, `jk2_init`. */
function isName(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start > maxNameLength || !isLetter(bytes[start]) || !isLetter(bytes[end - 1])) return false;
  let digits = 0;
  for (let i = start; i < end; i++) {
    if (isDigit(bytes[i])) digits++;
    else if (bytes[i] !== 0x5f && (bytes[i] < 0x61 || bytes[i] > 0x7a)) return false;
  }
  return digits === 1;
}
