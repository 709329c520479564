import type { SecretForm } from '../../engine/redact/secret';
import { analyseLogs, type FinishedAnalysis } from '../../node/analyse-logs';
import { goodPaths } from '../../node/baselines/good-paths';
import {
  type AnalysisTerms,
  type OwnList,
  settingFiles,
  termSettings,
} from '../../node/datasets/analysis-terms';
import { datasetError } from '../../node/datasets/dataset-problems';
import { modelDrafting } from '../../node/datasets/drafts/model-drafting';
import { exportCommandOf } from '../../node/datasets/export-command';
import { type ExportedDataset, exportDataset } from '../../node/datasets/export-dataset';
import { refuseUseless } from '../../node/datasets/export-refusals';
import type { ExportTask } from '../../node/datasets/export-task';
import { isUsableFolder } from '../../node/datasets/folder-use';
import { heededFiles, heededStores } from '../../node/datasets/heeded-files';
import { labelRanges } from '../../node/datasets/label-ranges';
import { readInstructions } from '../../node/datasets/read-instructions';
import type { ReadableLog } from '../../node/files/readable-log';
import type { ChatModel } from '../../node/llm/chat-model';
import { readPolicy } from '../../node/policy/read-policy';
import { redactionFor } from '../../node/policy/redaction';
import { formsOf } from '../../node/privacy/shield';
import { taughtLabels } from '../../node/store/labels';
import { chosenModel, type ModelWish } from '../assistant/chosen-model';
import { toldModelError } from '../assistant/told-model-error';
import { exportText } from '../output/export-text';
import { tellerFor } from '../terminal/language';
import { onceSignalled } from '../until-signalled';
import { segmentsOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { type Heeded, heededIn, storesOf } from './export-stores';
import { type GivenPatterns, givenPatterns } from './export-terms';
import { exportUsage } from './export-usage';
import { type ExportWishes, exportWishes } from './export-wishes';
import { versionOf } from './help';
import { noteSources, openLogs } from './open-logs';
import { noteRuleProblems } from './stored-rules';
import { noteOverruled } from './template-corrections';

export const exportCommand: Command = {
  name: 'export',
  summary: { pattern: 'Write labelled logs as training data', values: [] },
  synopsis: 'oddline export FILE... --labels FILE --format NAME --out FOLDER [options]',
  usage: exportUsage,
  async run(args, surroundings) {
    const wishes = await exportWishes(args);
    const { card, notes } = await exported(wishes, surroundings);
    for (const note of notes) surroundings.note(note);
    await surroundings.out.write(exportText(card, wishes.out, surroundings.tell));
    return 0;
  },
};

async function exported(wishes: ExportWishes, surroundings: Surroundings): Promise<ExportedDataset> {
  const { files, out, drafts } = wishes;
  const redacts = redactsBy(wishes, surroundings);
  const instructions = await readInstructions(wishes.instructions, wishes.language);
  const labels = await readLabels(wishes);
  const stores = await storesOf(wishes);
  const storeFiles = await filesBeside(wishes, stores);
  await refuseFolder(wishes, storeFiles);
  const heeded = await heededIn(stores, wishes, surroundings);
  const given = { paths: files, stored: heeded.labels, takesFindings: wishes.fromFindings, labels };
  const patterns = await givenPatterns(wishes);
  const terms = termsOf(wishes, heeded, redacts ? patterns : { ...patterns, entries: [] });
  refuseUseless(given);
  return cancellable(surroundings, async (signal) => {
    const drafting = drafts && modelDrafting(await draftingModel(drafts, signal));
    return exportDataset({
      finished: await analysed(wishes, heeded, signal, surroundings),
      ...given,
      ...{ storeFiles, redacts, instructions, signal, out },
      format: wishes.format,
      settings: wishes,
      language: wishes.language,
      say: tellerFor({ LC_ALL: wishes.language }, surroundings.installation),
      maxTokens: wishes.maxTokens,
      replaces: wishes.force,
      version: versionOf(surroundings.installation),
      command: exportCommandOf({ ...wishes, stores: await heededStores(stores), terms }),
      circumstances: termSettings(terms),
      ownForms: redacts ? await formsIn(patterns, surroundings) : [],
      ...(drafting && { drafting }),
      onDrafted: (done, of) => surroundings.progress.showAnswers(done, of),
      onProgress: (written, of) => surroundings.progress.showWriting(written, of),
    });
  });
}

async function readLabels({ labels: path }: ExportWishes): Promise<ExportTask['labels']> {
  return path === undefined ? undefined : { ...(await labelRanges(path)), path };
}

/** What a card names beside logs and labels. */
async function filesBeside(
  { instructions, baselines }: ExportWishes,
  stores: readonly string[],
): Promise<readonly string[]> {
  const own = instructions === undefined ? [] : [instructions];
  return [...(await heededFiles(stores)), ...own, ...baselines];
}

/** Before the log is analysed. */
function refuseFolder(
  { out, files, labels, force }: ExportWishes,
  storeFiles: readonly string[],
): Promise<unknown> {
  const sources = [...files, ...storeFiles, ...(labels === undefined ? [] : [labels])];
  return isUsableFolder(out, { replaces: force, sources });
}

function termsOf(wishes: ExportWishes, { weights, givenRules }: Heeded, patterns: OwnList): AnalysisTerms {
  const { sensitivity, from, until, baselines, rulesFile = settingFiles.rules } = wishes;
  const rules = { file: rulesFile, entries: givenRules.map(({ rule }) => rule) };
  return { ...{ sensitivity, from, until, baselines, rules, patterns }, isWeighted: weights !== null };
}

async function formsIn(
  { entries }: GivenPatterns,
  { note }: Pick<Surroundings, 'note'>,
): Promise<readonly SecretForm[]> {
  const { forms, problems } = await formsOf(entries);
  for (const problem of problems) note(problem);
  return forms;
}

/** Before the log is analysed, so that a wrong address is told at once. Rejects with UsageError, or the signal's reason. */
async function draftingModel(wish: ModelWish, signal: AbortSignal): Promise<ChatModel> {
  try {
    return await chosenModel(wish, process.env, signal);
  } catch (error) {
    throw toldModelError(error);
  }
}

/** Ctrl+C and its kin end the work as any failure does: nothing half is left behind. */
async function cancellable<Result>(
  { progress }: Pick<Surroundings, 'progress'>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const control = new AbortController();
  try {
    return await onceSignalled(
      () => control.abort(),
      () => work(control.signal),
    );
  } catch (error) {
    throw control.signal.aborted ? datasetError('export-cancelled') : error;
  } finally {
    progress.clear();
  }
}

async function analysed(
  wishes: ExportWishes,
  heeded: Heeded,
  signal: AbortSignal,
  surroundings: Surroundings,
): Promise<FinishedAnalysis> {
  const { files, encodings, sensitivity, from, until, session, workers } = wishes;
  const { templateCorrections, weights, formatCorrections } = heeded;
  const good = await goodPaths(wishes.baselines);
  // All is read whatever is judged: a card's sequences are of the whole log.
  const finished = await analyseLogs({
    logs: await openEach(files, encodings, surroundings),
    baselines: await openEach(good.logs, [], surroundings),
    learned: good.baseline,
    ...{ from, until, sensitivity, templateCorrections, weights, formatCorrections },
    rules: [...heeded.givenRules, ...heeded.storedRules],
    labels: taughtLabels(heeded.labels),
    sessionField: session,
    segments: segmentsOf(workers, surroundings),
    signal,
    onProgress: (snapshot) => surroundings.progress.show(snapshot),
  });
  noteSources(finished.sources, surroundings);
  noteOverruled(finished.analysis.corrections, surroundings);
  noteRuleProblems(finished.analysis, surroundings);
  return finished;
}

async function openEach(
  paths: readonly string[],
  encodings: ExportWishes['encodings'],
  surroundings: Surroundings,
): Promise<ReadableLog[]> {
  const logs: ReadableLog[] = [];
  for (const [index, path] of paths.entries())
    logs.push(...(await openLogs([path], encodings[index], surroundings)));
  return logs;
}

/** A policy decides over the option, and it is said. */
function redactsBy({ redacts: setting, out }: ExportWishes, { note }: Pick<Surroundings, 'note'>): boolean {
  const destination = { kind: 'remote', host: out } as const;
  const { redacts, decidedBy, sentence } = redactionFor({
    ...{ setting, destination },
    exemptLocal: false,
    policy: readPolicy(),
  });
  if (!setting && decidedBy === 'policy') note(sentence);
  return redacts;
}
