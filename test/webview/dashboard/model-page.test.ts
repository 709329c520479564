import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DetectorEvaluation } from '../../../src/protocol/log-shape';
import { type CurveKind, curvesOf, stopsOf } from '../../../webview/dashboard/model-page/curves';
import {
  evaluationTables,
  lineStyle,
  shareText,
} from '../../../webview/dashboard/model-page/evaluation-words';
import { evaluatedModel } from '../harness/model-pages';

const evaluation = evaluatedModel().evaluation as NonNullable<
  ReturnType<typeof evaluatedModel>['evaluation']
>;
const [fused] = evaluation.detectors;

function thresholdOf(one: DetectorEvaluation, kind: CurveKind) {
  return curvesOf([one], kind)[0].threshold?.map((share) => Number(share.toFixed(5)));
}

test('the threshold stands at its precision and recall, and at its share of normal records marked', () => {
  expect(thresholdOf(fused, 'precision-recall')).toEqual([0.9, 0.95745]);
  expect(thresholdOf(fused, 'roc')).toEqual([0.00003, 0.9]);
});

test('nothing marked has no precision, so its threshold stands nowhere', () => {
  expect(thresholdOf({ ...fused, precision: null }, 'precision-recall')).toBeUndefined();
});

test('a detector without points has no line; the others keep their styles', () => {
  const none = { falsePositiveRate: new Float64Array(), truePositiveRate: new Float64Array() };
  const [first, second, third] = evaluation.detectors;
  const curves = curvesOf([first, { ...second, roc: none }, third], 'roc');
  expect(curves.map(({ style }) => style)).toEqual([lineStyle(first, 0), lineStyle(third, 2)]);
});

test('no two lines have the same dashes', () => {
  const styles = evaluation.detectors.map((one, place) => lineStyle(one, place).dashes);
  expect(new Set(styles).size).toBe(styles.length);
});

test('a keyboard stops at both ends of a curve, on the way forward only, and not too often', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (points) => {
      const stops = stopsOf({ across: new Float64Array(points) });
      expect(stops[0]).toBe(0);
      expect(stops.at(-1)).toBe(points - 1);
      expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
      expect(stops.length).toBeLessThanOrEqual(20);
    }),
  );
});

test('the tables hold each detector, each category and each point', () => {
  const [measures, categories, points] = evaluationTables(evaluation);
  expect(measures.rows).toHaveLength(evaluation.detectors.length);
  expect(categories.rows.map(([, , found]) => found)).toEqual([58, 12]);
  expect(points.rows).toHaveLength(evaluation.detectors.length * 120);
});

test.for<[number | null, string]>([
  [null, '–'],
  [0, '0.000'],
  [0.95745, '0.957'],
])('%s is told as %s', ([share, text]) => {
  expect(shareText(share)).toBe(text);
});
