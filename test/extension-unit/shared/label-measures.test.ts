import { expect, test, vi } from 'vitest';
import type { LearnedWeights } from '../../../src/engine/labels/label-report';
import { sentenceText } from '../../../src/protocol/sentence';
import { labelsOf } from '../reported-labels';

vi.mock('vscode', () => import('../vscode-stand-in'));
const { standingSentences } = await import('../../../src/extension/shared/label-measures');

const measure = (precision: number, recall = 1) => ({ precision, recall, f1: 1 });
const learned: LearnedWeights = {
  ...{ bias: 0, weights: {}, folds: 5, groups: 37, records: 100 },
  before: measure(0.81),
  after: measure(0.9301),
};

const standings: readonly [string, number, number, number, LearnedWeights | undefined, string][] = [
  ['nothing labelled', 0, 1000, 0, undefined, ''],
  ['one', 1, 1000, 12, undefined, '1 label covers 1 % of the records'],
  ['nearly all is not all', 37, 1000, 999, undefined, '37 labels cover 99 % of the records'],
  ['a few of many are no nothing', 2, 1_000_000, 5, undefined, '2 labels cover 0.1 % of the records'],
  ['what speaks of nothing here', 1, 1000, 0, undefined, '1 label covers 0 % of the records'],
  [
    'measured',
    37,
    100,
    96,
    learned,
    '37 labels cover 96 % of the records · precision 0.81 → 0.93, cross-validated',
  ],
  [
    'measured, and found more at the cost of precision',
    37,
    100,
    96,
    { ...learned, before: measure(0.8, 0.67), after: measure(0.75, 0.98) },
    '37 labels cover 96 % of the records · precision 0.80 → 0.75, recall 0.67 → 0.98, cross-validated',
  ],
];

test.each(standings)('%s', (_, labels, records, covered, measured, told) => {
  const coverage = labelsOf(Array(labels).fill({}), { records, covered });
  const sentences = standingSentences(coverage, measured, null);
  expect(sentences.map((sentence) => sentenceText(sentence)).join(' · ')).toBe(told);
});

test('weights in use are named, without any label too', () => {
  expect(standingSentences(labelsOf([]), undefined, learned).map(({ pattern }) => pattern)).toEqual([
    'learned weights in use',
  ]);
});
