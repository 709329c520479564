import type { CardLabels, CardLeftOut } from '../../engine/dataset/card/data-card';
import { labelWarnings, unlabelledIn } from '../../engine/dataset/card/label-warnings';
import { writtenTokens } from '../../engine/dataset/check/example-tokens';
import type { PlacedSequence } from '../../engine/dataset/export/export-sequences';
import type { ExportPlan } from '../../engine/dataset/export/plan-export';
import { SequenceRedaction } from '../../engine/dataset/export/sequence-redaction';
import type { DatasetPreview, PreviewedSequence } from '../../protocol/dataset';
import { openTexts } from '../files/source-texts';
import { pause } from '../pause';
import { datasetError } from './dataset-problems';
import { sessionsOf } from './export-card';
import { mostTemplateColumns, reasonIn, writtenSequence } from './export-dataset';
import type { ExportTask } from './export-task';
import { passedOver } from './passed-over-labels';
import { evenlyChosen, pickedExamples, plannedLabels, planOf } from './preview-plan';
import { previewedText } from './previewed-text';

/** What of an export can be seen before it is written. */
export type PreviewTask = Pick<
  ExportTask,
  | 'finished'
  | 'paths'
  | 'labels'
  | 'settings'
  | 'takesFindings'
  | 'format'
  | 'instructions'
  | 'language'
  | 'say'
  | 'maxTokens'
  | 'redacts'
  | 'ownForms'
  | 'signal'
>;

/** Whoever waits on this thread waits no longer. */
const stepMs = 12;
/** Sequences whose tokens are counted: more would make each change of a setting wait. */
const mostMeasured = 1000;
/** Lines of a file of labels, of each kind: a page is no list of them. */
const mostPassedOver = 3;

/** Reads three sequences, and those that are measured. Rejects with the signal's reason. */
export async function previewOf(plan: ExportPlan, task: PreviewTask): Promise<DatasetPreview> {
  const examples = await examplesOf(plan, task);
  const tooLong = task.maxTokens === null ? null : await measured(plan, task, task.maxTokens);
  const isAllTooLong =
    tooLong !== null &&
    tooLong.sequences === tooLong.measured &&
    tooLong.measured === plan.chosen.kept.length - plan.crossing;
  const labels = plannedLabels(plan);
  return {
    labels,
    unlabelled: unlabelledIn(labels),
    leftOut: leftOutOf(plan),
    ...sessionsOf(plan),
    tooLong,
    leaks: plan.leaks,
    conflicts: plan.given.conflicts,
    warnings: [...labelWarnings(labels, task.settings.shares), ...passedOver(task, mostPassedOver)],
    examples,
    problem: isAllTooLong ? problemOf('all-too-long', task.maxTokens ?? 0) : null,
  };
}

/** What is shown where there is no plan. */
export const emptyPreview: Omit<DatasetPreview, 'problem'> = {
  labels: [] as readonly CardLabels[],
  leftOut: [],
  tooLong: null,
  leaks: 0,
  unlabelled: 0,
  conflicts: 0,
  warnings: [],
  examples: [],
};

function problemOf(code: 'all-too-long', value: number): DatasetPreview['problem'] {
  const { sentence } = datasetError(code, value);
  return { code, sentence };
}

function leftOutOf({ chosen, crossing, cuts }: ExportPlan): CardLeftOut[] {
  return [
    { reason: 'unlabelled', sequences: chosen.unlabelled },
    { reason: 'near-duplicate', sequences: chosen.nearDuplicates },
    { reason: 'balance', sequences: chosen.balanced },
    { reason: 'split', sequences: crossing },
    ...(cuts.tooLong > 0 ? [{ reason: 'too-long' as const, sequences: cuts.tooLong }] : []),
    ...(cuts.cutOff > 0 ? [{ reason: 'cut-off' as const, sequences: cuts.cutOff }] : []),
  ];
}

async function examplesOf(plan: ExportPlan, task: PreviewTask): Promise<PreviewedSequence[]> {
  const { finished, format, instructions, redacts, ownForms, takesFindings } = task;
  const templates = finished.session.dataset.commonTemplates(finished.analysis, mostTemplateColumns);
  const tokens = writtenTokens(format, { instructions, templates });
  const examples: PreviewedSequence[] = [];
  await eachSequence(planOf(plan, pickedExamples(plan)), task, (placed) => {
    const redaction = redacts ? new SequenceRedaction(ownForms) : undefined;
    const sequence = writtenSequence(placed, takesFindings, redaction);
    const masked = [...(redaction?.masked.values() ?? [])].reduce((sum, count) => sum + count, 0);
    const { id, label, category } = sequence;
    examples.push({
      ...{ id, label, category, masked },
      split: placed.split,
      labelledBy: placed.labelledBy,
      ...previewedText(format, { instructions, templates }, sequence),
      tokens: tokens(sequence),
    });
  });
  return examples;
}

/** Behind placeholders a sequence may take more or fewer tokens than as it stands. */
async function measured(
  plan: ExportPlan,
  task: PreviewTask,
  mostTokens: number,
): Promise<DatasetPreview['tooLong']> {
  const redaction = task.redacts ? new SequenceRedaction(task.ownForms) : undefined;
  const tokens = writtenTokens(task.format, { instructions: task.instructions, templates: [] });
  const counts = { sequences: 0, measured: 0 };
  await eachSequence(planOf(plan, evenlyChosen(plan, mostMeasured)), task, (placed) => {
    counts.measured++;
    const sequence = writtenSequence(placed, false, redaction);
    if (tokens(sequence) > mostTokens) counts.sequences++;
  });
  return counts;
}

async function eachSequence(
  plan: ExportPlan,
  task: PreviewTask,
  take: (placed: PlacedSequence) => void,
): Promise<void> {
  const { finished, signal } = task;
  const { session, sources } = finished;
  const texts = await openTexts(sources);
  let pausedAt = performance.now();
  for (const placed of session.dataset.sequences(plan, texts, reasonIn(task))) {
    take(placed);
    if (performance.now() - pausedAt < stepMs) continue;
    await pause(signal);
    pausedAt = performance.now();
  }
}
