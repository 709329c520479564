import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from '../../../../src/engine/detectors/volume/history';

const windows = 100;
/** 20 in every window, a few more or less. */
const steady = Uint32Array.from({ length: windows }, (_, i) => 18 + ((i * 7) % 5));
/** A burst of 10 to 14 in every tenth window, nothing between. */
const bursty = Uint32Array.from({ length: windows }, (_, i) => (i % 10 === 3 ? 10 + ((i * 3) % 5) : 0));

function changed(
  counts: Uint32Array,
  from: number,
  to: number,
  value: (count: number) => number,
): Uint32Array {
  return counts.map((count, i) => (i >= from && i < to ? value(count) : count));
}

/** What of: kind, first window and the one after the last. */
function told(counts: Uint32Array, rest?: Float64Array): (string | number)[][] {
  const departures = new History(counts, 2, rest).departures();
  return departures.map(({ kind, from, to }) => [kind, from, to]);
}

interface Case {
  readonly name: string;
  readonly counts: Uint32Array;
  readonly rest?: Float64Array;
  readonly told: readonly (readonly (string | number)[])[];
}

const flood = changed(steady, 40, 43, () => 120);
const cases: readonly Case[] = [
  { name: 'steady', counts: steady, told: [] },
  { name: 'bursts like those before', counts: bursty, told: [] },
  { name: 'an outbreak', counts: flood, told: [['up', 40, 43]] },
  { name: 'a burst beyond all bursts', counts: changed(bursty, 53, 54, () => 200), told: [['up', 53, 54]] },
  { name: 'twice as many, as it may happen', counts: changed(steady, 40, 41, () => 34), told: [] },
  { name: 'a lull', counts: changed(steady, 60, 64, () => 2), told: [['down', 60, 64]] },
  { name: 'silence that ends', counts: changed(steady, 60, 66, () => 0), told: [['silence', 60, 66]] },
  { name: 'silence until the end', counts: changed(steady, 80, 100, () => 0), told: [['silence', 80, 100]] },
  { name: 'what began late was not silent before', counts: changed(steady, 0, 50, () => 0), told: [] },
  { name: 'a phase of the work that ends', counts: changed(steady, 30, 100, () => 0), told: [] },
  {
    name: 'more because there is more of everything',
    counts: flood,
    rest: Float64Array.from(flood, (count) => count * 10),
    told: [],
  },
  {
    name: 'silence because nothing goes on',
    counts: changed(steady, 60, 66, () => 0),
    rest: Float64Array.from(changed(steady, 60, 66, () => 0)),
    told: [],
  },
  { name: 'too few to have a rate', counts: changed(new Uint32Array(windows), 40, 41, () => 20), told: [] },
];

describe('the history of a series', () => {
  it.each(cases)('$name', ({ counts, rest, told: expected }) => expect(told(counts, rest)).toEqual(expected));

  it('says what is usual without the departure', () => {
    expect(new History(flood, 2, undefined).departures()).toMatchObject([
      { count: 120, peak: 40, usualLow: 18, usualHigh: 22 },
    ]);
  });

  it('never tells of a series that is the same in all windows', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), fc.integer({ min: 1, max: 150 }), (count, length) => {
        expect(told(new Uint32Array(length).fill(count))).toEqual([]);
      }),
    );
  });

  it('tells of any counts only windows there are, and finite chances', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 120 }), (counts) => {
        for (const { from, to, decades } of new History(
          Uint32Array.from(counts),
          2,
          undefined,
        ).departures()) {
          expect(from >= 0 && from < to && to <= counts.length).toBe(true);
          expect(Number.isFinite(decades) && decades >= 0).toBe(true);
        }
      }),
    );
  });
});
