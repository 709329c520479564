import * as vscode from 'vscode';

/** The big-log editor under its two names: asked for, and by itself for what nothing else opens (packed logs). */
export const bigLogViewType = 'oddline.bigLog';
export const packedLogViewType = 'oddline.packedLog';

export function isBigLogTab(tab: vscode.Tab | undefined): boolean {
  const { input } = tab ?? {};
  if (!(input instanceof vscode.TabInputCustom)) return false;
  return input.viewType === bigLogViewType || input.viewType === packedLogViewType;
}

/** Whether our editor shows it, whatever its name. */
export function hasBigLogTab(uri: vscode.Uri): boolean {
  const key = uri.toString();
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(
    (tab) =>
      isBigLogTab(tab) && tab.input instanceof vscode.TabInputCustom && tab.input.uri.toString() === key,
  );
}
