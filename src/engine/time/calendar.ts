const secondsPerDay = 86_400;

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day asked for last, as a log asks for the same one a million times, and its answer. */
let lastYear = 0;
let lastMonth = 0;
let lastDay = 0;
let lastSeconds = Number.NaN;

/** Seconds from 1970-01-01 to the day's midnight (proleptic Gregorian, year 1 to 9999), NaN where there is no such day. */
export function dateSeconds(year: number, month: number, day: number): number {
  if (year === lastYear && month === lastMonth && day === lastDay) return lastSeconds;
  lastYear = year;
  lastMonth = month;
  lastDay = day;
  lastSeconds = midnightOf(year, month, day);
  return lastSeconds;
}

function midnightOf(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || year < 1) return Number.NaN;
  const leap = isLeapYear(year);
  if (day > monthLengths[month - 1] + (leap && month === 2 ? 1 : 0)) return Number.NaN;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const dayOfYear = daysBeforeMonth[month - 1] + (leap && month > 2 ? 1 : 0) + day - 1;
  return ((year - 1970) * 365 + leapDays + dayOfYear) * secondsPerDay;
}

/** The year (1 to 9999) that an instant lies in. */
function yearOf(seconds: number): number {
  const guess = 1970 + Math.floor(seconds / (365.2425 * secondsPerDay));
  if (seconds < dateSeconds(guess, 1, 1)) return guess - 1;
  return seconds >= dateSeconds(guess + 1, 1, 1) ? guess + 1 : guess;
}

/** A log is read on the day it was written or later; a day of grace covers clocks and time zones that differ. */
const grace = secondsPerDay;

/** Feb 29 can be eight years back, around a centenary that is no leap year. */
const mostYearsBack = 8;

/**
 * Midnight of the last such day whose `secondsOfDay` lies at or before `referenceSeconds` plus a day;
 * Feb 29 falls in the last leap year. NaN where the day does not exist in any year.
 */
export function dateSecondsWithoutYear(
  month: number,
  day: number,
  secondsOfDay: number,
  referenceSeconds: number,
): number {
  const latest = referenceSeconds + grace;
  const thisYear = yearOf(latest);
  for (let year = thisYear; year >= thisYear - mostYearsBack; year--) {
    const seconds = dateSeconds(year, month, day);
    if (seconds + secondsOfDay <= latest) return seconds;
  }
  return Number.NaN;
}
