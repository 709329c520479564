import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Episode, Folding } from '../../../src/engine/triage/folding';
import { buildLog, type Row, recordAt, rowsOf } from '../log-builder';

interface Said {
  readonly record: number;
  readonly score?: number;
  readonly says?: number;
}

function fold(rows: readonly Row[], said: readonly Said[]): Episode[] {
  const folding = new Folding(buildLog({ rows }).records);
  for (const { record, score = 0.5, says = 1 } of said) folding.add(recordAt(record), score, says);
  return Array.from({ length: folding.length }, (_, i) => folding.at(i));
}

/** A day in which a line is written every ten seconds. */
const day = rowsOf(8_640, (i) => ({ text: 'tick', at: i * 10 }));
const timeless = rowsOf(8_640, () => ({ text: 'tick' }));
const minute = 6;
const hour = 60 * minute;
const every = (step: number, from: number, count: number): Said[] =>
  Array.from({ length: count }, (_, i) => ({ record: from + i * step }));

interface Case {
  readonly name: string;
  readonly rows?: readonly Row[];
  readonly said: readonly Said[];
  /** First and last record and how many, of each episode. */
  readonly episodes: readonly (readonly [number, number, number])[];
}

const cases: readonly Case[] = [
  { name: 'one that stands alone', said: [{ record: 5 }], episodes: [[5, 5, 1]] },
  { name: 'one after the other', said: every(1, 100, 50), episodes: [[100, 149, 50]] },
  {
    name: 'now and then over all the day, however far apart',
    said: every(hour, 0, 24),
    episodes: [[0, 23 * hour, 24]],
  },
  {
    name: 'an outbreak in the morning, and another hours later',
    said: [...every(1, hour, 60), ...every(1, 6 * hour, 60)],
    episodes: [
      [hour, hour + 59, 60],
      [6 * hour, 6 * hour + 59, 60],
    ],
  },
  {
    name: 'an outbreak with a pause of some minutes',
    said: [...every(1, hour, 60), ...every(1, hour + 60 + 5 * minute, 60)],
    episodes: [[hour, hour + 5 * minute + 119, 120]],
  },
  {
    name: 'two outbreaks without times: records pass',
    rows: timeless,
    said: [...every(1, 100, 60), ...every(1, 6_000, 60)],
    episodes: [
      [100, 159, 60],
      [6_000, 6_059, 60],
    ],
  },
  {
    name: 'two that say different things',
    said: [
      { record: 1, says: 1 },
      { record: 2, says: 2 },
      { record: 3, says: 1 },
    ],
    episodes: [
      [1, 3, 2],
      [2, 2, 1],
    ],
  },
];

const shape = ({ first, last, count }: Episode) => [first, last, count];

describe('folding', () => {
  it.each(cases)('$name', ({ rows = day, said, episodes }) => {
    expect(fold(rows, said).map(shape)).toEqual(episodes);
  });

  it('gives an episode the highest score of its records, and says whose it is', () => {
    const said = [0.5, 0.8, 0.6].map((score, record) => ({ record, score }));
    expect(fold(day, said).map(({ score, strongest }) => [score, strongest])).toEqual([[0.8, 1]]);
  });

  it('begins anew while the log went on, not where nobody wrote anything', () => {
    const night = rowsOf(400, (i) => ({ text: 'tick', at: i < 200 ? i : 40_000 + i }));
    expect(fold(night, every(1, 190, 20)).map(shape)).toEqual([[190, 209, 20]]);
  });

  it('survives a clock that jumps back', () => {
    const jumping = rowsOf(8_640, (i) => ({ text: 'tick', at: i < 4_000 ? 90_000 + i * 10 : i * 10 }));
    expect(fold(jumping, every(1, 3_990, 20)).map(shape)).toEqual([[3_990, 4_009, 20]]);
  });

  it('loses no record, and what is appended never moves where an episode began', () => {
    const records = fc.uniqueArray(fc.nat({ max: 8_639 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(records, fc.nat(), (chosen, cut) => {
        const said = chosen.toSorted((a, b) => a - b).map((record) => ({ record }));
        const all = fold(day, said);
        expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(said.length);
        const fewer = fold(day, said.slice(0, 1 + (cut % said.length)));
        expect(all.map(({ first }) => first).slice(0, fewer.length)).toEqual(fewer.map(({ first }) => first));
      }),
    );
  });
});
