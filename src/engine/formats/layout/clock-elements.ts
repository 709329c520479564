import { Level } from '../../model/level';
import { afterDigits, colon, dot, isLetter, slash, twoDigits, underscore } from '../../time/ascii';
import { endsStamp, parseClock } from '../../time/clock';
import { levelOfWord } from '../level-words';
import type { Step } from './step';

/** Steps that pass over what tells of a time and is no moment. */

const unusedInstant = { seconds: 0, nanos: 0 };

/** `09:41:07.250`: which day it was, nobody knows. */
export const clock: Step = (bytes, pos, end) => {
  const after = parseClock(bytes, pos, end, colon, unusedInstant);
  return after >= 0 && endsStamp(bytes, after, end) ? after : -1;
};

const longestZone = 40;

/**
 * `CET`, `CEST`, `Europe/Berlin`, `America/Argentina/Ushuaia`. Abbreviations are ambiguous (CST is China's, Cuba's and
 * Chicago's) and names need a table of history: neither is applied.
 */
export const zoneName: Step = (bytes, pos, end) => {
  const limit = Math.min(end, pos + longestZone);
  let i = pos;
  let lower = 0;
  let slashes = 0;
  for (; i < limit && (isLetter(bytes[i]) || bytes[i] === slash || bytes[i] === underscore); i++) {
    if ((bytes[i] & 0x60) === 0x60) lower++;
    if (bytes[i] === slash) slashes++;
  }
  const isAbbreviation = slashes === 0 && lower === 0 && i - pos >= 2 && i - pos <= 5;
  const isZone = isAbbreviation ? levelOfWord(bytes, pos, i) === Level.none : slashes > 0 && lower > 0;
  return isZone && endsStamp(bytes, i, end) ? i : -1;
};

/** `12.345678`: seconds since the machine or the process started. */
export const uptime: Step = (bytes, pos, end) => {
  const whole = afterDigits(bytes, pos, Math.min(end, pos + 12));
  if (whole === pos || whole >= end || bytes[whole] !== dot) return -1;
  const after = afterDigits(bytes, whole + 1, Math.min(end, whole + 10));
  return after > whole + 1 && endsStamp(bytes, after, end) ? after : -1;
};

const longestHour = 2;

/** `9:41AM`, as zerolog's console writes it. */
export const kitchenClock: Step = (bytes, pos, end) => {
  const hourEnd = afterDigits(bytes, pos, Math.min(end, pos + longestHour));
  if (hourEnd === pos || hourEnd >= end || bytes[hourEnd] !== colon) return -1;
  if (twoDigits(bytes, hourEnd + 1, end) < 0 || hourEnd + 5 > end) return -1;
  const half = bytes[hourEnd + 3] | 0x20;
  return (half === 0x61 || half === 0x70) && (bytes[hourEnd + 4] | 0x20) === 0x6d ? hourEnd + 5 : -1;
};
