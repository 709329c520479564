import { join } from 'node:path';
import { analyseLogs, type FinishedAnalysis, rejudgeAnalysis, stepsOf } from '../../node/analyse-logs';
import { logTargets } from '../../node/labels/import/log-targets';
import { type Label, taughtLabels } from '../../node/store/labels';
import { nearestStore } from '../../node/store/store-lookup';
import { type AgreedWeights, changeWeights, readWeights, removeWeights } from '../../node/store/weights';
import { whoLabels } from '../../node/store/who-labels';
import { InputError } from '../../protocol/input-error';
import type { LabelledLog, StoreFiles } from '../output/labelled-log';
import { labelsJson } from '../output/labels-json';
import { labelsText } from '../output/labels-text';
import { segmentsOf } from '../workers-option';
import type { Command, Surroundings } from './command';
import { storedFormats } from './format-rules';
import { importInto } from './label-import';
import { labelsUsage } from './labels-usage';
import { type LabelsWishes, labelsWishes } from './labels-wishes';
import { noteSources, openLogs } from './open-logs';
import { storedLabels } from './stored-labels';
import { noteRuleProblems, storedRules } from './stored-rules';
import { storedWeights } from './stored-weights';
import { noteOverruled, storedCorrections } from './template-corrections';

export const labels: Command = {
  name: 'labels',
  summary: { pattern: 'Show, import and learn from what people called normal or anomalous', values: [] },
  synopsis: 'oddline labels FILE... [options]',
  usage: labelsUsage,
  async run(args, surroundings) {
    const wishes = await labelsWishes(args);
    const store = await storeOf(wishes.files);
    if (wishes.forgets) await removeWeights(store.weights);
    try {
      await show(await labelled(wishes, store, surroundings), wishes, surroundings);
    } finally {
      surroundings.progress.clear();
    }
    return 0;
  },
};

/** At the first log. */
async function storeOf([file]: readonly string[]): Promise<StoreFiles> {
  const { folder, wouldBe } = await nearestStore(file);
  const [labels, weights] = ['labels.jsonl', 'weights.json'].map((name) => join(folder ?? wouldBe, name));
  return { labels, weights };
}

async function labelled(
  wishes: LabelsWishes,
  store: StoreFiles,
  surroundings: Surroundings,
): Promise<LabelledLog> {
  const own = await storedLabels(wishes.files, surroundings);
  const weights = await storedWeights(wishes.files, surroundings);
  // That of other stores may be in use.
  const replaced = wishes.applies ? await readWeights(store.weights) : null;
  const finished = await analysed(wishes, { own, weights }, surroundings);
  const log = { finished, store, given: own, imported: undefined, learned: undefined, weights };
  const taken = wishes.imported ? await withImported(log, wishes.imported, wishes, surroundings) : log;
  return wishes.learns ? withLearned(taken, replaced, wishes) : taken;
}

async function analysed(
  { files, encoding, session, workers }: LabelsWishes,
  { own, weights }: { readonly own: readonly Label[]; readonly weights: AgreedWeights | null },
  surroundings: Surroundings,
): Promise<FinishedAnalysis> {
  const finished = await analyseLogs({
    logs: await openLogs(files, encoding, surroundings),
    templateCorrections: await storedCorrections(files, surroundings),
    rules: await storedRules(files),
    formatCorrections: await storedFormats(files, surroundings),
    labels: taughtLabels(own),
    weights,
    sessionField: session,
    segments: segmentsOf(workers, surroundings),
    onProgress: (snapshot) => surroundings.progress.show(snapshot),
  });
  noteSources(finished.sources, surroundings);
  noteOverruled(finished.analysis.corrections, surroundings);
  noteRuleProblems(finished.analysis, surroundings);
  return finished;
}

async function withImported(
  log: LabelledLog,
  wish: NonNullable<LabelsWishes['imported']>,
  { files }: LabelsWishes,
  surroundings: Surroundings,
): Promise<LabelledLog> {
  const { analysis, session } = log.finished;
  const targets = logTargets(analysis, {
    recordSubjects: ({ lines }) => stepsOf(session.labels.recordSubjects(lines)),
    sessionSubjects: ({ names }) => stepsOf(session.labels.sessionSubjects(names)),
  });
  const place = { targets, own: log.given, store: log.store.labels, file: files[0] };
  const imported = await importInto({ ...place, log: analysis.sources[0].contentKey }, wish, surroundings);
  if (imported.written === 0) return { ...log, imported };
  const given = await storedLabels(files, surroundings);
  const finished = await rejudgeAnalysis(log.finished, { labels: taughtLabels(given) });
  return { ...log, finished, given, imported };
}

/** Weights are learned and measured; kept only where that was asked for. */
async function withLearned(
  log: LabelledLog,
  replaced: AgreedWeights | null,
  { applies, files }: LabelsWishes,
): Promise<LabelledLog> {
  const learned = await stepsOf(log.finished.session.labels.learnWeights());
  if (!applies || learned.kind !== 'learned') return { ...log, learned };
  const by = await whoLabels(files[0] === '-' ? null : files[0]);
  const weights = { ...learned.learned, at: new Date().toISOString(), ...(by !== '' && { by }) };
  const isKept = await changeWeights(log.store.weights, { from: replaced, to: weights });
  if (!isKept) throw othersAgreed(log.store.weights);
  return { ...log, learned, weights };
}

function othersAgreed(path: string): InputError {
  const sentence = {
    pattern:
      'Other learned weights came into {0} while these were learned, and they stay. Look at what they were agreed by, and learn again.',
    values: [path],
  };
  return new InputError({ code: 'other-weights', sentence });
}

async function show(log: LabelledLog, { next, format, files }: LabelsWishes, surroundings: Surroundings) {
  const { labels: asked } = log.finished.session;
  const proposals = next === 0 ? undefined : await stepsOf(asked.nextToLabel({ passed: [], limit: next }));
  const document = { ...log, proposals, paths: files };
  const { out } = surroundings;
  if (format === 'json') await out.writeAll(labelsJson(document, surroundings.tell));
  else await out.writeAll(labelsText(document, surroundings));
}
