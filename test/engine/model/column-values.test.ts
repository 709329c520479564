import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitColumn, Uint8Column, Uint16Column, Uint32Column } from '../../../src/engine/model/column';
import { NarrowColumn } from '../../../src/engine/model/narrow-column';
import { OffsetColumn } from '../../../src/engine/model/offset-column';
import { TimeColumn } from '../../../src/engine/model/time-column';

interface Column<Value> {
  push(value: Value): void;
  get(index: number): Value;
}

/** Enough blanks before the values that they cross from one block into the next. */
const acrossBlocks = 65_530;

function check<Value>(values: readonly Value[], blank: Value, column: Column<Value>, before: number): void {
  for (let i = 0; i < before; i++) column.push(blank);
  for (const value of values) column.push(value);
  expect(values.map((_, i) => column.get(before + i))).toEqual(values);
}

const padding = fc.constantFrom(0, acrossBlocks);

describe('a column gives back what was pushed', () => {
  const cases: [string, () => Column<number>, number][] = [
    ['1 byte', () => new Uint8Column(), 0xff],
    ['2 bytes', () => new Uint16Column(), 0xffff],
    ['4 bytes', () => new Uint32Column(), 0xffffffff],
    ['4 bytes, of which two mostly do', () => new NarrowColumn(0), 0xffffffff],
    ['offsets, rising or not, near or far', () => new OffsetColumn(), Number.MAX_SAFE_INTEGER],
  ];
  it.each(cases)('%s', (_, make, max) => {
    const values = fc.array(
      fc.oneof(
        fc.nat({ max: Math.min(max, 1000) }),
        fc.maxSafeNat().map((n) => n % (max + 1)),
      ),
    );
    fc.assert(
      fc.property(values, padding, (numbers, before) => check(numbers, 0, make(), before)),
      { numRuns: 40 },
    );
  });

  it('1 bit', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), padding, (bits, before) =>
        check(bits, false, new BitColumn(), before),
      ),
      { numRuns: 40 },
    );
  });
});

it('an offset column keeps the offsets of one source when the next begins in the same block', () => {
  check([5_000_000_000, 5_000_000_100, 0, 40, 6_000_000_000], 0, new OffsetColumn(), 0);
});

it('a column of rising numbers keeps near and far ones', () => {
  const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 1 << 24 })));
  fc.assert(
    fc.property(steps, (given) => {
      const numbers = given.map((_, i) => given.slice(0, i + 1).reduce((sum, step) => sum + step, 7));
      check(numbers, 0, new NarrowColumn(1), 0);
    }),
  );
});

describe('times', () => {
  /** Years 1 to 9999, and records without a time. */
  const seconds = fc.oneof(
    fc.constant(Number.NaN),
    fc.integer({ min: 1_790_000_000, max: 1_790_000_100 }),
    fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
    fc.constantFrom(-0x80000000, 0x7fffffff, 0x80000000),
  );
  const nanos = fc.oneof(
    fc.nat({ max: 999 }).map((millis) => millis * 1_000_000),
    fc.nat({ max: 999_999_999 }),
  );
  const times = fc.array(fc.record({ seconds, nanos }));

  it('come back to the nanosecond, in any order and however far apart', () => {
    fc.assert(
      fc.property(times, padding, (pushed, before) => {
        const column = new TimeColumn();
        for (let i = 0; i < before; i++) column.push(Number.NaN, 0);
        for (const time of pushed) column.push(time.seconds, time.nanos);
        for (const [i, time] of pushed.entries()) {
          const none = Number.isNaN(time.seconds);
          const expected = none ? null : BigInt(time.seconds) * 1_000_000_000n + BigInt(time.nanos);
          expect(column.nanosecondsAt(before + i)).toBe(expected);
          expect(column.nanosecondsText(before + i)).toBe(expected?.toString() ?? null);
          expect(column.has(before + i)).toBe(!none);
          expect(column.millis(before + i)).toBe(time.seconds * 1000 + time.nanos / 1e6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
