import { afterDigits, zero } from '../../time/ascii';
import { parseFraction } from '../../time/clock';
import { fullYear } from '../../time/numeric-shapes';
import { afterBlanks } from '../header';
import type { Moment } from './stamp-moment';
import { afterLetters, halfOfWord, monthOfWord } from './stamp-words';

/** Reads one piece of a stamp at `pos` into the moment and answers where it ends, or -1. */
export type StampStep = (bytes: Uint8Array, pos: number, end: number, moment: Moment) => number;

type NumberPart = 'year' | 'month' | 'day' | 'dayOfYear' | 'hour' | 'minute' | 'second';

function numberAt(bytes: Uint8Array, pos: number, end: number): number {
  let value = 0;
  for (let i = pos; i < end; i++) value = value * 10 + bytes[i] - zero;
  return value;
}

/** `fewest` to `most` digits. */
function digits(part: NumberPart, fewest: number, most: number): StampStep {
  return (bytes, pos, end, moment) => {
    const after = afterDigits(bytes, pos, Math.min(end, pos + most));
    if (after - pos < fewest) return -1;
    moment[part] = numberAt(bytes, pos, after);
    return after;
  };
}

const twoDigitYear = digits('year', 2, 2);

const shortYear: StampStep = (bytes, pos, end, moment) => {
  const after = twoDigitYear(bytes, pos, end, moment);
  moment.year = fullYear(moment.year);
  return after;
};

const wholeSecond = digits('second', 1, 2);

/** One or two digits, and a fraction where one follows: not every line of a log has it. */
const second: StampStep = (bytes, pos, end, moment) => {
  const after = wholeSecond(bytes, pos, end, moment);
  return after < 0 ? -1 : parseFraction(bytes, after, end, moment);
};

/** Digits of a second's fraction behind a separator of its own. */
const fraction: StampStep = (bytes, pos, end, moment) => {
  const after = afterDigits(bytes, pos, Math.min(end, pos + 9));
  if (after === pos) return -1;
  moment.nanos = numberAt(bytes, pos, after) * 10 ** (9 - (after - pos));
  return after;
};

const monthName: StampStep = (bytes, pos, end, moment) => {
  const after = afterLetters(bytes, pos, end);
  moment.month = monthOfWord(bytes, pos, after);
  if (moment.month === 0) return -1;
  return after < end && bytes[after] === 0x2e ? after + 1 : after;
};

const longestHalf = 6;

const half: StampStep = (bytes, pos, end, moment) => {
  for (let after = Math.min(end, pos + longestHalf); after > pos + 1; after--) {
    moment.half = halfOfWord(bytes, pos, after);
    if (moment.half !== undefined) return after;
  }
  return -1;
};

const letters: StampStep = (bytes, pos, end) => {
  const after = afterLetters(bytes, pos, end);
  return after > pos ? after : -1;
};

const hexDigits = '0123456789abcdef';

function hexAt(bytes: Uint8Array, pos: number, end: number): number {
  let value = 0;
  for (let i = pos; i < end; i++) {
    const digit = hexDigits.indexOf(String.fromCharCode(bytes[i]).toLowerCase());
    if (digit < 0) return Number.NaN;
    value = value * 16 + digit;
  }
  return value;
}

/** Hex digits that count seconds, or milliseconds, since 1970. */
function hexEpoch(width: number, unitsPerSecond: number): StampStep {
  return (bytes, pos, end, moment) => {
    const value = pos + width > end ? Number.NaN : hexAt(bytes, pos, pos + width);
    if (Number.isNaN(value)) return -1;
    moment.epoch = Math.floor(value / unitsPerSecond);
    moment.nanos = (value % unitsPerSecond) * (1e9 / unitsPerSecond);
    return pos + width;
  };
}

/** 18 digits that count 100 ns since another epoch, which lies `before` seconds before 1970. */
function hundredNanos(before: number): StampStep {
  return (bytes, pos, end, moment) => {
    if (afterDigits(bytes, pos, Math.min(end, pos + 19)) !== pos + 18) return -1;
    moment.epoch = numberAt(bytes, pos, pos + 11) - before;
    moment.nanos = numberAt(bytes, pos + 11, pos + 18) * 100;
    return pos + 18;
  };
}

const digitRun: StampStep = (bytes, pos, end) => {
  const after = afterDigits(bytes, pos, end);
  return after > pos ? after : -1;
};

const mark =
  (byte: number): StampStep =>
  (bytes, pos, end) =>
    pos < end && bytes[pos] === byte ? pos + 1 : -1;

/** Names in `{…}`; `:2` is exactly so many digits, for parts that nothing separates. */
export const stampPieces: ReadonlyMap<string, StampStep> = new Map<string, StampStep>([
  ['year', digits('year', 4, 4)],
  ['year:2', shortYear],
  ['month', digits('month', 1, 2)],
  ['month:2', digits('month', 2, 2)],
  ['day', digits('day', 1, 2)],
  ['day:2', digits('day', 2, 2)],
  ['dayOfYear', digits('dayOfYear', 1, 3)],
  ['dayOfYear:3', digits('dayOfYear', 3, 3)],
  ['hour', digits('hour', 1, 2)],
  ['hour:2', digits('hour', 2, 2)],
  ['minute', digits('minute', 1, 2)],
  ['minute:2', digits('minute', 2, 2)],
  ['second', second],
  ['second:2', digits('second', 2, 2)],
  ['fraction', fraction],
  ['monthName', monthName],
  ['half', half],
  ['letters', letters],
  ['digits', digitRun],
  ['open', mark(0x7b)],
  ['close', mark(0x7d)],
  ['hexSeconds', hexEpoch(8, 1)],
  ['hexMillis', hexEpoch(11, 1000)],
  ['filetime', hundredNanos(11_644_473_600)],
  ['ticks', hundredNanos(62_135_596_800)],
]);

/** One or more blanks: columns are padded. */
export const stampBlanks: StampStep = (bytes, pos, end) => {
  const after = afterBlanks(bytes, pos, end);
  return after > pos ? after : -1;
};

export function stampLiteral(text: string): StampStep {
  const wanted = new TextEncoder().encode(text);
  return (bytes, pos, end) =>
    pos + wanted.length <= end && wanted.every((byte, i) => bytes[pos + i] === byte)
      ? pos + wanted.length
      : -1;
}
