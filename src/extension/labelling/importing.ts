import { basename } from 'node:path';
import * as vscode from 'vscode';
import { inTurns } from '../../node/in-turns';
import {
  agreedLabels,
  type ImportConflict,
  importLabels,
  type LabelImport,
} from '../../node/labels/import/import-labels';
import { logTargets } from '../../node/labels/import/log-targets';
import type { Label } from '../../node/store/labels';
import { whoLabels } from '../../node/store/who-labels';
import { counted } from '../../protocol/sentence';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { failureText } from '../shared/failure-text';
import { localise } from '../shared/localise';
import { messageText } from '../shared/message-text';
import { quickPickText } from '../shared/quick-pick-text';
import { scopeText, subjectText, verdictAndCategory, whoAndWhen } from './label-words';
import type { Labelled, Labeller } from './labeller';

/** Of notes on lines of the file; all of them stand in the file itself. */
const mostTold = 3;

/** Labels of a file (CSV, JSON lines, another store's) for the current log; what says otherwise than a label here is asked about. */
export async function importFile(analyses: Analyses, labeller: Labeller, argument: unknown): Promise<void> {
  const log = analyses.current();
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  const file = argument instanceof vscode.Uri ? argument : await chooseFile(log);
  if (!file) return;
  const importer = { by: await whoLabels(null), at: new Date().toISOString() };
  const found = await read(analyses, labeller, log, file, importer);
  const taken = found && (await settle(found.conflicts, file, importer));
  if (!found || !taken) return;
  const labels = await inTurns(agreedLabels(found, taken));
  const what = localise(counted(labels.length, '1 label imported', '{0} labels imported'));
  const done = labels.length > 0 ? await labeller.add(log, labels, what) : undefined;
  if (labels.length > 0 && !done) return;
  void offerUndo(labeller, summary(found, taken.length, what), done);
}

/** Of labels whose file does not say who gave them, or when. */
type Importer = Readonly<Record<'by' | 'at', string>>;

async function chooseFile(log: AnalysedLog): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Choose a file of labels for this log'),
    openLabel: vscode.l10n.t('Import'),
    filters: { [vscode.l10n.t('Labels')]: ['csv', 'tsv', 'jsonl', 'ndjson', 'json', 'txt'] },
    ...(log.uri.scheme === 'file' ? { defaultUri: vscode.Uri.joinPath(log.uri, '..') } : {}),
  });
  return chosen?.find(({ scheme }) => scheme === 'file');
}

/** Undefined where it was cancelled or failed, which was told. */
function read(
  analyses: Analyses,
  labeller: Labeller,
  log: AnalysedLog,
  file: vscode.Uri,
  importer: Importer,
): Thenable<LabelImport | undefined> {
  const title = vscode.l10n.t('Reading labels');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, cancellation) => {
    const abort = new AbortController();
    cancellation.onCancellationRequested(() => abort.abort());
    try {
      return await importLabels({
        path: file.fsPath,
        targets: logTargets(log.report, analyses.ask(log.uri)),
        own: (await labeller.heeding.filed(log)).map(({ label }) => label),
        given: { ...importer, log: log.report.sources[0].contentKey },
        signal: abort.signal,
      });
    } catch (error) {
      if (!abort.signal.aborted) void vscode.window.showErrorMessage(failureText(error));
      return undefined;
    }
  });
}

/** Those whose imported side was taken; undefined where it was given up, and nothing is imported then. */
async function settle(
  conflicts: readonly ImportConflict[],
  file: vscode.Uri,
  importer: Importer,
): Promise<readonly ImportConflict[] | undefined> {
  const saidBy = (label: Label) =>
    label.at === importer.at && (label.by ?? '') === importer.by ? basename(file.fsPath) : whoAndWhen(label);
  const taken: ImportConflict[] = [];
  for (const [at, conflict] of conflicts.entries()) {
    const answer = await choose(conflict, saidBy, conflicts.length - at);
    if (answer === undefined) return undefined;
    if (answer === 'theirs') taken.push(conflict);
    if (answer === 'all-mine') return taken;
    if (answer === 'all-theirs') return [...taken, ...conflicts.slice(at)];
  }
  return taken;
}

type Answer = 'mine' | 'theirs' | 'all-mine' | 'all-theirs';

async function choose(
  { own, imported, at, logLine }: ImportConflict,
  saidBy: (label: Label) => string,
  left: number,
): Promise<Answer | undefined> {
  const pick = (answer: Answer, label: string, of?: Label) => ({
    label: quickPickText(label),
    ...(of ? { description: quickPickText(saidBy(of)), detail: quickPickText(of.note ?? '') } : {}),
    answer,
  });
  const all = [
    pick('all-mine', localise({ pattern: 'Keep mine in all {0}', values: [left] })),
    pick('all-theirs', localise({ pattern: 'Take theirs in all {0}', values: [left] })),
  ];
  const picks = [
    pick('mine', vscode.l10n.t('Keep mine: {0}', verdictAndCategory(own)), own),
    pick('theirs', vscode.l10n.t('Take theirs: {0}', verdictAndCategory(imported)), imported),
    ...(left > 1 ? all : []),
  ];
  const title = localise({ pattern: 'Line {0} of the file says otherwise', values: [at] });
  const place = logLine === null ? scopeText(own) : localise({ pattern: 'line {0}', values: [logLine] });
  const placeHolder = quickPickText(`${place}: ${subjectText(own)}`);
  return (await vscode.window.showQuickPick(picks, { title, placeHolder, ignoreFocusOut: true }))?.answer;
}

function summary(
  { unchanged, conflicts, damaged, unknown, unlabelled }: LabelImport,
  taken: number,
  what: string,
): string {
  const kept = conflicts.length - taken;
  const counts = [
    ...(unchanged > 0 ? [{ pattern: 'already here: {0}', values: [unchanged] }] : []),
    ...(kept > 0 ? [{ pattern: 'kept as they were: {0}', values: [kept] }] : []),
    ...(damaged.length > 0 ? [{ pattern: 'lines that are no labels: {0}', values: [damaged.length] }] : []),
    ...(unknown.length > 0 ? [{ pattern: 'not found in this log: {0}', values: [unknown.length] }] : []),
    ...(unlabelled > 0 ? [{ pattern: 'rows without a label: {0}', values: [unlabelled] }] : []),
  ];
  const notes = [...damaged, ...unknown].slice(0, mostTold).map(localise);
  return messageText([[what, ...counts.map(localise)].join(' · '), ...notes].join('. '));
}

async function offerUndo(labeller: Labeller, text: string, done: Labelled | undefined): Promise<void> {
  if (!done) return inform(text);
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(text, undo)) === undo) await labeller.undo(done.step);
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}
