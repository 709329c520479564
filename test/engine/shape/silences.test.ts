import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordTable } from '../../../src/engine/model/record-table';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { logSilences } from '../../../src/engine/shape/log-silences';
import { gapsLookedAt } from '../../../src/engine/shape/silences';
import { longestTimeGaps, type TimeGaps } from '../../../src/engine/shape/time-gaps';
import { finish } from '../log-builder';
import { anyOffsets, anySources, indexOf, second, someTime, tableCutAfter, timedTable } from './timed-table';

const day = 86_400;
const midnight = Number(someTime / second) - (Number(someTime / second) % day);

function gapsOf(records: RecordTable, clockOffsets: readonly number[] = []): TimeGaps | undefined {
  const index = indexOf(records);
  const extent = index.extent(clockOffsets);
  return extent && finish(longestTimeGaps(records, index, extent, clockOffsets, gapsLookedAt));
}

/** Of each log the seconds from midnight of the first day. */
function tableAt(...logs: readonly (readonly number[])[]): RecordTable {
  const timeOf = (at: number) => BigInt(midnight) * second + BigInt(Math.round(at * 1e6)) * 1000n;
  return timedTable(logs.map((times) => ({ rows: times.map((at) => ({ at: timeOf(at) })) })));
}

/** When it began, and how long it took. */
function silent(...logs: readonly (readonly number[])[]): [number, number][] {
  const records = tableAt(...logs);
  const index = indexOf(records);
  const extent = index.extent([]);
  if (extent === undefined) return [];
  const from = (time: bigint) => Math.round(Number(time - BigInt(midnight) * second) / 1e9);
  const silences = finish(logSilences({ records, index, clockOffsets: [] }, extent));
  return silences.map((one) => [from(one.from), from(one.until) - from(one.from)]);
}

const random = seededRandom(11);
/** Times from `from` until `until`, so many seconds apart on the average, as chance has it. */
function byChance(from: number, until: number, mean: number): number[] {
  const times: number[] = [];
  for (let at = from; at < until; at += mean * -Math.log(1 - random())) times.push(at);
  return times;
}

const every = (step: number, from: number, until: number) =>
  Array.from({ length: Math.ceil((until - from) / step) }, (_, i) => from + i * step);
const days = (count: number, written: (midnight: number, day: number) => number[]) =>
  Array.from({ length: count }, (_, one) => written(one * day, one)).flat();
const without = (times: readonly number[], from: number, until: number) =>
  times.filter((at) => at <= from || at >= until);

describe('much longer than is usual', () => {
  const cases: { name: string; logs: readonly (readonly number[])[]; found: number[] }[] = [
    { name: 'a pause in a steady beat', logs: [without(every(10, 0, 9000), 4000, 4600)], found: [600] },
    {
      name: 'two of them, the longer first',
      logs: [without(without(every(10, 0, 9000), 1000, 1300), 4000, 4600)],
      found: [600, 300],
    },
    {
      name: 'a beat that is left out',
      logs: [without(every(3600, 0, 5 * day), 9 * 3600, 13 * 3600)],
      found: [4 * 3600],
    },
    {
      name: 'an hour in which nobody comes, where chance brings many',
      logs: [without(byChance(0, day, 5), 40_000, 43_600)],
      found: [3600],
    },
    {
      name: 'an outage by day, where nights are quiet',
      logs: [
        without(
          days(6, (at) => byChance(at + 6 * 3600, at + 22 * 3600, 20)),
          3 * day + 11 * 3600,
          3 * day + 13.5 * 3600,
        ),
      ],
      found: [2.5 * 3600],
    },
    {
      name: 'where no log of a merge writes',
      logs: [without(every(10, 0, 9000), 4000, 4600), without(every(7, 3, 9000), 4100, 5000)],
      found: [500],
    },
  ];
  it.each(cases)('$name', ({ logs, found }) => {
    const lengths = silent(...logs).map(([, length]) => length);
    expect(lengths).toHaveLength(found.length);
    for (const [i, length] of lengths.entries())
      expect(Math.abs(length - found[i])).toBeLessThan(0.05 * found[i] + 60);
  });

  it.each([
    { name: 'a clock that was not set when the log began', strays: [-midnight, -midnight + 1], around: 1 },
    { name: 'a mangled stamp far behind', strays: [9e9], around: 1 },
    { name: 'strays at either end', strays: [-midnight, 9e9], around: 2 },
  ])('is seen beside $name', ({ strays, around }) => {
    const beat = without(every(10, 0, 9000), 4000, 4600);
    const beside = silent([...strays, ...beat]);
    expect(beside).toHaveLength(around + 1);
    expect(beside.at(-1)).toEqual([4000, 600]);
  });

  it('says when it began', () => {
    expect(silent(without(every(10, 0, 9000), 4000, 4600))).toEqual([[4000, 600]]);
  });
});

describe('usual', () => {
  const quiet: { name: string; logs: readonly (readonly number[])[] }[] = [
    { name: 'a steady beat', logs: [every(10, 0, 9000)] },
    { name: 'what chance brings', logs: [byChance(0, day, 30)] },
    {
      name: 'bursts, and chance between them',
      logs: [byChance(0, day, 900).flatMap((at) => byChance(at, at + 5, 0.2))],
    },
    { name: 'nights', logs: [days(5, (at) => byChance(at + 7 * 3600, at + 19 * 3600, 30))] },
    {
      name: 'nights of different length',
      logs: [days(9, (at, one) => byChance(at + (6 + (one % 3)) * 3600, at + (18 + (one % 4)) * 3600, 30))],
    },
    { name: 'weekends', logs: [days(28, (at, one) => (one % 7 < 5 ? byChance(at, at + day, 300) : []))] },
    {
      name: 'the rest of a job that runs every hour',
      logs: [every(3600, 0, 8 * 3600).flatMap((at) => every(1, at, at + 90))],
    },
    { name: 'times written to the second', logs: [every(1, 0, 5000).filter((at) => at % 97 > 0)] },
    {
      name: 'a pause of one log in which another writes',
      logs: [without(every(10, 0, 9000), 4000, 4600), every(10, 5, 9000)],
    },
    { name: 'what few records show', logs: [[0, 1, 2, 3, 3600]] },
    { name: 'one record', logs: [[5]] },
    { name: 'one moment', logs: [new Array(50).fill(5)] },
    { name: 'no record', logs: [[]] },
  ];
  it.each(quiet)('$name', ({ logs }) => {
    expect(silent(...logs)).toEqual([]);
  });
});

describe('gaps', () => {
  it('are those between the times in order, whatever order the records come in', () => {
    fc.assert(
      fc.property(anySources, anyOffsets, (sources, offsets) => {
        const records = timedTable(sources);
        const gaps = gapsOf(records, offsets);
        const times = sources.flatMap(({ role, rows }, source) => {
          const offset = BigInt(Math.round((offsets[source] ?? 0) * 1e6));
          return rows.flatMap(({ at }) => (at === null || role === 'baseline' ? [] : [at + offset]));
        });
        times.sort((a, b) => Number(a - b));
        const expected = times
          .map((until, i) => ({ from: times[i - 1] ?? until, until }))
          .filter(({ from, until }) => until - from > BigInt(gaps?.unseen ?? 0));
        const longest = gaps?.longest ?? [];
        const found = longest.map(({ from, until }) => ({ from, until }));
        expect(found.sort((a, b) => Number(a.from - b.from))).toEqual(expected);
        const lengths = longest.map(({ nanoseconds }) => nanoseconds);
        expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
      }),
    );
  });

  it('are found where thousands of records jump about', () => {
    const times = byChance(0, day, 20).concat(byChance(2 * day, 3 * day, 20));
    const shuffled = times.map((at) => ({ at, place: random() })).sort((a, b) => a.place - b.place);
    expect(shuffled.length).toBeGreaterThan(5000);
    const inOrder = gapsOf(tableAt(times));
    const gaps = gapsOf(tableAt(shuffled.map(({ at }) => at)));
    expect(gaps?.longest).toEqual(inOrder?.longest);
    expect(gaps?.count).toBe(times.length - 1);
    expect(inOrder?.longest).toHaveLength(gapsLookedAt);
  });

  it('are counted to the nanosecond, far from the first time', () => {
    const at = (seconds: bigint, nanos = 0n) => ({ at: seconds * second + nanos });
    const rows = [at(1_748_442_400n), at(1_779_999_999n, 999_999_999n), at(1_780_000_000n)];
    expect(gapsOf(timedTable([{ rows }]))?.count).toBe(2);
  });

  it('are the same where a block of the columns ends among the records', () => {
    fc.assert(
      fc.property(anySources, fc.nat(12), (sources, before) => {
        expect(gapsOf(tableCutAfter(before, sources))).toEqual(gapsOf(timedTable(sources)));
      }),
      { numRuns: 15 },
    );
  });
});
