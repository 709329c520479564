import * as vscode from 'vscode';
import type { LearnedMeasure, LearnedWeights } from '../../engine/labels/label-report';
import type { Sentence } from '../../engine/model/finding';
import { changeWeights, type WeightsChange } from '../../node/store/weights';
import { whoLabels } from '../../node/store/who-labels';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { failureText } from '../shared/failure-text';
import type { LabelMeasures } from '../shared/label-measures';
import { formatNumber, localise } from '../shared/localise';
import type { Step } from './label-history';
import { placeText } from './label-words';
import type { Labeller } from './labeller';

/** What labels make of the detectors, shown before anything changes by it. */
export async function refit(analyses: Analyses, labeller: Labeller, measures: LabelMeasures): Promise<void> {
  const log = analyses.current();
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const outcome = await learned(analyses, log);
  if (!outcome) return;
  if (outcome.kind === 'too-little') return inform(localise(outcome.why));
  measures.set(log.uri, outcome.learned);
  if (await isAgreed(outcome.learned)) await use(labeller, log, outcome.learned);
}

/** Detectors count as they are built to again. */
export async function forgetWeights(analyses: Analyses, labeller: Labeller): Promise<void> {
  const log = analyses.current();
  const heeded = log && (await labeller.heeding.weights(log));
  if (!log || !heeded) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const { weights, path } = heeded;
  if (!weights || path === null) return inform(vscode.l10n.t('No learned weights are in use for this log.'));
  const what = vscode.l10n.t('Learned weights forgotten');
  const isDone = await labeller.does(stepOf(labeller, log, what, path, { from: weights, to: null }));
  if (isDone) void offerUndo(labeller, what);
}

function learned(analyses: Analyses, log: AnalysedLog) {
  const title = vscode.l10n.t('Learning from labels');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    try {
      return await analyses.ask(log.uri).learnWeights(abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) void vscode.window.showErrorMessage(failureText(error));
      return undefined;
    }
  });
}

async function isAgreed({ before, after, folds, groups, records }: LearnedWeights): Promise<boolean> {
  const use = vscode.l10n.t('Use These Weights');
  const measured = vscode.l10n.t(
    'Measured on labels that were not learned from: {0} folds over {1} labels of {2} records. Nothing changes unless you agree, and Forget Learned Weights undoes it.',
    formatNumber(folds),
    formatNumber(groups),
    formatNumber(records),
  );
  const detail = [
    rowText(vscode.l10n.t('Precision'), before, after, 'precision'),
    rowText(vscode.l10n.t('Recall'), before, after, 'recall'),
    rowText(vscode.l10n.t('F1'), before, after, 'f1'),
    '',
    measured,
  ].join('\n');
  const question =
    after.f1 > before.f1
      ? vscode.l10n.t('Let detectors count as your labels suggest?')
      : vscode.l10n.t('Your labels make the detectors no better. Use what was learned all the same?');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail }, use)) === use;
}

function rowText(
  name: string,
  before: LearnedMeasure,
  after: LearnedMeasure,
  measure: keyof LearnedMeasure,
): string {
  return `${name}: ${before[measure].toFixed(2)} → ${after[measure].toFixed(2)}`;
}

async function use(labeller: Labeller, log: AnalysedLog, learned: LearnedWeights): Promise<void> {
  const places = await labeller.heeding.places(log);
  if (!places) return;
  const by = await whoLabels(log.uri.scheme === 'file' ? log.uri.fsPath : null);
  const weights = { ...learned, at: new Date().toISOString(), ...(by !== '' && { by }) };
  const heeded = await labeller.heeding.weights(log);
  const target = heeded?.path ?? places.write.weights;
  const what = vscode.l10n.t('Detectors re-fitted from labels');
  const change = { from: heeded?.weights ?? null, to: weights };
  const isDone = await labeller.does(stepOf(labeller, log, what, target, change));
  if (isDone) void offerUndo(labeller, `${what} · ${placeText(places, target)}`);
}

/** In both directions from what is thought to be there only: what was agreed to in another window meanwhile stays. */
function stepOf(
  labeller: Labeller,
  log: AnalysedLog,
  what: string,
  path: string,
  { from, to }: WeightsChange,
): Step {
  const change = (wanted: WeightsChange) => async () => {
    const isDone = await changeWeights(path, wanted);
    await labeller.heeding.applyNow(log);
    return isDone ? null : othersAgreed;
  };
  return { what, redo: change({ from, to }), undo: change({ from: to, to: from }) };
}

const othersAgreed: Sentence = {
  pattern: 'Nothing was changed: other learned weights have come to be used, and they stay.',
  values: [],
};

async function offerUndo(labeller: Labeller, text: string): Promise<void> {
  const step = labeller.history.last;
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(text, undo)) === undo) await labeller.undo(step);
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}
