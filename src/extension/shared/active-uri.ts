import * as vscode from 'vscode';
import { isBigLogTab } from './big-log-tabs';
import { logOf } from './understood-uri';

/**
 * Of the active editor, else of the active tab: above 10 MB in a remote window VS Code shows a page instead
 * of an editor, and `activeTextEditor` is undefined. So it is where our big-log editor is in front. The Output panel counts as an editor for VS Code, not for us.
 * Where what was understood of a log is in front, the log itself.
 */
export function activeUri(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  if (uri && uri.scheme !== 'output') return logOf(uri);
  const ofTab = uriOfTab(vscode.window.tabGroups.activeTabGroup.activeTab);
  return ofTab && logOf(ofTab);
}

export function uriOfTab(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const { input } = tab ?? {};
  if (input instanceof vscode.TabInputText) return input.uri;
  return input instanceof vscode.TabInputCustom && isBigLogTab(tab) ? input.uri : undefined;
}

export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const key = uri.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
}
