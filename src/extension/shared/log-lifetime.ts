import * as vscode from 'vscode';
import { uriOfTab } from './active-uri';

/** Whoever knows something of logs, of which some may still be read. */
export interface LogKeeper {
  all(): readonly { readonly uri: vscode.Uri }[];
  running?(): readonly vscode.Uri[];
  rename(from: vscode.Uri, to: vscode.Uri): void;
  /** Left out by who keeps it for the next time the log is opened. */
  forget?(uri: vscode.Uri): void;
}

/**
 * Results move with a renamed log and end with its last tab. Tabs, not documents, decide: VS Code closes and opens
 * the document when its language changes, and keeps it for a while after its tab is gone.
 */
export function registerLogLifetime(context: vscode.ExtensionContext, logs: LogKeeper): void {
  const beingRenamed = new Set<string>();
  const logsWithin = (folder: vscode.Uri) =>
    [...logs.all().map((log) => log.uri), ...(logs.running?.() ?? [])].filter((uri) => isWithin(uri, folder));

  context.subscriptions.push(
    vscode.workspace.onWillRenameFiles(({ files }) => {
      for (const { oldUri } of files) for (const uri of logsWithin(oldUri)) beingRenamed.add(uri.toString());
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) {
        for (const uri of logsWithin(oldUri)) logs.rename(uri, moved(uri, oldUri, newUri));
      }
      beingRenamed.clear();
    }),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const tab of closed) {
        const uri = uriOfTab(tab);
        if (uri && !beingRenamed.has(uri.toString()) && !hasTab(uri)) logs.forget?.(uri);
      }
    }),
  );
}

function hasTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => uriOfTab(tab)?.toString() === key);
}

function isWithin(uri: vscode.Uri, folder: vscode.Uri): boolean {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return false;
  return uri.path === folder.path || uri.path.startsWith(`${folder.path}/`);
}

/** `uri` lies in `from`, which is called `to` now. */
function moved(uri: vscode.Uri, from: vscode.Uri, to: vscode.Uri): vscode.Uri {
  return to.with({ path: to.path + uri.path.slice(from.path.length) });
}
