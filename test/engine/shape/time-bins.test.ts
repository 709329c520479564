import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binsOver, endOf } from '../../../src/engine/shape/time-bins';
import { second, someTime } from './timed-table';

const minute = 60n * second;
const hour = 60n * minute;
const day = 24n * hour;
const millisecond = 1_000_000n;

describe('bins have a width that a clock has', () => {
  const midnight = someTime - (someTime % day);
  const cases: { name: string; from: bigint; span: bigint; most: number; width: bigint; count: number }[] = [
    {
      name: 'a millisecond of nanoseconds',
      from: midnight,
      span: millisecond,
      most: 500,
      width: 5000n,
      count: 201,
    },
    { name: 'one moment', from: midnight, span: 0n, most: 500, width: millisecond, count: 1 },
    { name: 'a second', from: midnight, span: second - 1n, most: 500, width: 2n * millisecond, count: 500 },
    { name: 'a minute', from: midnight, span: minute - 1n, most: 60, width: second, count: 60 },
    {
      name: 'a minute that begins within a second',
      from: midnight + 1n,
      span: minute,
      most: 61,
      width: second,
      count: 61,
    },
    { name: 'an hour in few bins', from: midnight, span: hour - 1n, most: 13, width: 5n * minute, count: 12 },
    { name: 'a day', from: midnight, span: day - 1n, most: 500, width: 5n * minute, count: 288 },
    {
      name: 'a month by hours of a quarter day',
      from: midnight,
      span: 30n * day,
      most: 121,
      width: 6n * hour,
      count: 121,
    },
    { name: 'one bin for all', from: midnight + 1n, span: second, most: 1, width: 2n * second, count: 1 },
    { name: 'no bin asked for is one', from: midnight, span: second, most: 0, width: 2n * second, count: 1 },
  ];
  it.each(cases)('$name', ({ from, span, most, width, count }) => {
    expect(binsOver(from, from + span, most)).toEqual({ from: from - (from % width), width, count });
  });

  it('weeks begin on Mondays', () => {
    const { from, width } = binsOver(someTime, someTime + 700n * day, 101);
    expect(width).toBe(7n * day);
    expect(new Date(Number(from / millisecond)).getUTCDay()).toBe(1);
  });
});

const anyMoment = fc.bigInt(-62_135_596_800n * second, 253_402_300_799n * second);

describe('whatever times there are', () => {
  it('bins cover them, and no first or last one is idle', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, fc.integer({ min: 1, max: 2000 }), (one, other, most) => {
        const [first, last] = one < other ? [one, other] : [other, one];
        const bins = binsOver(first, last, most);
        expect(bins.count).toBeLessThanOrEqual(most);
        expect(bins.from <= first && first < bins.from + bins.width).toBe(true);
        expect(endOf(bins) > last && last >= endOf(bins) - bins.width).toBe(true);
      }),
    );
  });
});
