import type { ReadContext } from '../formats/format';
import { Level } from '../model/level';
import { readDate, readLevel, readStamp, statusClass } from './column-values';

/** What the values of a column look like; counts are of rows where it holds anything. */
export interface ColumnStatistics {
  readonly filled: number;
  readonly times: number;
  /** Dates without a time of day. */
  readonly dates: number;
  /** Times of day. */
  readonly clocks: number;
  readonly levels: number;
  readonly statuses: number;
  readonly numbers: number;
  readonly largestNumber: number;
  readonly distinct: number;
  /** Words a value, and UTF-16 units, on average. */
  readonly words: number;
  readonly length: number;
}

const encoder = new TextEncoder();
const number = /^[+-]?\d[\d,]*(?:\.\d+)?$/;
const wholeDay = { seconds: 0, nanos: 0 };
const anyDay = encoder.encode('2026-01-01');

export function columnStatistics(
  rows: readonly (readonly string[])[],
  column: number,
  context: ReadContext,
): ColumnStatistics {
  const values = rows
    .map((row) => row[column]?.trim() ?? '')
    .filter((value) => value !== '' && value !== '-');
  const bytes = values.map((value) => encoder.encode(value));
  const count = (holds: (value: Uint8Array) => boolean) => bytes.filter(holds).length;
  const numbers = values.filter((value) => number.test(value));
  return {
    filled: values.length,
    times: count((value) => readStamp(value, 0, value.length, wholeDay, context)),
    dates: count((value) => isDate(value, context)),
    clocks: count((value) => isClock(value, context)),
    levels: count((value) => readLevel(value, 0, value.length, 'syslog') !== Level.none && !isNumber(value)),
    statuses: count((value) => statusClass(value, 0, value.length) > 0),
    numbers: numbers.length,
    largestNumber: numbers.reduce((most, value) => Math.max(most, Number(value)), 0),
    distinct: new Set(values).size,
    words: mean(values.map((value) => value.split(/\s+/).length)),
    length: mean(values.map((value) => value.length)),
  };
}

function isNumber(value: Uint8Array): boolean {
  return value[0] >= 0x30 && value[0] <= 0x39;
}

function isDate(value: Uint8Array, context: ReadContext): boolean {
  return readDate(value, { start: 0, end: value.length }, undefined, wholeDay, context);
}

function isClock(value: Uint8Array, context: ReadContext): boolean {
  const both = new Uint8Array(anyDay.length + value.length);
  both.set(anyDay);
  both.set(value, anyDay.length);
  const clock = { start: anyDay.length, end: both.length };
  return readDate(both, { start: 0, end: anyDay.length }, clock, wholeDay, context);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
}
