import type { ModelPage } from '../../../src/protocol/dashboard';
import type { DetectorEvaluation } from '../../../src/protocol/log-shape';
import { tell } from '../../shared/tell';
import { detectorColour } from '../colours';
import type { DataTable } from '../shown';
import { detectorWord } from '../term-words';

export type Evaluation = NonNullable<ModelPage['evaluation']>;

export function nameOf({ detector }: Pick<DetectorEvaluation, 'detector'>): string {
  return detector === 'fused' ? tell('all together') : detectorWord(detector);
}

/** Lines are told apart by their dashes, too. */
export interface LineStyle {
  readonly colour: string;
  readonly dashes: string;
  readonly width: number;
}

const dashes = ['none', '6 3', '2 3', '9 3 2 3', '12 4', '4 2 1 2', '1 4'];

/** `place`: among those of the evaluation, all together first. */
export function lineStyle({ detector }: Pick<DetectorEvaluation, 'detector'>, place: number): LineStyle {
  if (detector === 'fused') return { colour: 'var(--vscode-foreground)', dashes: 'none', width: 2.5 };
  return { colour: detectorColour(detector), dashes: dashes[place % dashes.length], width: 1.25 };
}

/** 0.873; a dash where there is nothing it is a share of. */
export function shareText(share: number | null): string {
  return share === null ? '–' : share.toFixed(3);
}

/** 87.3 % */
export function percentText(share: number): string {
  return tell('{0} %', (100 * share).toFixed(1));
}

export function evaluationSentence({ labels, records, abnormal, detectors }: Evaluation): string {
  const [fused] = detectors;
  const held = tell('Held to {0}: {1} of {2} records are abnormal.', labels, abnormal, records);
  const { truePositives, falsePositives } = fused.confusion;
  const found = tell('Found: {0}; wrongly marked: {1}.', truePositives, falsePositives);
  const measures = tell(
    'Precision {0}, recall {1}, F1 {2}.',
    shareText(fused.precision),
    shareText(fused.recall),
    shareText(fused.f1),
  );
  return `${held} ${found} ${measures}`;
}

export function evaluationTables(evaluation: Evaluation): readonly DataTable[] {
  const { detectors, categories } = evaluation;
  const measures = measureTable(detectors);
  const curves = curveTable(detectors);
  if (categories.length === 0) return [measures, curves];
  return [measures, categoryTable(evaluation), curves];
}

const number = (title: string) => ({ title, kind: 'number' as const });
const text = (title: string) => ({ title, kind: 'text' as const });

function measureTable(detectors: readonly DetectorEvaluation[]): DataTable {
  return {
    title: tell('Detectors held to the labels'),
    columns: [
      text(tell('Detector')),
      ...measureTitles().map(number),
      number(tell('Found')),
      number(tell('Wrongly marked')),
      number(tell('Missed')),
      number(tell('Rightly left')),
    ],
    rows: detectors.map((one) => [
      nameOf(one),
      ...measuresOf(one),
      one.confusion.truePositives,
      one.confusion.falsePositives,
      one.confusion.falseNegatives,
      one.confusion.trueNegatives,
    ]),
  };
}

export function measureTitles(): readonly string[] {
  return [tell('Precision'), tell('Recall'), tell('F1'), tell('Average precision'), tell('ROC area')];
}

/** In the order of their titles. */
export function measuresOf(one: DetectorEvaluation): readonly (number | null)[] {
  return [one.precision, one.recall, one.f1, one.averagePrecision, one.rocAuc];
}

function categoryTable({ categories }: Evaluation): DataTable {
  return {
    title: tell('Recall by category'),
    columns: [
      text(tell('Category')),
      number(tell('Abnormal')),
      number(tell('Found')),
      number(tell('Recall')),
    ],
    rows: categories.map(({ category, abnormal, found }) => [category, abnormal, found, found / abnormal]),
  };
}

function curveTable(detectors: readonly DetectorEvaluation[]): DataTable {
  const rows = detectors.flatMap((one) => {
    const { roc, precisionRecall } = one;
    const first = Array.from(precisionRecall.recall, (recall, i) => [
      ...[nameOf(one), tell('Precision and recall')],
      ...[recall, precisionRecall.precision[i]],
    ]);
    const second = Array.from(roc.falsePositiveRate, (rate, i) => [
      ...[nameOf(one), tell('ROC')],
      ...[rate, roc.truePositiveRate[i]],
    ]);
    return [...first, ...second];
  });
  return {
    title: tell('Points of the curves'),
    columns: [
      text(tell('Detector')),
      text(tell('Curve')),
      number(tell('Recall, or share of normal records marked')),
      number(tell('Precision, or recall')),
    ],
    rows,
  };
}
