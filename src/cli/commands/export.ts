import { analyseLogs, type FinishedAnalysis } from '../../node/analyse-logs';
import { datasetError } from '../../node/datasets/dataset-problems';
import { modelDrafting } from '../../node/datasets/drafts/model-drafting';
import { exportCommandOf } from '../../node/datasets/export-command';
import { type ExportedDataset, exportDataset } from '../../node/datasets/export-dataset';
import { refuseUseless } from '../../node/datasets/export-refusals';
import type { ExportTask } from '../../node/datasets/export-task';
import { isUsableFolder } from '../../node/datasets/folder-use';
import { heededFiles } from '../../node/datasets/heeded-files';
import { labelRanges } from '../../node/datasets/label-ranges';
import { patternSettings } from '../../node/datasets/pattern-settings';
import { readInstructions } from '../../node/datasets/read-instructions';
import type { ChatModel } from '../../node/llm/chat-model';
import { readPolicy } from '../../node/policy/read-policy';
import { redactionFor } from '../../node/policy/redaction';
import { formsOf } from '../../node/privacy/shield';
import { type Label, taughtLabels } from '../../node/store/labels';
import { nearestStore } from '../../node/store/store-lookup';
import { chosenModel, type ModelWish } from '../assistant/chosen-model';
import { toldModelError } from '../assistant/told-model-error';
import { exportText } from '../output/export-text';
import { patternsVariable, privacyPatterns } from '../privacy-patterns';
import { tellerFor } from '../terminal/language';
import { segmentsOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { exportUsage } from './export-usage';
import { type ExportWishes, exportWishes } from './export-wishes';
import { storedFormats } from './format-rules';
import { versionOf } from './help';
import { noteSources, openLogs } from './open-logs';
import { storedLabels } from './stored-labels';
import { noteRuleProblems, storedRules } from './stored-rules';
import { storedWeights } from './stored-weights';
import { noteOverruled, storedCorrections } from './template-corrections';

/** Each takes about a kilobyte; what repeats a finding is labelled without one. */
const maxFindings = 200_000;

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
  const { files, heedsStore, out, force, drafts } = wishes;
  const redacts = redactsBy(wishes, surroundings);
  const instructions = await readInstructions(wishes.instructions, wishes.language);
  const labels = wishes.labels === undefined ? undefined : await labelRanges(wishes.labels);
  for (const problem of labels?.damaged ?? []) surroundings.note(problem);
  const storeFiles = [
    ...(heedsStore ? await heededFiles(await storesOf(files)) : []),
    ...(wishes.instructions === undefined ? [] : [wishes.instructions]),
  ];
  const sources = [...files, ...storeFiles, ...(wishes.labels === undefined ? [] : [wishes.labels])];
  await isUsableFolder(out, { replaces: force, sources });
  const stored = heedsStore ? await storedLabels(files, surroundings) : [];
  const given = { paths: files, stored, takesFindings: wishes.fromFindings };
  const own = redacts ? await ownPatterns(surroundings) : {};
  const read = labels && { ...labels, path: wishes.labels ?? '' };
  refuseUseless({ ...given, labels: read });
  return cancellable(surroundings, async (signal) => {
    const drafting = drafts && modelDrafting(await draftingModel(drafts, signal));
    return exportDataset({
      finished: await analysed(wishes, stored, signal, surroundings),
      ...given,
      labels: read,
      ...{ storeFiles, redacts, instructions, signal, out },
      format: wishes.format,
      settings: wishes,
      language: wishes.language,
      say: tellerFor({ LC_ALL: wishes.language }, surroundings.installation),
      maxTokens: wishes.maxTokens,
      replaces: force,
      version: versionOf(surroundings.installation),
      command: exportCommandOf(wishes),
      ...own,
      ...(drafting && { drafting }),
      onDrafted: (done, of) => surroundings.progress.showAnswers(done, of),
      onProgress: (written, of) => surroundings.progress.showWriting(written, of),
    });
  });
}

/** What of a person's own is hidden, too, and what the card says of it. */
async function ownPatterns({
  note,
}: Pick<Surroundings, 'note'>): Promise<Pick<ExportTask, 'ownForms' | 'circumstances'>> {
  const patterns = privacyPatterns(process.env[patternsVariable]);
  const { forms, problems } = await formsOf(patterns);
  for (const problem of problems) note(problem);
  return { ownForms: forms, circumstances: patternSettings(patterns) };
}

/** Before the log is analysed, so that a wrong address is told at once. Rejects with UsageError, or the signal's reason. */
async function draftingModel(wish: ModelWish, signal: AbortSignal): Promise<ChatModel> {
  try {
    return await chosenModel(wish, process.env, signal);
  } catch (error) {
    throw toldModelError(error);
  }
}

/** Ctrl+C ends the work as any failure does: nothing half is left behind. */
async function cancellable<Result>(
  { progress }: Pick<Surroundings, 'progress'>,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const control = new AbortController();
  const cancel = () => control.abort();
  process.once('SIGINT', cancel).once('SIGTERM', cancel);
  try {
    return await work(control.signal);
  } catch (error) {
    throw control.signal.aborted ? datasetError('export-cancelled') : error;
  } finally {
    process.off('SIGINT', cancel).off('SIGTERM', cancel);
    progress.clear();
  }
}

async function analysed(
  wishes: ExportWishes,
  stored: readonly Label[],
  signal: AbortSignal,
  surroundings: Surroundings,
): Promise<FinishedAnalysis> {
  const { files, encoding, heedsStore, session, workers } = wishes;
  const finished = await analyseLogs({
    logs: await openLogs(files, encoding, surroundings),
    templateCorrections: heedsStore ? await storedCorrections(files, surroundings) : [],
    rules: heedsStore ? await storedRules(files) : [],
    labels: taughtLabels(stored),
    weights: heedsStore ? await storedWeights(files, surroundings) : null,
    formatCorrections: await storedFormats(heedsStore ? files : [], surroundings),
    maxFindings,
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

/** The nearest store of each log. */
async function storesOf(paths: readonly string[]): Promise<string[]> {
  const folders = await Promise.all(paths.map(async (path) => (await nearestStore(path)).folder));
  return folders.filter((folder) => folder !== undefined);
}
