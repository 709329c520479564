import type { Measures } from '../../engine/evaluate/measures';
import { missingClass } from '../../engine/evaluate/notes';
import type { EvaluatedLog } from '../../node/evaluate-log';
import type { EvaluatedSequences } from '../../node/evaluate-sequences';
import { grouped } from '../../protocol/sentence';
import { sequenceNotes } from './evaluate-notes';
import type { Voice } from './finding-text';

/** What `oddline evaluate --train --test` says to people. */
export function sequenceEvaluationText(evaluated: EvaluatedSequences, { palette, tell }: Voice): string {
  const { measures, learned, sequences, detectionDelay } = evaluated;
  const values = [grouped(learned), grouped(sequences.length)];
  const title = tell({ pattern: '{0} normal sequences learned, {1} judged', values });
  const delay = {
    pattern: 'Of the abnormal ones found, half are odd after {0} events or fewer.',
    values: [detectionDelay?.median ?? 0],
  };
  return lines([
    palette.strong(title),
    ...table([{ name: '', measures }]),
    ...legend(tell),
    ...(detectionDelay === null ? [] : [tell(delay)]),
    ...sequenceNotes(evaluated).map((note) => tell(note)),
  ]);
}

/** What `oddline evaluate FILE --labels` says to people. */
export function logEvaluationText({ evaluation }: EvaluatedLog, { palette, tell }: Voice): string {
  const { detectors, categories, records, abnormal } = evaluation;
  const values = [grouped(records), grouped(abnormal)];
  const title = tell({ pattern: '{0} records, {1} of them labelled abnormal', values });
  const rows = detectors.map((measures) => ({ name: measures.detector, measures }));
  return lines([
    palette.strong(title),
    ...table(rows),
    ...legend(tell),
    ...categories.map(({ category, abnormal: all, found }) =>
      tell({ pattern: '{0}: {1} of {2} found', values: [category, grouped(found), grouped(all)] }),
    ),
    ...missingClass(detectors[0].confusion).map((note) => tell(note)),
  ]);
}

/** Heads are the names of measures as papers write them. */
const columns: readonly (readonly [head: string, value: (measures: Measures) => string])[] = [
  ['P', ({ precision }) => share(precision)],
  ['R', ({ recall }) => share(recall)],
  ['F1', ({ f1 }) => share(f1)],
  ['FPR', ({ falsePositiveRate }) => share(falsePositiveRate)],
  ['ACC', ({ accuracy }) => share(accuracy)],
  ['AUC', ({ rocAuc }) => share(rocAuc)],
  ['AP', ({ averagePrecision }) => share(averagePrecision)],
  ['TP', ({ confusion }) => grouped(confusion.truePositives)],
  ['FP', ({ confusion }) => grouped(confusion.falsePositives)],
  ['TN', ({ confusion }) => grouped(confusion.trueNegatives)],
  ['FN', ({ confusion }) => grouped(confusion.falseNegatives)],
];

interface Row {
  readonly name: string;
  readonly measures: Measures;
}

function table(rows: readonly Row[]): string[] {
  const cells = [
    ['', ...columns.map(([head]) => head)],
    ...rows.map(({ name, measures }) => [name, ...columns.map(([, value]) => value(measures))]),
  ];
  const widths = cells[0].map((_, at) => Math.max(...cells.map((row) => row[at].length)));
  return cells.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join('  ')
      .trimEnd(),
  );
}

function legend(tell: Voice['tell']): string[] {
  return [
    tell({
      pattern:
        'P precision, R recall, FPR false-positive rate, ACC accuracy, AUC area under the ROC curve, AP average precision.',
      values: [],
    }),
  ];
}

function share(value: number | null): string {
  return value === null ? '–' : value.toFixed(4);
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
