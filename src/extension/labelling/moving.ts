import * as vscode from 'vscode';
import type { KeptWeights } from '../../node/store/store-folder';
import type { AgreedWeights } from '../../node/store/weights';
import type { AnalysedLog } from '../shared/analyses';
import { tellCorrectionFailure } from '../shared/correction-problems';
import type { LogCorrections } from '../shared/log-corrections';
import { messageText } from '../shared/message-text';
import { localFolders } from './label-places';
import { whoAndWhen } from './label-words';
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
  const places = await labeller.heeding.places(log);
  const folder = places?.own.workspaceFolder ?? (await chooseFolder());
  if (folder === undefined) return;
  const moved = await labeller.moveTo(folder, log, chooseWeights);
  if (!moved) return;
  const told = [vscode.l10n.t('What was taught about this log is now in {0}.', `${folder}/.oddline`)];
  if (moved.kept) told.push(keptText(moved.kept));
  if (await staysHere(log, corrections)) {
    told.push(
      vscode.l10n.t(
        'Corrections of its format and templates stay on this machine: they hold for logs within a folder.',
      ),
    );
  }
  inform(messageText(told.join(' ')));
}

/** Both were learned and agreed to by somebody: which count is not for us to say. Undefined where it was given up. */
async function chooseWeights(moved: AgreedWeights, there: AgreedWeights): Promise<KeptWeights | undefined> {
  const answers: Readonly<Record<KeptWeights, string>> = {
    moved: vscode.l10n.t('Use Mine'),
    there: vscode.l10n.t("Use the Workspace's"),
    both: vscode.l10n.t('Keep Both'),
  };
  const question = vscode.l10n.t('The workspace has learned weights already. Which are to count?');
  const detail = [
    `${vscode.l10n.t('Mine')}: ${weightsText(moved)}`,
    `${vscode.l10n.t("The workspace's")}: ${weightsText(there)}`,
    '',
    vscode.l10n.t(
      'The others are deleted, unless both are kept: yours stay on this machine then and count here; everybody else uses those of the workspace.',
    ),
  ].join('\n');
  const texts = Object.values(answers);
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, ...texts);
  return (Object.keys(answers) as KeptWeights[]).find((kept) => answers[kept] === answer);
}

/** What tells them apart. Names may come with a workspace. */
function weightsText({ by = '', at, before, after }: AgreedWeights): string {
  const f1 = `${vscode.l10n.t('F1')} ${before.f1.toFixed(2)} → ${after.f1.toFixed(2)}`;
  return [f1, whoAndWhen({ by, at })].join(' · ');
}

function keptText(kept: KeptWeights): string {
  switch (kept) {
    case 'moved':
      return vscode.l10n.t('Your learned weights are used, in the place of those of the workspace.');
    case 'there':
      return vscode.l10n.t('The learned weights of the workspace are used, in the place of yours.');
    case 'both':
      return vscode.l10n.t(
        'Your learned weights stay on this machine and are used here; the workspace keeps its own. Forget Learned Weights makes those count here, too.',
      );
  }
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
