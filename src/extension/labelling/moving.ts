import * as vscode from 'vscode';
import type { AnalysedLog } from '../shared/analyses';
import { tellCorrectionFailure } from '../shared/correction-problems';
import type { LogCorrections } from '../shared/log-corrections';
import { messageText } from '../shared/message-text';
import { localFolders } from './label-places';
import type { Labeller } from './labeller';

/** What was taught about a log goes to `.oddline/` of a workspace folder. */
export async function moveToWorkspace(
  log: AnalysedLog | undefined,
  labeller: Labeller,
  corrections: LogCorrections,
): Promise<void> {
  if (!log) return inform(vscode.l10n.t('Run Detect Anomalies on a log first.'));
  if (!vscode.workspace.isTrusted) {
    return inform(vscode.l10n.t('Trust this workspace first: what it teaches applies only then.'));
  }
  const places = await labeller.places(log);
  const folder = places?.own.workspaceFolder ?? (await chooseFolder());
  if (folder === undefined) return;
  if (!(await labeller.moveTo(folder, log))) return;
  const told = [vscode.l10n.t('What was taught about this log is now in {0}.', `${folder}/.oddline`)];
  if (await staysHere(log, corrections)) {
    told.push(
      vscode.l10n.t(
        'Corrections of its format and templates stay on this machine: they hold for logs within a folder.',
      ),
    );
  }
  inform(messageText(told.join(' ')));
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
