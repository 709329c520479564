import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { NamedParameter } from '../../../../src/protocol/dashboard';
import type { ParameterSeries } from '../../../../src/protocol/log-shape';
import {
  chartedOrder,
  hasNumbers,
  likelyTemplates,
  offeredTemplates,
} from '../../../../webview/dashboard/parameters/charted-template';
import {
  extentOf,
  filledRuns,
  type NumberSeries,
} from '../../../../webview/dashboard/parameters/number-shape';
import {
  chartKind,
  nameText,
  parametersSentence,
  parameterTable,
  stretchWords,
  valuesText,
} from '../../../../webview/dashboard/parameters/parameter-words';
import { commonValues } from '../../../../webview/dashboard/parameters/value-bars';
import { valueScale } from '../../../../webview/dashboard/parameters/value-scale';
import { columnsOf } from '../templates/template-columns';

const columns = columnsOf([
  { title: 'a <number>', count: 500, parameters: 1 },
  { title: 'b', count: 900 },
  { title: 'c <ip>', count: 700, parameters: 1 },
  { title: 'd <number>', count: 3, parameters: 1 },
]);
const findings = (...templates: number[]) => ({
  lines: new Uint32Array(),
  severities: new Uint8Array(),
  seconds: new Float64Array(),
  scores: new Float32Array(),
  templates: Uint32Array.from(templates),
  counts: new Uint32Array(),
});

describe('which template is charted', () => {
  test('offered are those with values, the commonest first, and the chosen one in any case', () => {
    expect(offeredTemplates(columns, null)).toEqual([12, 10, 13]);
    expect(offeredTemplates(columns, 99)).toEqual([99, 12, 10, 13]);
  });

  test('50 of very many', () => {
    const many = columnsOf(
      Array.from({ length: 400 }, (_, i) => ({ title: `${i}`, count: i, parameters: 1 })),
    );
    expect(offeredTemplates(many, 409)).toHaveLength(50);
    expect(offeredTemplates(many, 11)).toHaveLength(51);
  });

  test('tried first is where most was found, then the commonest; not what hardly ever came', () => {
    expect(likelyTemplates(columns, findings())).toEqual([12, 10]);
    expect(likelyTemplates(columns, findings(10, 10, 12, 13, 13, 13))).toEqual([10, 12]);
    expect(likelyTemplates(columnsOf([{ title: 'x', count: 3, parameters: 1 }]), findings())).toEqual([10]);
  });
});

const named = (name: string, given: Partial<NamedParameter>): NamedParameter => ({
  ...{ name, position: 0, type: 'number', distinct: 9, distinctIsExact: true, numbers: null, top: [] },
  ...given,
});
const numbersOf = (unit: 's' | 'B' | null, min: number, max: number) => ({
  ...{ unit, min, max },
  ...{ p50: (min + max) / 2, p90: max, p99: max },
});

test('measured numbers stand first, what never changes last', () => {
  const parameters = [
    named('always', { distinct: 1 }),
    named('user', {}),
    named('id', { numbers: numbersOf(null, 1, 9) }),
    named('took', { numbers: numbersOf('s', 1, 9) }),
    named('flat', { distinct: 2, numbers: numbersOf('s', 5, 5) }),
  ];
  expect(chartedOrder(parameters).map((at) => parameters[at].name)).toEqual([
    'took',
    'id',
    'user',
    'flat',
    'always',
  ]);
  expect(hasNumbers(parameters)).toBe(true);
  expect(hasNumbers([parameters[1], parameters[4]])).toBe(false);
});

describe('the axis of values', () => {
  test.each([
    ['from 0 where they are near it', valueScale(2, 40, 90), false, 0, 0],
    ['from the lowest where they are far from it', valueScale(1000, 1040, 1090), false, 1000, 0],
    ['on a log scale where the highest is far off', valueScale(0.01, 0.02, 40), true, 0.01, 0],
    ['linear where there is a 0', valueScale(0, 0.02, 40), false, 0, 0],
    ['one value alone in the middle', valueScale(7, 7, 7), false, 7, 0.5],
  ])('%s', (_, scale, isLog, value, share) => {
    expect(scale.isLog).toBe(isLog);
    expect(scale.shareOf(value)).toBeCloseTo(share, 9);
  });

  test('values and marks lie on it', () => {
    const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(value, value, value, (...values) => {
        const [min, middle, max] = values.toSorted((a, b) => a - b);
        fc.pre(max - min > Math.abs(max) * 1e-6);
        const scale = valueScale(min, middle, max);
        for (const one of [min, middle, max, ...scale.ticks]) {
          expect(scale.shareOf(one)).toBeGreaterThanOrEqual(-1e-6);
          expect(scale.shareOf(one)).toBeLessThanOrEqual(1 + 1e-6);
        }
      }),
    );
  });
});

const minute = '60000000000';
const numbers: NumberSeries = {
  unit: 's',
  bins: { from: '1773482400000000000', width: minute, count: 4 },
  count: Uint32Array.of(10, 0, 4, 6),
  min: Float64Array.of(0.003, Number.NaN, 0.01, 0.02),
  p50: Float64Array.of(0.012, Number.NaN, 0.02, 0.03),
  p90: Float64Array.of(0.08, Number.NaN, 0.9, 0.05),
  max: Float64Array.of(0.1, Number.NaN, 2.1, 0.06),
  lineOfMax: Uint32Array.of(5, 0, 40, 60),
};
const series: ParameterSeries = {
  type: 'duration',
  records: 400,
  lookedAt: 20,
  numbers,
  top: [],
  distinct: 20,
};
const took = named('took <duration>', { numbers: { ...numbersOf('s', 0.003, 2.1), p50: 0.018 } });

describe('numbers over time', () => {
  test('go as far as the bins that have any', () => {
    expect(extentOf(numbers)).toEqual({ min: 0.003, middle: 0.02, max: 2.1, maxBin: 2 });
    expect(extentOf({ ...numbers, count: new Uint32Array(4) })).toBeUndefined();
    expect(filledRuns(numbers.count)).toEqual([
      [0, 1],
      [2, 4],
    ]);
  });

  test('in words', () => {
    expect(stretchWords(numbers, 2, 'UTC')).toEqual([
      '2026-03-14 10:02:00 – 10:03:00',
      'median 20 ms',
      '90 % at most 900 ms',
      '10 ms to 2.1 s',
      'values: 4',
    ]);
    expect(stretchWords({ ...numbers, bins: null }, 2, 'UTC')[0]).toBe('part 3 of 4');
  });

  test('as a table in base units, without the empty stretches', () => {
    const { columns: heads, rows } = parameterTable({ parameter: took, series }, 'UTC');
    expect(heads.map(({ title }) => title)).toContain('Median (s)');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toEqual(['2026-03-14 10:02:00 – 10:03:00', 4, 0.01, 0.02, 0.9, 2.1]);
  });

  test('how much was looked at is said', () => {
    const sentence = (one: ParameterSeries) =>
      parametersSentence('it took <duration>', [{ parameter: took, series: one }]);
    expect(sentence(series)).toBe(
      'took <duration> in “it took <duration>”: 3 ms to 2.1 s, usually about 20 ms. Looked at 20 of 400 records, evenly spread.',
    );
    expect(sentence({ ...series, lookedAt: 400 })).toContain('Looked at all 400 records.');
  });
});

describe('values that are no numbers', () => {
  const top = [
    { value: '10.0.0.1', count: 12, line: 3 },
    { value: '10.0.0.2', count: 8, line: 4 },
  ] as unknown as ParameterSeries['top'];
  const texts = (given: Partial<ParameterSeries>): ParameterSeries => ({
    ...{ ...series, type: 'ip', numbers: null, top, distinct: 2 },
    ...given,
  });

  test.each([
    ['all of them', {}, '2 different values'],
    ['more than are told', { distinct: 900 }, '900 different values or more'],
    ['always the same', { distinct: 1, top: top.slice(0, 1) }, 'always 10.0.0.1'],
  ])('%s', (_, given, text) => {
    expect(valuesText({ parameter: named('from <ip>', {}), series: texts(given) })).toBe(text);
  });

  test.each<readonly [string, Partial<ParameterSeries>, string]>([
    ['a bar each', {}, 'values'],
    ['nothing where all are the same', { distinct: 1 }, 'none'],
    ['nothing where nearly each is another', { lookedAt: 20_000, distinct: 19_000 }, 'none'],
    ['lines where they are numbers', { numbers }, 'numbers'],
    [
      'nothing where the numbers are the same',
      { numbers: { ...numbers, min: numbers.max, max: numbers.max, count: Uint32Array.of(1) } },
      'none',
    ],
  ])('are drawn: %s', (_, given, kind) => {
    expect(chartKind({ parameter: named('from <ip>', {}), series: texts(given) })).toBe(kind);
  });

  test.each([
    ['took <duration>,', 'took <duration>'],
    ['<ip>:', '<ip>'],
    ['a\u0000b', 'a␀b'],
  ])('the name %j is shown as %s', (name, shown) => {
    expect(nameText({ parameter: named(name, {}), series })).toBe(shown);
  });

  test('are common, unless nearly each is another', () => {
    expect(commonValues(texts({}))).toEqual(top);
    expect(commonValues(texts({ lookedAt: 20_000, distinct: 19_000 }))).toEqual([]);
  });

  test('as a table', () => {
    expect(parameterTable({ parameter: named('from <ip>', {}), series: texts({}) }, 'UTC').rows).toEqual([
      ['10.0.0.1', 12],
      ['10.0.0.2', 8],
    ]);
  });
});
