import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentRecords } from '../../../src/engine/lanes/lane-records';
import { type DrawnLanes, drawLanes } from '../../../src/engine/lanes/lanes';
import { Level } from '../../../src/engine/model/level';
import type { RecordTable } from '../../../src/engine/model/record-table';
import type { RecordIndex } from '../../../src/engine/model/units';
import { TimeIndex } from '../../../src/engine/shape/time-index';
import { type BuiltSource, buildLog, finish, type Row } from '../log-builder';

const second = 1_000_000_000n;
const components = 5;
const bins = 12;

interface Asked {
  readonly from?: number;
  readonly until?: number;
  readonly clockOffsets?: readonly number[];
  readonly limit?: number;
  /** Line and place of the severity. */
  readonly findings?: readonly (readonly [number, number])[];
}

function drawn(records: RecordTable, asked: Asked = {}): DrawnLanes {
  const bound = (seconds: number | undefined) => (seconds === undefined ? null : BigInt(seconds) * second);
  const findings = asked.findings ?? [];
  const question = {
    window: {
      from: bound(asked.from),
      until: bound(asked.until),
      clockOffsets: asked.clockOffsets ?? [],
    },
    findings: {
      lines: Uint32Array.from(findings, ([line]) => line),
      severities: Uint8Array.from(findings, ([, severity]) => severity),
    },
    bins,
    limit: asked.limit ?? components,
  };
  const index = finish(TimeIndex.of(records));
  return finish(drawLanes(records, index, componentRecords(records, components), question));
}

const row = (component: number, at: number | undefined, more: Partial<Row> = {}): Row => ({
  text: 'crate moved',
  component,
  ...(at !== undefined && { at }),
  ...more,
});

/** What is drawn of each lane, as text: its component, then its bins. */
function picture({ chosen, drawing, bins }: DrawnLanes): string[] {
  return [...chosen].map((lane, place) => {
    const cells = [...drawing.counts.subarray(place * bins.count, (place + 1) * bins.count)];
    const marks = [...drawing.marks.subarray(place * bins.count, (place + 1) * bins.count)];
    return `${lane}: ${cells.map((count, bin) => `${count}${'.!lmhc'[marks[bin]]}`).join(' ')}`;
  });
}

describe('lanes of components', () => {
  it('stand with the worst findings first, then with most errors, then the largest; records of none are left out', () => {
    const { records } = buildLog({
      rows: [
        row(1, 100),
        row(1, 101),
        row(2, 101, { level: 'error' }),
        row(3, 102),
        row(4, 102),
        row(0, 102),
        row(4, 103, { level: 'fatal' }),
        row(2, 103, { level: 'error' }),
      ],
    });
    const lanes = drawn(records, {
      findings: [
        [3, 1],
        [0, 3],
        [1, 0],
      ],
    });
    expect(picture(lanes)).toEqual([
      '1: 1c 0. 1l 0. 0. 0. 0.',
      '3: 0. 0. 0. 0. 1m 0. 0.',
      '2: 0. 0. 1! 0. 0. 0. 1!',
      '4: 0. 0. 0. 0. 1. 0. 1!',
    ]);
    expect(lanes).toMatchObject({ total: 4, records: 8, lookedAt: 8 });
    expect(lanes.bins.bins?.width).toBe(second / 2n);
  });

  it('that are too many are counted and not drawn', () => {
    const { records } = buildLog({ rows: [row(1, 100), row(2, 100), row(2, 100)] });
    const lanes = drawn(records, { limit: 1 });
    expect(lanes.total).toBe(2);
    expect(picture(lanes)).toEqual(['2: 2.']);
  });

  it('hold what lies in the window alone, records without a time with the last one before them', () => {
    const rows = [row(1, 100), row(1, 110), row(2, undefined), row(2, 120), row(1, undefined)];
    const { records } = buildLog({ rows });
    const lanes = drawn(records, { from: 105, until: 115, findings: [[0, 3]] });
    expect([...lanes.chosen]).toEqual([1, 2]);
    expect(lanes).toMatchObject({ total: 2, records: 2 });
    expect([...lanes.tally.worst]).toEqual([-1, -1, -1, -1, -1]);
  });

  it('of a log without times are drawn over its records', () => {
    const rows = Array.from({ length: 24 }, (_, i) => row(i < 6 ? 1 : 2, undefined));
    const lanes = drawn(buildLog({ rows }).records);
    expect(lanes.bins.bins).toBeUndefined();
    expect(picture(lanes)).toEqual([
      `2: ${['0.', '0.', '0.', ...Array(9).fill('2.')].join(' ')}`,
      `1: ${['2.', '2.', '2.', ...Array(9).fill('0.')].join(' ')}`,
    ]);
    expect([...lanes.drawing.first]).toEqual([6, 0]);
    expect([...lanes.drawing.last]).toEqual([23, 5]);
  });

  it('begin and end where clocks that were set right say', () => {
    const { records } = buildLog(
      { rows: [row(1, 100), row(1, 90), row(1, 95)] },
      { rows: [row(1, 500)] },
      { role: 'baseline', rows: [row(1, 1)] },
    );
    const { drawing } = drawn(records, { clockOffsets: [0, -450_000] });
    expect([...drawing.first]).toEqual([3]);
    expect([...drawing.last]).toEqual([0]);
  });

  it.each([
    ['one record', [row(1, 100)]],
    ['one moment', [row(1, 100), row(2, 100)]],
    ['twenty years', [row(1, 0), row(2, 631_152_000)]],
    ['times on both sides of the epoch', [row(1, -1), row(2, 1)]],
  ])('are drawn of %s', (_, rows) => {
    const { records } = buildLog({ rows });
    const { drawing, bins: wide } = drawn(records);
    expect(wide.count).toBeLessThanOrEqual(bins);
    expect(drawing.counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it('are none of a log without records', () => {
    const lanes = drawn(buildLog({ rows: [] }).records);
    expect(lanes).toMatchObject({ total: 0, records: 0 });
    expect(lanes.drawing.counts).toHaveLength(0);
  });
});

const someRow = fc.record({
  component: fc.integer({ min: 0, max: components - 1 }),
  at: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
  level: fc.constantFrom('info' as const, 'error' as const),
});
const someSource: fc.Arbitrary<BuiltSource> = fc
  .array(someRow, { maxLength: 30 })
  .map((rows) => ({ rows: rows.map(({ component, at, level }) => row(component, at, { level })) }));

describe('lanes of any logs', () => {
  it('count each record of a component once, as counting one by one does', () => {
    fc.assert(
      fc.property(fc.array(someSource, { minLength: 1, maxLength: 3 }), (sources) => {
        const { records } = buildLog(...sources);
        const { chosen, tally, drawing, bins: wide } = drawn(records);
        for (const [place, lane] of chosen.entries()) {
          const own = [...Array(records.recordCount).keys()].filter(
            (record) => records.component.get(record) === lane,
          );
          const timed = wide.bins === undefined ? own : own.filter((record) => records.time.has(record));
          const cells = drawing.counts.subarray(place * wide.count, (place + 1) * wide.count);
          expect(cells.reduce((sum, count) => sum + count, 0)).toBe(timed.length);
          expect(tally.counts[lane]).toBe(own.length);
          const errors = own.filter((record) => records.levelAt(record as RecordIndex) >= Level.error);
          expect(tally.errors[lane]).toBe(errors.length);
        }
        const shown = [...chosen].sort((a, b) => a - b);
        const present = new Set(
          Array.from({ length: records.recordCount }, (_, i) => records.component.get(i)),
        );
        expect(shown).toEqual([...present].filter((lane) => lane !== 0).sort((a, b) => a - b));
      }),
    );
  });

  it('mark a bin by the worst finding in it', () => {
    const finding = fc.tuple(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(someSource, fc.array(finding, { maxLength: 10 }), (source, findings) => {
        const { records } = buildLog(source);
        const known = findings.filter(([line]) => line < records.lineCount);
        const { chosen, tally, drawing, bins: wide } = drawn(records, { findings: known });
        for (const [place, lane] of chosen.entries()) {
          const own = known.filter(([line]) => records.component.get(line) === lane);
          expect(tally.findings[lane]).toBe(own.length);
          expect(tally.worst[lane]).toBe(Math.max(-1, ...own.map(([, severity]) => severity)));
          const drawnOnes = own.filter(([line]) => wide.bins === undefined || records.time.has(line));
          const marks = drawing.marks.subarray(place * wide.count, (place + 1) * wide.count);
          if (drawnOnes.length > 0)
            expect(Math.max(...marks)).toBe(2 + Math.max(...drawnOnes.map(([, severity]) => severity)));
          else expect(Math.max(0, ...marks)).toBeLessThan(2);
        }
      }),
    );
  });
});
