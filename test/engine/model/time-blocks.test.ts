import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimeColumn } from '../../../src/engine/model/time-column';

type Time = readonly [seconds: number, nanos: number];

/** Few of each, so that many are equal; far seconds make a block wide, nanoseconds make it fine. */
const anyTime: fc.Arbitrary<Time> = fc.oneof(
  fc.constant([Number.NaN, 0] as const),
  fc.tuple(fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, 5_000_000, 999_000_000)),
  fc.tuple(fc.constantFrom(1_780_000_000, -4_000_000_000), fc.constantFrom(0, 7, 999_999_999)),
);

const anyTimes = fc.array(anyTime, { minLength: 1, maxLength: 40 });

function columnOf(times: readonly Time[]): TimeColumn {
  const column = new TimeColumn();
  for (const [seconds, nanos] of times) column.push(seconds, nanos);
  return column;
}

/** Some of the records, of one block. */
function somewhere(times: readonly Time[], share: number): { from: number; to: number } {
  return { from: Math.floor(times.length * share * 0.5), to: times.length - Math.floor(share * 2) };
}

function check(holds: (column: TimeColumn, times: readonly Time[], from: number, to: number) => void): void {
  fc.assert(
    fc.property(anyTimes, fc.double({ min: 0, max: 0.99, noNaN: true }), (times, share) => {
      const { from, to } = somewhere(times, share);
      holds(columnOf(times), times, from, to);
    }),
  );
}

const isBefore = ([seconds, nanos]: Time, [otherSeconds, otherNanos]: Time) =>
  seconds < otherSeconds || (seconds === otherSeconds && nanos < otherNanos);

describe('what is read of a block of times at once', () => {
  it('is what single looks give', () => {
    check((column, times, from, to) => {
      const [seconds, nanos] = [new Float64Array(to - from), new Uint32Array(to - from)];
      column.readSeconds(from, to, seconds);
      column.readNanos(from, to, nanos);
      expect([...seconds].map((second, i) => [second, nanos[i]])).toEqual(times.slice(from, to));
    });
  });

  it('goes from its earliest to its latest, of equal ones the first', () => {
    check((column, times, from, to) => {
      const timed = [...times.keys()].slice(from, to).filter((row) => !Number.isNaN(times[row][0]));
      const earliest = timed.find((row) => !timed.some((other) => isBefore(times[other], times[row])));
      const latest = timed.find((row) => !timed.some((other) => isBefore(times[row], times[other])));
      expect(column.extremes(from, to)).toEqual({
        earliest: earliest ?? -1,
        latest: latest ?? -1,
        timed: timed.length,
      });
    });
  });

  it('is of whole seconds or is not', () => {
    check((column, times, from, to) => {
      expect(column.hasFractions(from, to)).toBe(times.slice(from, to).some(([, nanos]) => nanos !== 0));
    });
  });
});
