import * as vscode from 'vscode';
import { uriOfTab } from '../shared/active-uri';
import { isLog } from '../shared/log-documents';
import { logName } from '../shared/log-name';
import { remoteScheme, setScheme } from '../shared/log-uri';

interface LogItem extends vscode.QuickPickItem {
  readonly uri: vscode.Uri | 'choose';
}

/** Which logs are to be one: of those that are open, and files. Undefined when it was given up. */
export async function chooseLogs(): Promise<readonly vscode.Uri[] | undefined> {
  const open = openLogs();
  if (open.length === 0) return chooseFiles();
  const title = vscode.l10n.t('Merge Logs by Time');
  const placeHolder = vscode.l10n.t('The logs to read as one, in order of time');
  const items: LogItem[] = [
    ...open.map((uri): LogItem => ({ label: logName(uri), description: folderOf(uri), picked: true, uri })),
    { label: `$(folder-opened) ${vscode.l10n.t('Further files…')}`, alwaysShow: true, uri: 'choose' },
  ];
  const options = { title, placeHolder, canPickMany: true, matchOnDescription: true } as const;
  const chosen = await vscode.window.showQuickPick(items, options);
  if (!chosen) return undefined;
  const named = chosen.flatMap(({ uri }) => (uri === 'choose' ? [] : [uri]));
  if (named.length === chosen.length) return named;
  const files = await chooseFiles();
  return files && [...named, ...files];
}

async function chooseFiles(): Promise<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Merge Logs by Time'),
    openLabel: vscode.l10n.t('Merge'),
    canSelectMany: true,
  });
}

/** In the order of their tabs, each once. */
function openLogs(): readonly vscode.Uri[] {
  const byKey = new Map<string, vscode.Uri>();
  for (const tab of vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)) {
    const uri = uriOfTab(tab);
    if (uri && canBeMerged(uri) && isLog(uri)) byKey.set(uri.toString(), uri);
  }
  return [...byKey.values()];
}

/** Text that is in no file is read by nobody but its own worker. */
export function canBeMerged({ scheme }: vscode.Uri): boolean {
  return scheme === 'file' || scheme === setScheme || scheme === remoteScheme;
}

function folderOf(uri: vscode.Uri): string {
  const path = vscode.workspace.asRelativePath(uri.with({ scheme: 'file' }));
  return path.slice(0, -logName({ path }).length);
}
