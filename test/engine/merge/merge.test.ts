import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOfTime } from '../../../src/engine/merge/line-of-time';
import { longestGaps } from '../../../src/engine/merge/longest-gaps';
import { mergeOrder } from '../../../src/engine/merge/merge-order';
import { buildLog, finish } from '../log-builder';

/** Seconds; null for a record without a time. A pair says its lines too. */
type Written = number | null | readonly [seconds: number | null, lines: number];

function rowOf(written: Written) {
  const [at, lines] = Array.isArray(written) ? written : [written, 1];
  return { text: 'something', lines, ...(at !== null && { at }) };
}

function logOf(sources: readonly (readonly Written[])[]) {
  return buildLog(...sources.map((source) => ({ rows: source.map(rowOf) })));
}

/** The order as `source:line`, from 0. */
function orderOf(sources: readonly (readonly Written[])[], clockOffsets?: readonly number[]): string {
  const { records } = logOf(sources);
  const { order } = finish(mergeOrder(records, clockOffsets));
  const named = [...order].map((line) => {
    const source = records.sources.findLastIndex(({ firstLine }) => firstLine <= line);
    return `${'abcdef'[source]}${line - records.sources[source].firstLine}`;
  });
  return named.join(' ');
}

interface Case {
  readonly what: string;
  readonly sources: readonly (readonly Written[])[];
  readonly offsets?: readonly number[];
  readonly order: string;
}

const cases: readonly Case[] = [
  {
    what: 'two logs by their times',
    sources: [
      [1, 3, 5],
      [2, 4, 6],
    ],
    order: 'a0 b0 a1 b1 a2 b2',
  },
  { what: 'equal times in order of source', sources: [[5, 5], [5], [5, 6]], order: 'a0 a1 b0 c0 c1' },
  {
    what: 'times that differ by a nanosecond',
    sources: [[100.000000002], [100.000000001]],
    order: 'b0 a0',
  },
  { what: 'times before the epoch', sources: [[-1], [-2, 0]], order: 'b0 a0 b1' },
  { what: 'the lines of a record together', sources: [[[1, 3], 4], [2]], order: 'a0 a1 a2 b0 a3' },
  {
    what: 'records without a time behind their record',
    sources: [[1, null, null, 5], [2]],
    order: 'a0 a1 a2 b0 a3',
  },
  {
    what: 'what stands before the first time with it',
    sources: [[null, null, 3], [1]],
    order: 'b0 a0 a1 a2',
  },
  { what: 'a log without times last', sources: [[null, null], [7]], order: 'b0 a0 a1' },
  { what: 'empty logs', sources: [[], [1], []], order: 'b0' },
  { what: 'no log', sources: [], order: '' },
  {
    what: 'a clock set back: what follows stands at the moment of the jump',
    sources: [
      [10, 20, 5, 6, 21],
      [15, 20.5, 22],
    ],
    order: 'a0 b0 a1 a2 a3 b1 a4 b2',
  },
  {
    what: 'a single time far ahead holds nothing back',
    sources: [
      [1, 9999, 3, 4],
      [2, 3.5, 5],
    ],
    order: 'a0 b0 a1 a2 b1 a3 b2',
  },
  {
    what: 'clocks set right',
    sources: [
      [10, 20],
      [11.5, 12],
    ],
    offsets: [0, -2500],
    order: 'b0 b1 a0 a1',
  },
  { what: 'clocks set right by part of a second', sources: [[1.75], [2]], offsets: [500], order: 'b0 a0' },
];

describe('all lines in order of time', () => {
  for (const { what, sources, offsets, order } of cases) {
    it(what, () => expect(orderOf(sources, offsets)).toBe(order));
  }

  it('leaves baselines out', () => {
    const rows = [{ text: 'x', at: 1 }];
    const { records } = buildLog({ rows }, { rows, role: 'baseline' });
    expect([...finish(mergeOrder(records)).order]).toEqual([0]);
  });

  it('counts the records without a time', () => {
    const { records } = logOf([[1, null, 2], [3], [null, null]]);
    expect(finish(mergeOrder(records)).untimed).toEqual([1, 0, 2]);
  });

  it('says how far it is', () => {
    const { records } = logOf([Array.from({ length: 70_000 }, (_, i) => i), [3]]);
    const shares = [...mergeOrder(records)];
    expect(shares).toEqual([expect.closeTo(65_536 / 70_001, 3)]);
  });
});

const anyRecord = fc.tuple(
  fc.option(fc.integer({ min: 0, max: 50 }).map((half) => half / 2)),
  fc.integer({ min: 1, max: 3 }),
);
const anySources = fc.array(fc.array(anyRecord, { maxLength: 30 }), { maxLength: 5 });

describe('whatever the logs', () => {
  it('every line comes once, and those of a source in its own order', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const { records } = logOf(sources);
        const { order } = finish(mergeOrder(records));
        expect([...order].sort((a, b) => a - b)).toEqual(
          Array.from({ length: records.lineCount }, (_, i) => i),
        );
        for (const { firstLine, lines } of records.sources) {
          const own = [...order].filter((line) => line >= firstLine && line < firstLine + lines);
          expect(own).toEqual([...own].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('where every source is in order of time, so is the whole', () => {
    const sorted = anySources.map((sources) =>
      sources.map((source) => source.filter(([at]) => at !== null).sort(([a], [b]) => Number(a) - Number(b))),
    );
    fc.assert(
      fc.property(sorted, (sources) => {
        const { records } = logOf(sources);
        const times = [...finish(mergeOrder(records)).order].map((line) =>
          records.time.millis(records.recordOfLine(line as never) ?? 0),
        );
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
    );
  });
});

describe('the longest gaps', () => {
  const gapsOf = (sources: readonly (readonly Written[])[], limit = 10, offsets?: readonly number[]) =>
    finish(longestGaps(logOf(sources).records, limit, offsets)).map(
      ({ before, after, milliseconds }) => `${before}→${after} ${milliseconds}`,
    );

  const gapCases: readonly {
    what: string;
    sources: readonly (readonly Written[])[];
    gaps: readonly string[];
  }[] = [
    { what: 'longest first', sources: [[0, 1, 5, 7]], gaps: ['1→2 4000', '2→3 2000', '0→1 1000'] },
    { what: 'of equal ones the earlier first', sources: [[0, 1, 2]], gaps: ['0→1 1000', '1→2 1000'] },
    { what: 'between the records of all logs', sources: [[0, 10], [4]], gaps: ['2→1 6000', '0→2 4000'] },
    { what: 'over records without a time', sources: [[0, null, 3]], gaps: ['0→2 3000'] },
    { what: 'none where a clock was set back', sources: [[10, 10, 4, 9]], gaps: [] },
    { what: 'none from a single time far ahead', sources: [[1, 99, 2]], gaps: ['0→1 1000'] },
    { what: 'none without times', sources: [[null, null], []], gaps: [] },
  ];
  for (const { what, sources, gaps } of gapCases) {
    it(what, () => expect(gapsOf(sources)).toEqual(gaps));
  }

  it('are as many as asked for', () => {
    expect(gapsOf([[0, 1, 5, 7, 20]], 2)).toEqual(['3→4 13000', '1→2 4000']);
    expect(gapsOf([[0, 1]], 0)).toEqual([]);
  });

  it('heed clocks set right', () => {
    expect(gapsOf([[0], [5]], 10, [0, -4000])).toEqual(['0→1 1000']);
  });

  it('say where the later record stands in its file', () => {
    const [gap] = finish(longestGaps(logOf([[0], [-1, 9]]).records, 1));
    expect(gap).toMatchObject({ source: 1, line: 2 });
  });
});

describe('the line of a time', () => {
  const second = 1_000_000_000n;
  const lineAt = (sources: readonly (readonly Written[])[], time: bigint, offsets?: readonly number[]) =>
    lineOfTime(logOf(sources).records, time, offsets);

  it('is the first at or after it', () => {
    expect(lineAt([[1, 2, 4]], 2n * second)).toBe(1);
    expect(lineAt([[1, 2, 4]], 2n * second + 1n)).toBe(2);
    expect(lineAt([[1, 2, 4]], 0n)).toBe(0);
    expect(lineAt([[-1, 2]], -1_000_000_000n)).toBe(0);
    expect(lineAt([[-1, 2]], -999_999_999n)).toBe(1);
  });

  it('is nowhere behind the last', () => {
    expect(lineAt([[1, 2]], 3n * second)).toBeUndefined();
    expect(lineAt([[null], []], 0n)).toBeUndefined();
  });

  it('is the earliest of several logs, by clocks set right', () => {
    expect(lineAt([[1, 9], [5]], 4n * second)).toBe(2);
    expect(lineAt([[1, 9], [5]], 4n * second, [-3000, 5000])).toBe(1);
  });

  it('is the record with the time, not what stands before it without one', () => {
    expect(lineAt([[null, 3]], second)).toBe(1);
  });
});
