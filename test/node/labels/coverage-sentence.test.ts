import { expect, it } from 'vitest';
import { coverageSentence } from '../../../src/node/labels/coverage-sentence';
import { sentenceText } from '../../../src/protocol/sentence';

const measure = (precision: number, recall = 1) => ({ precision, recall, f1: 1 });
const measured = { before: measure(0.81), after: measure(0.93) };
const widened = { before: measure(0.8, 0.67), after: measure(0.75, 0.98) };
const covering = (labels: number, covered: number, records: number) => ({
  labels: Array.from({ length: labels }),
  covered,
  records,
});

it.each([
  [
    covering(37, 960, 1000),
    measured,
    '37 labels cover 96 % of the records · precision 0.81 → 0.93, cross-validated',
  ],
  [
    covering(37, 960, 1000),
    widened,
    '37 labels cover 96 % of the records · precision 0.80 → 0.75, recall 0.67 → 0.98, cross-validated',
  ],
  [covering(1, 1, 2), null, '1 label covers 50 % of the records'],
  [covering(2, 1, 1000), null, '2 labels cover < 1 % of the records'],
  [covering(2, 999, 1000), null, '2 labels cover > 99 % of the records'],
  [covering(2, 1000, 1000), null, '2 labels cover 100 % of the records'],
  [covering(1200, 0, 0), null, '1,200 labels cover 0 % of the records'],
  [covering(0, 0, 10), measured, 'No labels yet'],
])('%#: $2', (coverage, weights, expected) => {
  expect(sentenceText(coverageSentence(coverage, weights))).toBe(expected);
});
