import { describe, expect, it } from 'vitest';
import { readMatrix } from '../../../src/engine/metrics/prometheus-matrix';
import { sentenceText } from '../../../src/protocol/sentence';

const asked = { query: 'sum(up)', step: 10 };

function shown(data: unknown): readonly string[] {
  const read = readMatrix(data, asked);
  if ('problem' in read) return [sentenceText(read.problem)];
  const series = read.series.map(
    ({ name, unit, seconds, values }) =>
      `${name} [${unit}] ${Array.from(seconds, (at, i) => `${at}=${values[i]}`).join(' ')}`,
  );
  return [...series, ...read.notes.map((note) => sentenceText(note))];
}

const matrix = (...result: unknown[]) => ({ resultType: 'matrix', result });

const cases: readonly (readonly [what: string, data: unknown, seen: readonly string[]])[] = [
  [
    'names, labels and units',
    matrix({
      metric: { __name__: 'heap_bytes', job: 'till' },
      values: [
        [100, '1'],
        [110, '2.5'],
      ],
    }),
    ['heap_bytes{job="till"} [bytes] 100=1 110=2.5'],
  ],
  [
    'a series of no name and no labels is called by its query',
    matrix({ metric: {}, values: [[100.5, '1']] }),
    ['sum(up) [] 100.5=1'],
  ],
  [
    'moments without a value are a gap',
    matrix({
      metric: {},
      values: [
        [100, '1'],
        [110, '1'],
        [150, '2'],
      ],
    }),
    ['sum(up) [] 100=1 110=1 120=NaN 150=2'],
  ],
  [
    'what cannot be drawn is a gap, and told where it is infinite',
    matrix({
      metric: {},
      values: [
        [100, 'NaN'],
        [110, '+Inf'],
        [120, '-Inf'],
        [130, '4'],
      ],
    }),
    ['sum(up) [] 100=NaN 110=NaN 120=NaN 130=4', 'Values that are infinite cannot be drawn and are gaps.'],
  ],
  [
    'histograms are left out',
    matrix({ metric: { __name__: 'took' }, histograms: [[100, { count: '1' }]] }),
    ['Histograms are left out. Ask for one figure of each, such as histogram_quantile(0.99, …).'],
  ],
  ['nothing', matrix(), []],
  [
    'what is no point is none',
    matrix(7, { metric: 3, values: [[1], ['1', '2'], [5, 5], [6, '6']] }),
    ['sum(up) [] 6=6'],
  ],
];

describe('a matrix of Prometheus', () => {
  it.each(cases)('%s', (_, data, seen) => expect(shown(data)).toEqual(seen));

  it.each([['vector'], ['scalar'], ['streams']])('a %s is refused with a cure', (resultType) => {
    expect(shown({ resultType, result: [] })[0]).toMatch(new RegExp(`but a ${resultType}\\. Ask`));
  });

  it('shows a hundred series of more, and says so', () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ metric: { i: `${i}` }, values: [[1, '1']] }));
    const seen = shown(matrix(...many));
    expect(seen).toHaveLength(101);
    expect(seen.at(-1)).toContain('Of the 101 series the first 100 are shown.');
  });
});
