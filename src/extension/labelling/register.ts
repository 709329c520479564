import * as vscode from 'vscode';
import type { Analyses } from '../shared/analyses';
import type { LabelMeasures } from '../shared/label-measures';
import type { LineLabels } from '../shared/line-labels';
import { localise } from '../shared/localise';
import type { LogCorrections } from '../shared/log-corrections';
import type { LogEditors } from '../shared/log-editors';
import { logName } from '../shared/log-name';
import type { WorkspaceConsent } from '../shared/workspace-consent';
import { LabellingActions } from './code-actions';
import { importFile } from './importing';
import type { KnownLabels } from './known-labels';
import { LabelHeeding } from './label-heeding';
import type { Retraced } from './label-history';
import { registerLabelHover } from './label-hover';
import { LabelMarks } from './label-marks';
import { wordsOfLabel } from './label-words';
import { Labeller } from './labeller';
import type { LabelsRow } from './labels-rows';
import { LabelsTree } from './labels-tree';
import { type MarkingNeeds, mark } from './marking';
import { moveToWorkspace } from './moving';
import { isLabelRow, removeLabel } from './removing';
import { settleLabels } from './settling';
import { Standing } from './standing';
import { TriageMode } from './triage/register';
import { forgetWeights, refit } from './weights-commands';

export interface LabellingNeeds {
  readonly analyses: Analyses;
  readonly editors: LogEditors;
  readonly consent: WorkspaceConsent;
  readonly corrections: LogCorrections;
  readonly measures: LabelMeasures;
  readonly shownIncident: MarkingNeeds['shownIncident'];
}

/** Tells the view to be there. */
const shownKey = 'oddline.hasLabels';

/** Of two signs on one line VS Code draws the one whose kind was made first: a label, which is told nowhere else on the line. */
export function registerLabelMarks(context: vscode.ExtensionContext, analyses: Analyses): void {
  context.subscriptions.push(new LabelMarks(analyses, vscode.Uri.joinPath(context.extensionUri, 'media')));
}

/** What people say of logs: kept in `.oddline/` of the workspace or on this machine, heeded by every result. Answers what they say of lines. */
export function registerLabelling(context: vscode.ExtensionContext, needs: LabellingNeeds): LineLabels {
  const { analyses, editors, consent, measures, shownIncident } = needs;
  const heeding = new LabelHeeding(analyses, context.globalStorageUri, consent);
  const labeller = new Labeller(heeding, context.globalStorageUri);
  const marking: MarkingNeeds = { analyses, editors, labeller, shownIncident };
  const triage = new TriageMode(marking);
  context.subscriptions.push(
    heeding,
    triage,
    new Standing(analyses, measures, triage),
    registerLabelHover(analyses, heeding.known),
    vscode.languages.registerCodeActionsProvider(
      '*',
      new LabellingActions(analyses),
      LabellingActions.metadata,
    ),
    ...heedFiles(analyses, heeding),
    ...labelsView(analyses, heeding.known),
    ...Object.entries({ ...commands(marking, needs), ...triage.commands() }).map(([name, command]) =>
      vscode.commands.registerCommand(name, command),
    ),
  );
  return lineLabels(heeding.known);
}

function lineLabels(known: KnownLabels): LineLabels {
  const wordsOf: LineLabels['wordsOf'] = (log, given) => {
    const filed = known.at(log, given);
    return filed && wordsOfLabel(filed.label);
  };
  return { wordsOf, onDidChange: known.onDidChange };
}

function commands(
  marking: MarkingNeeds,
  { analyses, corrections, measures }: LabellingNeeds,
): Readonly<Record<string, (argument: unknown) => unknown>> {
  const { labeller } = marking;
  return {
    'oddline.markAnomalous': (argument) => mark(marking, 'anomalous', argument),
    'oddline.markNormal': (argument) => mark(marking, 'normal', argument),
    'oddline.removeLabel': (argument) => removeLabel(analyses, labeller, argument),
    'oddline.settleLabels': (argument) => settleLabels(analyses, labeller, argument),
    'oddline.goToLabel': goToLabel,
    'oddline.undoLastLabel': async () => tellStep(await labeller.undo(), 'undone'),
    'oddline.redoLastLabel': async () => tellStep(await labeller.redo(), 'redone'),
    'oddline.importLabels': (argument) => importFile(analyses, labeller, argument),
    'oddline.refitDetectors': () => refit(analyses, labeller, measures),
    'oddline.forgetWeights': () => forgetWeights(analyses, labeller),
    'oddline.moveToWorkspace': () => moveToWorkspace(analyses.current(), labeller, corrections),
  };
}

/** A pull brings the labels of colleagues. */
function heedFiles(analyses: Analyses, heeding: LabelHeeding): vscode.Disposable[] {
  const files = vscode.workspace.createFileSystemWatcher('**/.oddline/{labels.jsonl,weights.json}');
  const applyToAll = () => heeding.applyToAll();
  return [
    files,
    files.onDidCreate(applyToAll),
    files.onDidChange(applyToAll),
    files.onDidDelete(applyToAll),
    vscode.workspace.onDidGrantWorkspaceTrust(applyToAll),
    vscode.workspace.onDidChangeWorkspaceFolders(applyToAll),
    analyses.onDidChange(() => heeding.applyToNew()),
  ];
}

function labelsView(analyses: Analyses, known: KnownLabels): vscode.Disposable[] {
  const tree = new LabelsTree(analyses, known);
  const view = vscode.window.createTreeView('oddline.labels', { treeDataProvider: tree });
  let shown: readonly unknown[] = [];
  const update = () => {
    const log = analyses.current();
    const book = log && known.book(log.uri);
    void vscode.commands.executeCommand('setContext', shownKey, (book?.filed.length ?? 0) > 0);
    view.description = log ? logName(log.uri) : '';
    const state = [log?.uri.toString(), book, log?.report.labels];
    if (state.every((part, at) => part === shown[at])) return;
    shown = state;
    tree.update();
  };
  return [view, analyses.onDidChange(update), known.onDidChange(update)];
}

async function goToLabel(row: unknown): Promise<void> {
  const { known, log } = Object(row) as Partial<Extract<LabelsRow, { kind: 'label' }>>;
  if (!isLabelRow(row) || !known || !log) return;
  const line = known.match?.first && log.lineNow(known.match.first.line);
  if (line === undefined || line === null) {
    const text = vscode.l10n.t(
      'What this label speaks of is not found in this log. It is kept for logs that have it.',
    );
    void vscode.window.showInformationMessage(text);
    return;
  }
  await vscode.commands.executeCommand('oddline.revealLine', { uri: row.uri, line });
}

/** What was left as it is was told. */
function tellStep(retraced: Retraced | undefined, done: 'undone' | 'redone'): void {
  if (retraced?.left) return;
  const text = retraced
    ? localise({
        pattern: done === 'undone' ? 'Undone: {0}' : 'Done again: {0}',
        values: [retraced.step.what],
      })
    : vscode.l10n.t('No label was given or taken back in this window.');
  vscode.window.setStatusBarMessage(text, 5000);
}
