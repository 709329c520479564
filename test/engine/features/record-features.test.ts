import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { features } from '../../../src/engine/features/feature-table';
import { RecordFeatures } from '../../../src/engine/features/record-features';
import { buildLog, finish, type Row, recordAt, rowsOf, statisticsOf } from '../log-builder';

function featuresOf(...sources: Row[][]): RecordFeatures {
  const log = buildLog(...sources.map((rows) => ({ rows })));
  return new RecordFeatures(log.records, statisticsOf(log));
}

/** 200 alike, a tenth of a second apart, then the odd one. */
function withOddRow(odd: Row): RecordFeatures {
  return featuresOf([
    ...rowsOf(200, (i) => ({ text: `served {page} ${i}`, at: 1000 + i / 10, bytes: 40 })),
    odd,
    { text: 'served {page} 1', at: 1200 },
  ]);
}

const columnOf = (name: string) => features.findIndex((feature) => feature.name === name);
const usual = { text: 'served {page} 0', at: 1020, bytes: 40 };

interface Case {
  readonly feature: string;
  readonly odd: Row;
  readonly value: number;
  readonly sentence: { readonly pattern: string; readonly values: readonly (string | number)[] };
}

const cases: readonly Case[] = [
  {
    feature: 'gap',
    odd: { ...usual, at: 1019.9 + 41 },
    value: 4.5,
    sentence: { pattern: 'it came {0} s after the line before it, usually {1} s', values: [41, 0.1] },
  },
  {
    feature: 'gap',
    odd: { ...usual, at: 1019.9 },
    value: 0,
    sentence: {
      pattern: 'it came at the same time as the line before it, usually {0} s after it',
      values: [0.1],
    },
  },
  {
    feature: 'gap',
    odd: { ...usual, at: 1019.9 - 7 },
    value: 0,
    sentence: { pattern: 'its time is {0} s before that of the line before it', values: [7] },
  },
  {
    feature: 'rate',
    odd: usual,
    value: 1,
    sentence: {
      pattern: 'the lines just before it came at {0} a second, usually at {1}',
      values: [10, 10],
    },
  },
  {
    feature: 'bytes',
    odd: { ...usual, bytes: 40 * 64 },
    value: 6,
    sentence: { pattern: 'it is {0} bytes long, its template usually {1}', values: [2560, 41] },
  },
  {
    feature: 'lines',
    odd: { ...usual, lines: 16 },
    value: 4,
    sentence: { pattern: 'it has {0} lines, usually {1}', values: [16, 1] },
  },
  {
    feature: 'template',
    odd: { ...usual, text: 'rebooting' },
    value: 2.25,
    sentence: { pattern: '{0} of {1} records have its template', values: [1, 202] },
  },
  {
    feature: 'signature',
    odd: { ...usual, text: 'served {image} 0' },
    value: 2.25,
    sentence: { pattern: '{0} of {1} records have exactly these words', values: [1, 202] },
  },
  {
    feature: 'transition',
    odd: usual,
    value: 0,
    sentence: {
      pattern: 'after `{2}` it came {0} of {1} times',
      values: [201, 201, 'served <word> <number>'],
    },
  },
  {
    feature: 'component',
    odd: { ...usual, component: 7 },
    value: 2.25,
    sentence: { pattern: 'its component wrote {0} of {1} records', values: [1, 202] },
  },
];

describe('record features', () => {
  it.each(cases)('$feature: its value and what it says', ({ feature, odd, value, sentence }) => {
    const made = withOddRow(odd);
    expect(made.row(recordAt(200))[columnOf(feature)]).toBe(value);
    expect(made.describe(columnOf(feature), recordAt(200))).toEqual(sentence);
  });

  it('say of what is too fast to be told apart no more than is true', () => {
    const batch = rowsOf(50, () => ({ text: 'tick', at: 1000 }));
    const burst = featuresOf([...rowsOf(100, (i) => ({ text: 'tick', at: 800 + i })), ...batch]);
    expect(burst.describe(columnOf('rate'), recordAt(140))).toEqual({
      pattern: 'the lines just before it came at {0} a second or more, usually at {1}',
      values: [1000, 1],
    });
    const pause = featuresOf([...batch, ...batch, ...rowsOf(20, (i) => ({ text: 'tick', at: 1010 + i }))]);
    expect(pause.describe(columnOf('rate'), recordAt(115))).toEqual({
      pattern: 'the lines just before it came at {0} a second, usually at {1} or more',
      values: [1, 1000],
    });
    expect(pause.describe(columnOf('gap'), recordAt(100))).toEqual({
      pattern: 'it came {0} s after the line before it, usually within 2 ms',
      values: [10],
    });
  });

  it('find a template surprising after one that nearly never precedes it', () => {
    const steps = rowsOf(300, (i) => ({ text: i % 3 === 0 ? 'open' : i % 3 === 1 ? 'read' : 'close' }));
    const made = featuresOf([...steps, { text: 'open' }, { text: 'close' }, { text: 'open' }]);
    const surprise = (record: number) => made.row(recordAt(record))[columnOf('transition')];
    expect([298, 299, 300, 301].map(surprise)).toEqual([0, 0, 0, 1.5]);
  });

  it('put the typical value where a record has none', () => {
    const made = featuresOf(
      rowsOf(50, (i) => ({ text: 'tick', at: i })),
      [{ text: 'tick' }, { text: 'tick' }],
    );
    const gap = columnOf('gap');
    expect(made.typical[gap]).toBe(3);
    expect([0, 1, 50, 51].map((record) => made.row(recordAt(record))[gap])).toEqual([3, 3, 3, 3]);
  });

  it('take a clock that runs backwards for no time passing', () => {
    const made = featuresOf([
      { text: 'a', at: 100 },
      { text: 'a', at: 50 },
      { text: 'a', at: 51 },
    ]);
    expect(made.row(recordAt(1))[columnOf('gap')]).toBe(0);
  });

  const row = fc.record({
    text: fc.constantFrom('a', 'b {x}', 'b {y}'),
    at: fc.option(fc.double({ min: 0, max: 4e9, noNaN: true }), { nil: undefined }),
    lines: fc.integer({ min: 1, max: 5 }),
    bytes: fc.integer({ min: 0, max: 1e6 }),
  });
  const source = fc
    .array(row, { maxLength: 30 })
    .map((rows) => rows.map(({ at, ...rest }): Row => (at === undefined ? rest : { ...rest, at })));

  it('are always finite, and the same by block and by row', () => {
    fc.assert(
      fc.property(fc.array(source, { maxLength: 3 }), (sources) => {
        const made = featuresOf(...sources);
        const ids = new Uint32Array(sources.flat().length);
        const rows = finish(made.distinctRows(ids));
        const row = new Float64Array(RecordFeatures.width);
        for (let record = 0; record < ids.length; record++) {
          made.write(rows, ids[record], row);
          expect(row.every(Number.isFinite)).toBe(true);
          expect(made.row(recordAt(record))).toEqual(row);
        }
      }),
    );
  });

  it('come to one row where they are alike, whose first record is known', () => {
    const made = featuresOf(
      rowsOf(10_000, (i) => ({ text: 'tick', at: 1000 + i * (i % 100 === 99 ? 50 : 1) })),
    );
    const ids = new Uint32Array(10_000);
    const rows = finish(made.distinctRows(ids));
    const seen = new Map<string, number>();
    for (const [record, id] of ids.entries()) {
      const key = made.row(recordAt(record)).join(' ');
      if (!seen.has(key)) expect([id, rows.firstRecord(id)]).toEqual([seen.size, record]);
      expect(seen.get(key) ?? id).toBe(id);
      seen.set(key, id);
    }
    expect(rows.count).toBe(seen.size);
  });
});
