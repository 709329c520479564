import * as vscode from 'vscode';
import type { StoreLocation } from '../../node/store/store-location';
import type { ReportedFinding } from '../../protocol/analysis';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import { tellCorrectionFailure } from '../shared/correction-problems';
import { isFindingArgument } from '../shared/finding-argument';
import { findingAtCaret, tellNoFinding } from '../shared/finding-at-caret';
import { knownLog } from '../shared/known-log';
import { localise } from '../shared/localise';
import type { LogCorrections } from '../shared/log-corrections';
import { quickPickText } from '../shared/quick-pick-text';
import { localFolders } from './label-places';
import type { Teacher } from './teacher';

export function registerTeachingCommands(
  analyses: Analyses,
  teacher: Teacher,
  corrections: LogCorrections,
): vscode.Disposable[] {
  const register = vscode.commands.registerCommand;
  return [
    register('oddline.notAnAnomaly', (argument: unknown) => notAnAnomaly(analyses, teacher, argument)),
    register('oddline.undoNotAnAnomaly', (argument: unknown) => undo(knownLog(analyses, argument), teacher)),
    register('oddline.moveToWorkspace', () => moveToWorkspace(analyses.current(), teacher, corrections)),
  ];
}

/** `argument`: FindingArgument from a link, a row or the lightbulb; nothing from the palette: the caret's finding. */
async function notAnAnomaly(analyses: Analyses, teacher: Teacher, argument: unknown): Promise<void> {
  const wanted = isFindingArgument(argument) ? argument : findingAtCaret(analyses);
  const log = wanted && analyses.get(vscode.Uri.parse(wanted.uri));
  const finding = log?.findings.find(({ id }) => id === wanted?.findingId);
  if (!log || !finding) return tellNoFinding(analyses);
  const place = await teacher.markNormal(log, finding);
  // Not awaited: whoever called the command need not wait until the message is gone.
  if (place) void offerUndo(place, () => teacher.unmark(log, [finding]));
}

async function offerUndo(place: StoreLocation, undoMark: () => Promise<void>): Promise<void> {
  const undoTitle = vscode.l10n.t('Undo');
  const text = place.kind === 'workspace' ? inWorkspace(place.labels) : onMachine(place.workspaceFolder);
  if ((await vscode.window.showInformationMessage(text, undoTitle)) === undoTitle) await undoMark();
}

function inWorkspace(path: string): string {
  return localise({
    pattern: 'Line marked as Not an Anomaly, in {0}.',
    values: [vscode.workspace.asRelativePath(path)],
  });
}

/** A log within a folder whose label nevertheless went elsewhere deserves the reason. */
function onMachine(folder: string | undefined): string {
  if (folder === undefined) return vscode.l10n.t('Line marked as Not an Anomaly, on this machine.');
  if (!vscode.workspace.isTrusted) {
    return vscode.l10n.t('Line marked as Not an Anomaly, on this machine: the workspace is not trusted.');
  }
  return vscode.l10n.t('Line marked as Not an Anomaly, on this machine: {0} cannot be written.', folder);
}

interface HiddenPick extends vscode.QuickPickItem {
  readonly findings: readonly ReportedFinding[];
}

async function undo(log: AnalysedLog | undefined, teacher: Teacher): Promise<void> {
  const hidden = log ? teacher.hiddenFindings(log) : [];
  if (!log || hidden.length === 0)
    return inform(vscode.l10n.t('No line of this log is marked as Not an Anomaly.'));
  const chosen = hidden.length === 1 ? hidden : await chooseHidden(hidden);
  if (chosen) await teacher.unmark(log, chosen);
}

/** One of them or all: of several to tick, none would be ticked by Enter. */
async function chooseHidden(
  hidden: readonly ReportedFinding[],
): Promise<readonly ReportedFinding[] | undefined> {
  const all = localise({ pattern: 'All {0} lines', values: [hidden.length] });
  const picks = hidden.map((finding): HiddenPick => {
    const description = localise({ pattern: 'line {0}', values: [finding.line] });
    return { label: quickPickText(finding.excerpt), description, findings: [finding] };
  });
  const title = vscode.l10n.t('Which line is an anomaly after all?');
  const options = { title, matchOnDescription: true };
  return (await vscode.window.showQuickPick([...picks, { label: all, findings: hidden }], options))?.findings;
}

async function moveToWorkspace(
  log: AnalysedLog | undefined,
  teacher: Teacher,
  corrections: LogCorrections,
): Promise<void> {
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  if (!vscode.workspace.isTrusted) {
    return inform(vscode.l10n.t('Trust this workspace first: what it teaches applies only then.'));
  }
  const folder = (await teacher.folderOf(log)) ?? (await chooseFolder());
  if (folder === undefined) return;
  if (!(await teacher.moveTo(folder, log))) return;
  const told = [vscode.l10n.t('What was taught about this log is now in {0}.', `${folder}/.oddline`)];
  if (await staysHere(log, corrections)) {
    told.push(
      vscode.l10n.t(
        'Corrections of its format and templates stay on this machine: they hold for logs within a folder.',
      ),
    );
  }
  inform(told.join(' '));
}

/** Whether there are corrections that could not move; the others have moved. */
async function staysHere({ uri }: AnalysedLog, corrections: LogCorrections): Promise<boolean> {
  try {
    if (await corrections.moveToWorkspace(uri)) return false;
  } catch (error) {
    tellCorrectionFailure(error);
    return false;
  }
  const { formats, templates } = await corrections.of(uri);
  return formats.length + templates.length > 0;
}

async function chooseFolder(): Promise<string | undefined> {
  const folders = localFolders();
  if (folders.length === 0) inform(vscode.l10n.t('Open a folder on a disk first.'));
  if (folders.length <= 1) return folders[0];
  return vscode.window.showQuickPick(folders, {
    title: vscode.l10n.t('To the .oddline folder of which workspace folder?'),
  });
}

function inform(text: string): void {
  void vscode.window.showInformationMessage(text);
}
