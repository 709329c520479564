import { describe, expect, it } from 'vitest';
import { eligibleRuns, TimeRange } from '../../../src/engine/triage/time-range';
import { buildLog } from '../log-builder';

const second = 1_000_000_000n;
const { records } = buildLog(
  { role: 'baseline', rows: [{ text: 'a', at: 15 }] },
  {
    rows: [
      { text: 'a' },
      { text: 'a', at: 10 },
      { text: 'a', at: 20 },
      { text: 'a' },
      { text: 'a', at: 30 },
      { text: 'a' },
    ],
  },
  { rows: [{ text: 'a' }, { text: 'a', at: 20.000000001 }] },
);

interface Case {
  readonly name: string;
  readonly from: bigint | null;
  readonly until: bigint | null;
  readonly eligible: readonly number[];
}

const cases: readonly Case[] = [
  {
    name: 'open: all of the log, none of the baseline',
    from: null,
    until: null,
    eligible: [1, 2, 3, 4, 5, 6, 7, 8],
  },
  {
    name: 'bounds belong to it; a record without time goes with the one before',
    from: 20n * second,
    until: 30n * second,
    eligible: [3, 4, 5, 6, 8],
  },
  { name: 'to the nanosecond', from: 20n * second + 1n, until: 20n * second + 1n, eligible: [8] },
  { name: 'only from', from: 25n * second, until: null, eligible: [5, 6] },
  { name: 'only until', from: null, until: 20n * second, eligible: [2, 3, 4] },
  { name: 'nothing', from: 40n * second, until: 50n * second, eligible: [] },
];

describe('time range', () => {
  it.each(cases)('$name', ({ from, until, eligible }) => {
    const runs = [...eligibleRuns(records, new TimeRange(from, until))];
    expect(runs.every((run) => run.to > run.from)).toBe(true);
    expect(runs.flatMap((run) => Array.from({ length: run.to - run.from }, (_, i) => run.from + i))).toEqual(
      eligible,
    );
  });

  it('comes in runs that end now and then', () => {
    const { records: many } = buildLog({
      rows: Array.from({ length: 70_000 }, () => ({ text: 'a', at: 1 })),
    });
    expect([...eligibleRuns(many, new TimeRange(null, null))]).toEqual([
      { from: 0, to: 65_536 },
      { from: 65_536, to: 70_000 },
    ]);
  });
});
