import { afterDigits, isDigit } from '../../time/ascii';
import { afterBlanks, isBlank } from '../header';
import { afterLetters, halfOfWord, monthOfWord } from './stamp-words';

/** A stretch of a stamp of one kind. */
export interface Run {
  readonly kind: 'digits' | 'letters' | 'blanks' | 'other';
  readonly text: string;
}

const decoder = new TextDecoder();

/** Digits, letters, blanks and what stands between them, in turn. */
export function runsOf(bytes: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < bytes.length; ) {
    const run = runAt(bytes, at);
    runs.push({ kind: run.kind, text: decoder.decode(bytes.subarray(at, run.end)) });
    at = run.end;
  }
  return runs;
}

function runAt(bytes: Uint8Array, at: number): { kind: Run['kind']; end: number } {
  const end = bytes.length;
  if (isDigit(bytes[at])) return { kind: 'digits', end: afterDigits(bytes, at, end) };
  if (isBlank(bytes[at])) return { kind: 'blanks', end: afterBlanks(bytes, at, end) };
  const after = afterLetters(bytes, at, end);
  return after > at ? { kind: 'letters', end: after } : { kind: 'other', end: at + 1 };
}

/** What the digits before a sign of their own mean: `13h05m07s`, `2026年11月21日13时05分07秒`. */
const partOfSign: Readonly<Record<string, string>> = {
  ...{
    年: 'year',
    月: 'month',
    日: 'day',
    号: 'day',
    时: 'hour',
    時: 'hour',
    点: 'hour',
    分: 'minute',
    秒: 'second',
  },
  ...{ 년: 'year', 월: 'month', 일: 'day', 시: 'hour', 분: 'minute', 초: 'second' },
  ...{ h: 'hour', H: 'hour', min: 'minute', s: 'second', sec: 'second' },
};

export function partBeforeSign(run: Run | undefined): string | undefined {
  return run?.kind === 'letters' && Object.hasOwn(partOfSign, run.text) ? partOfSign[run.text] : undefined;
}

const encoder = new TextEncoder();

/** How a run of letters may be read: alternatives, each the pieces of a layout. */
export function readingsOfLetters(run: Run): readonly string[] {
  const bytes = encoder.encode(run.text);
  if (halfOfWord(bytes, 0, bytes.length) !== undefined) return ['{half}'];
  if (monthOfWord(bytes, 0, bytes.length) > 0) return ['{monthName}', '{letters}'];
  const isSign = run.text.length === 1 || partBeforeSign(run) !== undefined;
  return [isSign ? run.text : '{letters}'];
}

/** What a run of so many digits may be; parts that nothing separates have fixed widths. */
const readingsByLength: Readonly<Record<number, readonly string[]>> = {
  1: ['{month}', '{day}', '{hour}', '{minute}', '{second}', '{dayOfYear}'],
  2: ['{month}', '{day}', '{hour}', '{minute}', '{second}', '{year:2}', '{dayOfYear}', '{fraction}'],
  3: ['{dayOfYear}', '{fraction}'],
  4: ['{year}', '{hour:2}{minute:2}', '{month:2}{day:2}', '{day:2}{month:2}', '{fraction}'],
  5: ['{year:2}{dayOfYear:3}', '{fraction}'],
  6: [
    ...['{hour:2}{minute:2}{second:2}', '{year:2}{month:2}{day:2}', '{day:2}{month:2}{year:2}'],
    ...['{month:2}{day:2}{year:2}', '{fraction}'],
  ],
  7: ['{year}{dayOfYear:3}', '{fraction}'],
  8: ['{year}{month:2}{day:2}', '{day:2}{month:2}{year}', '{month:2}{day:2}{year}', '{fraction}'],
  9: ['{hour:2}{minute:2}{second:2}{fraction}', '{fraction}'],
  10: ['{year:2}{month:2}{day:2}{hour:2}{minute:2}', '{month:2}{day:2}{hour:2}{minute:2}{second:2}'],
  12: [
    ...['{year}{month:2}{day:2}{hour:2}{minute:2}', '{year:2}{month:2}{day:2}{hour:2}{minute:2}{second:2}'],
    '{day:2}{month:2}{year:2}{hour:2}{minute:2}{second:2}',
  ],
  13: ['{year}{dayOfYear:3}{hour:2}{minute:2}{second:2}'],
  14: [
    '{year}{month:2}{day:2}{hour:2}{minute:2}{second:2}',
    '{day:2}{month:2}{year}{hour:2}{minute:2}{second:2}',
  ],
  17: ['{year}{month:2}{day:2}{hour:2}{minute:2}{second:2}{fraction}'],
};

export function readingsOfDigits(run: Run, sign: string | undefined): readonly string[] {
  const readings = readingsByLength[run.text.length] ?? [];
  return sign === undefined ? readings : readings.filter((reading) => partsOf(reading).join() === sign);
}

/** `{year:2}{month:2}` → year, month */
export function partsOf(reading: string): string[] {
  return [...reading.matchAll(/\{([a-zA-Z]+)/g)].map(([, part]) => part);
}
