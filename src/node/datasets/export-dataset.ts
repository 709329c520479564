import { dataCardMarkdown } from '../../engine/dataset/card/card-markdown';
import {
  type CardFile,
  type CardSource,
  type DataCard,
  dataCardJson,
} from '../../engine/dataset/card/data-card';
import { writtenTokens } from '../../engine/dataset/check/example-tokens';
import type { PlacedSequence } from '../../engine/dataset/export/export-sequences';
import type { ExportPlan } from '../../engine/dataset/export/plan-export';
import { Mark } from '../../engine/dataset/export/record-marks';
import { SequenceRedaction } from '../../engine/dataset/export/sequence-redaction';
import { writtenTime } from '../../engine/dataset/formats/written-time';
import { type DatasetSequence, type SequenceLabel, sequenceLabels } from '../../engine/dataset/sequence';
import { splitNames } from '../../engine/dataset/split/split';
import type { Sentence } from '../../engine/model/finding';
import { openTexts } from '../files/source-texts';
import { pause } from '../pause';
import { labelledBy as labelTestOf } from '../store/labels';
import { type DatasetFolder, writeFolder } from './dataset-folder';
import { datasetError } from './dataset-problems';
import { DraftedOutputs } from './drafts/draft-outputs';
import { exportCard, type Hashed } from './export-card';
import { exportNotes } from './export-notes';
import { ExportTally, type Written } from './export-tally';
import type { ExportTask } from './export-task';
import { hashedFile } from './hashed-file';
import { labelsWithin } from './passed-over-labels';
import { SplitFile } from './split-file';

export interface ExportedDataset {
  readonly card: DataCard;
  /** What people must know of it. */
  readonly notes: readonly Sentence[];
}

/** Whoever waits on this thread waits no longer. */
const stepMs = 12;
/** More columns than this no matrix needs. */
export const mostTemplateColumns = 256;

/**
 * Writes a data set and its card: whole or not at all. Throws InputError; where the signal is aborted, too, and nothing is left behind.
 */
export async function exportDataset(task: ExportTask): Promise<ExportedDataset> {
  const { out, replaces, paths, labels, storeFiles, signal, maxTokens } = task;
  const sources = [...paths, ...(labels ? [labels.path] : []), ...storeFiles];
  return writeFolder(out, { replaces, sources, signal }, async (folder) => {
    const plan = await plannedExport(task);
    const drafts = await draftsOf(task, plan);
    const written = await writeSequences(task, plan, folder, drafts);
    if (written.files.length === 0) throw datasetError('all-too-long', maxTokens ?? 0);
    const card = exportCard(task, plan, written, await hashedSources(task));
    await folder.write('data-card.json', [dataCardJson(card)]);
    await folder.write('data-card.md', [dataCardMarkdown(card, task.say)]);
    return { card, notes: exportNotes(task, plan, written) };
  });
}

/** What decides which sequences there are, their labels and splits. */
export type PlanTask = Pick<
  ExportTask,
  'finished' | 'paths' | 'labels' | 'stored' | 'takesFindings' | 'settings' | 'signal'
>;

/** Throws InputError, or the signal's reason. */
export async function plannedExport(task: PlanTask): Promise<ExportPlan> {
  const { finished, stored, takesFindings, settings, signal } = task;
  const { analysis, session } = finished;
  const isNormal = labelTestOf(stored);
  const given = {
    lines: labelsWithin(task),
    calledNormal: analysis.findings.filter(isNormal),
    takesFindings,
  };
  const steps = session.dataset.plan(settings, given, analysis);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return checkedPlan(step.value, task);
    await pause(signal);
  }
}

function checkedPlan(plan: ExportPlan, { paths, settings }: PlanTask): ExportPlan {
  const { count } = plan.cuts;
  if (count === 0)
    throw datasetError(settings.unit.kind === 'sessions' ? 'no-sessions' : 'no-records', paths.join(', '));
  if (plan.chosen.unlabelled === count) throw datasetError('none-labelled', paths.join(', '));
  if (plan.chosen.kept.length === 0) throw datasetError('nothing-to-balance', onlyLabelIn(plan, settings));
  if (plan.crossing === plan.chosen.kept.length) throw datasetError('no-such-split', plan.crossing);
  return plan;
}

/** Of the sequences that could be chosen. */
function onlyLabelIn({ marks }: ExportPlan, { labelledOnly }: PlanTask['settings']): SequenceLabel {
  const first = marks.said.findIndex((mark) => !labelledOnly || mark !== Mark.none);
  return sequenceLabels[marks.anomalous[first]];
}

/** Before anything is written, by a pass of its own: whoever is asked takes seconds for each. */
async function draftsOf(task: ExportTask, plan: ExportPlan): Promise<DraftedOutputs | undefined> {
  const { drafting, format, instructions, language, signal, onDrafted } = task;
  if (drafting === undefined) return undefined;
  if (!format.hasOutputs) throw datasetError('nothing-to-draft', format.name);
  const wishes = { drafting, instructions, language, signal, onDrafted, fits: fitsIn(task) };
  return DraftedOutputs.of(await sequencesToDraft(task, plan), wishes, plan.chosen.kept.length);
}

async function sequencesToDraft(task: ExportTask, plan: ExportPlan): Promise<Iterable<DatasetSequence>> {
  const { finished, takesFindings, redacts, ownForms } = task;
  const { session, sources } = finished;
  const fits = fitsIn(task);
  const redaction = redacts ? new SequenceRedaction(ownForms) : undefined;
  const placed = session.dataset.sequences(plan, await openTexts(sources), reasonIn(task));
  return (function* () {
    for (const each of placed) {
      const sequence = writtenSequence(each, takesFindings, redaction);
      if (fits(sequence)) yield sequence;
    }
  })();
}

/** Whether it is no longer than it may be, as its file has it. Templates are no matter: what a table holds is counted by its records. */
function fitsIn({ format, instructions, maxTokens }: ExportTask): (sequence: DatasetSequence) => boolean {
  if (maxTokens === null) return () => true;
  const tokens = writtenTokens(format, { instructions, templates: [] });
  return (sequence) => tokens(sequence) <= maxTokens;
}

async function writeSequences(
  task: ExportTask,
  plan: ExportPlan,
  folder: DatasetFolder,
  drafts: DraftedOutputs | undefined,
): Promise<Written> {
  const { finished, format, instructions, takesFindings, redacts, signal, onProgress } = task;
  const fits = fitsIn(task);
  const { analysis, session, sources } = finished;
  const templates = session.dataset.commonTemplates(analysis, mostTemplateColumns);
  const files = splitNames.map(
    (split) => new SplitFile(folder, split, format.ending, format.writer({ instructions, templates })),
  );
  const redaction = redacts ? new SequenceRedaction(task.ownForms) : undefined;
  const tally = new ExportTally();
  let [done, tooLong, pausedAt] = [0, 0, performance.now()];
  const steps = session.dataset.sequences(plan, await openTexts(sources), reasonIn(task));
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      onProgress?.(plan.chosen.kept.length, plan.chosen.kept.length);
      return await writtenFiles(files, { tally, tooLong, cutRecords: step.value, redaction, drafts });
    }
    const { split } = step.value;
    const sequence = writtenSequence(step.value, takesFindings, redaction);
    done++;
    if (!fits(sequence)) tooLong++;
    else {
      tally.add({ ...step.value, sequence });
      const file = files[splitNames.indexOf(split)];
      if (file.add(drafts?.marked(sequence) ?? sequence)) await file.flush();
    }
    if (performance.now() - pausedAt < stepMs) continue;
    await pause(signal);
    onProgress?.(done, plan.chosen.kept.length);
    pausedAt = performance.now();
  }
}

/** As its file has it. */
export function writtenSequence(
  { sequence: open, sessionName, labelledBy }: PlacedSequence,
  takesFindings: boolean,
  redaction: SequenceRedaction | undefined,
): DatasetSequence {
  const hidden = redaction?.of(open, sessionName) ?? open;
  return takesFindings ? { ...hidden, labelledBy: labelledBy ?? ('nobody' as const) } : hidden;
}

/** Reasons stand beside each other in answers: each ends as a sentence does. */
export function reasonIn({ language, say }: Pick<ExportTask, 'language' | 'say'>): ExportTask['say'] {
  const stop = language === 'zh' ? '。' : '.';
  return (sentence) => {
    const text = say(sentence);
    return /[.!?。！？]$/.test(text) ? text : text + stop;
  };
}

async function writtenFiles(
  open: readonly SplitFile[],
  {
    redaction,
    drafts,
    ...counts
  }: Pick<Written, 'tally' | 'tooLong' | 'cutRecords'> & {
    readonly redaction: SequenceRedaction | undefined;
    readonly drafts: DraftedOutputs | undefined;
  },
): Promise<Written> {
  const files: CardFile[] = [];
  for (const file of open) {
    const written = await file.end();
    if (written) files.push(written);
  }
  return {
    ...{ ...counts, files },
    masked: redaction?.masked ?? new Map(),
    nameOf: (name) => redaction?.nameOf(name) ?? name,
    drafts: drafts?.card,
  };
}

/** A log that grew or changed since it was analysed cannot be named by a hash; nor can labels that changed since they were read. */
async function hashedSources({ paths, labels, storeFiles, finished, signal }: ExportTask): Promise<Hashed> {
  const sources: CardSource[] = [];
  const openYears = finished.session.dataset.openYears(await openTexts(finished.sources));
  for (const [i, path] of paths.entries()) {
    const { state, referenceSeconds } = finished.sources[i];
    const hashed = await hashedFile(path, state, signal);
    const modified = openYears[i] ? { modified: writtenTime(`${referenceSeconds}000000000`) } : {};
    sources.push({ ...hashed, ...modified });
  }
  const labelSources = labels ? [await hashedFile(labels.path, labels.state ?? null, signal)] : [];
  for (const path of storeFiles) labelSources.push(await hashedFile(path, null, signal));
  return { sources, labelSources };
}
