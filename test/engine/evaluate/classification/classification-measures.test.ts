import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClassifiedExample,
  measureClassified,
} from '../../../../src/engine/evaluate/classification/classification-measures';

/** `expected:answered`, and the categories of both; `?` is an answer that cannot be read. */
function examples(...rows: readonly string[]): ClassifiedExample[] {
  const label = (letter: string) => (letter === '?' ? null : letter === 'n' ? 'normal' : 'anomalous');
  return rows.map((row) => {
    const [verdicts, expectedCategory = null, answeredCategory = null] = row.split(' ');
    const [expected, answered] = verdicts.split(':').map(label);
    return { expected: expected ?? 'normal', answered, expectedCategory, answeredCategory };
  });
}

describe('measures of classified examples', () => {
  it('counts by hand: 10 examples, 4 of them anomalous', () => {
    const rows = ['a:a', 'a:a', 'a:n', 'a:?', 'n:n', 'n:n', 'n:n', 'n:a', 'n:?', 'n:n'];
    expect(measureClassified(examples(...rows))).toEqual({
      examples: 10,
      accuracy: 6 / 10,
      precision: 2 / 3,
      recall: 2 / 4,
      f1: 4 / 7,
      confusion: {
        normal: { normal: 4, anomalous: 1, neither: 1 },
        anomalous: { normal: 1, anomalous: 2, neither: 1 },
      },
      categories: null,
    });
  });

  it.each([
    ['nothing', [], { accuracy: null, precision: null, recall: null, f1: null }],
    ['normal ones alone', ['n:n', 'n:n'], { accuracy: 1, precision: null, recall: null, f1: null }],
    ['nothing found', ['a:n', 'n:n'], { accuracy: 0.5, precision: null, recall: 0, f1: 0 }],
    ['nothing readable', ['a:?', 'n:?'], { accuracy: 0, precision: null, recall: 0, f1: 0 }],
  ])('%s: what cannot be told is null', (_, rows, measures) => {
    expect(measureClassified(examples(...rows))).toMatchObject(measures);
  });

  it('counts categories over anomalous examples whose category is known', () => {
    const rows = [
      'a:a network network',
      'a:a network database',
      'a:n network',
      'a:a database database',
      'a:a',
      'n:a',
    ];
    expect(measureClassified(examples(...rows)).categories).toEqual({
      examples: 4,
      right: 2,
      cells: [
        { expected: 'database', answered: 'database', count: 1 },
        { expected: 'network', answered: 'database', count: 1 },
        { expected: 'network', answered: 'network', count: 1 },
        { expected: 'network', answered: null, count: 1 },
      ],
    });
  });

  it('always accounts for every example once, whatever their order', () => {
    const label = fc.constantFrom('normal' as const, 'anomalous' as const);
    const example = fc.record({
      expected: label,
      answered: fc.option(label),
      expectedCategory: fc.option(fc.constantFrom('x', 'y', '')),
      answeredCategory: fc.option(fc.constantFrom('x', 'y', '')),
    });
    fc.assert(
      fc.property(fc.array(example), (all) => {
        const measures = measureClassified(all);
        const { normal, anomalous } = measures.confusion;
        const counts = [...Object.values(normal), ...Object.values(anomalous)];
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        expect(measureClassified([...all].reverse())).toEqual(measures);
      }),
    );
  });
});
