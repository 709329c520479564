import * as vscode from 'vscode';
import { activeUri, uriOfTab } from './active-uri';
import { bigLogViewType, isBigLogTab } from './big-log-tabs';
import { isLog } from './log-documents';
import { isGathered } from './log-uri';
import { logOf } from './understood-uri';

/**
 * Menus hand over the uri they were opened on (where a log is shown as understood, that log's), the palette nothing: the active log then. Where the active tab holds no
 * text (the walkthrough, whose button this may be) it is a log of another tab.
 * Undefined where there is none, which is told, or none was chosen.
 */
export async function targetLog(argument: unknown): Promise<vscode.Uri | undefined> {
  const named = argument instanceof vscode.Uri ? logOf(argument) : activeUri();
  if (named) return named;
  const [only, ...others] = openLogs();
  if (others.length > 0) return chooseLog([only, ...others]);
  if (!only) await tellNoLogIsOpen();
  return only;
}

/** Of all tabs, each once. */
export function openLogs(): vscode.Uri[] {
  const uris = vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(uriOfTab);
  const logs = uris.flatMap((uri) => (uri && isLog(uri) ? [uri] : []));
  return [...new Map(logs.map((uri) => [uri.toString(), uri])).values()];
}

async function chooseLog(uris: readonly vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const picks = uris.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const title = vscode.l10n.t('Which log?');
  return (await vscode.window.showQuickPick(picks, { title }))?.uri;
}

async function tellNoLogIsOpen(): Promise<void> {
  const open = vscode.l10n.t('Open File…');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('No log is open. Open one, then detect anomalies in it.'),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand('workbench.action.files.openFile');
}

/**
 * Brings the log on screen, in a tab that stays: in a preview tab the next click in the Explorer would close it and
 * throw its results away. In the group that has it, if one does. Through `vscode.open`, which shows a page of its own
 * for what no editor takes.
 */
export async function showInLastingTab(uri: vscode.Uri): Promise<void> {
  const isIts = (tab: vscode.Tab | undefined) => uriOfTab(tab)?.toString() === uri.toString();
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const onScreen = [activeTabGroup, ...all].find(({ activeTab }) => isIts(activeTab));
  if (onScreen && !onScreen.activeTab?.isPreview) return;
  if (onScreen?.isActive) return void (await vscode.commands.executeCommand('workbench.action.keepEditor'));
  const group = onScreen ?? all.find(({ tabs }) => tabs.some(isIts));
  const place = group ? { viewColumn: group.viewColumn } : {};
  const options = { preview: false, ...place };
  const ours = group?.tabs.find((tab) => isIts(tab) && isBigLogTab(tab))?.input;
  if (ours instanceof vscode.TabInputCustom)
    await vscode.commands.executeCommand('vscode.openWith', uri, ours.viewType, options);
  else if (isGathered(uri))
    await vscode.commands.executeCommand('vscode.openWith', uri, bigLogViewType, options);
  else await vscode.commands.executeCommand('vscode.open', uri, options);
}
