import * as vscode from 'vscode';
import { type CaseToSave, writeCase } from '../../node/cases/write-case';
import { failureText } from '../shared/failure-text';
import { logName } from '../shared/log-name';
import { isGathered } from '../shared/log-uri';
import { ownForms } from '../shared/privacy-settings';
import { type CaseParts, caseLogOf } from './case-logs';
import { openLogUris } from './open-logs';

export const caseEnding = '.oddline-case';

/** Resolves with the file; undefined when given up or failed, which is told. */
export async function saveCase(parts: CaseParts): Promise<vscode.Uri | undefined> {
  const logs = await chooseLogs();
  const withTexts = logs && (await chooseTexts());
  if (!logs || withTexts === undefined) return undefined;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save the case'),
    defaultUri: defaultFile(logs[0]),
    filters: { [vscode.l10n.t('Oddline case')]: [caseEnding.slice(1)] },
  });
  if (!file) return undefined;
  try {
    await writeCase(file.fsPath, { ...(await collected(logs, withTexts, parts)), own: await ownForms() });
  } catch (error) {
    void vscode.window.showErrorMessage(failureText(error));
    return undefined;
  }
  void tellSaved(file);
  return file;
}

/** Logs with a tab, the one in front first; asked for where there are several. */
async function chooseLogs(): Promise<readonly vscode.Uri[] | undefined> {
  const logs = openLogUris().filter((uri) => uri.scheme === 'file' || isGathered(uri));
  if (logs.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('A case is about logs in files, and none is open. Open one, then save the case.'),
    );
    return undefined;
  }
  if (logs.length === 1) return logs;
  const items = logs.map((uri, i) => ({
    label: logName(uri),
    description: uri.fsPath,
    picked: i === 0,
    uri,
  }));
  const title = vscode.l10n.t('Which logs is the case about?');
  const chosen = await vscode.window.showQuickPick(items, { title, canPickMany: true });
  return chosen && chosen.length > 0 ? chosen.map(({ uri }) => uri) : undefined;
}

async function chooseTexts(): Promise<boolean | undefined> {
  const items = [
    {
      label: vscode.l10n.t('Without log text'),
      detail: vscode.l10n.t('Places, notes, filters and highlights only. Whoever opens it needs the logs.'),
      withTexts: false,
    },
    {
      label: vscode.l10n.t('With the text of marked lines'),
      detail: vscode.l10n.t(
        'Secrets are replaced by placeholders such as <IP_1>. Look at the file before you send it.',
      ),
      withTexts: true,
    },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('What goes into the case?'),
  });
  return chosen?.withTexts;
}

function collected(logs: readonly vscode.Uri[], withTexts: boolean, parts: CaseParts): Thenable<CaseToSave> {
  const location = vscode.ProgressLocation.Notification;
  return vscode.window.withProgress({ location, title: vscode.l10n.t('Saving the case') }, async () => {
    const collected = [];
    for (const uri of logs) collected.push(await caseLogOf(uri, withTexts, parts));
    return { logs: collected, savedAt: new Date() };
  });
}

async function tellSaved(file: vscode.Uri): Promise<void> {
  const show = vscode.l10n.t('Show File');
  const text = vscode.l10n.t('The case is saved in {0}.', logName(file));
  if ((await vscode.window.showInformationMessage(text, show)) === show)
    await vscode.commands.executeCommand('vscode.open', file);
}

/** Beside the log: relative paths then find it wherever the folder goes. */
function defaultFile(uri: vscode.Uri): vscode.Uri {
  const folder =
    uri.path === '' || uri.scheme !== 'file' ? vscode.workspace.workspaceFolders?.[0]?.uri : undefined;
  const beside = vscode.Uri.joinPath(uri.with({ scheme: 'file', query: '' }), '..');
  return vscode.Uri.joinPath(folder ?? beside, `${logName(uri)}${caseEnding}`);
}
