import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';

/** Menus hand over the uri they were opened on, the palette nothing: the active log then. */
export function targetLog(argument: unknown): vscode.Uri | undefined {
  return argument instanceof vscode.Uri ? argument : activeUri();
}

export async function tellNoLogIsOpen(): Promise<void> {
  const open = vscode.l10n.t('Open File…');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('No log is open. Open one, then detect anomalies in it.'),
    open,
  );
  if (chosen === open) await vscode.commands.executeCommand('workbench.action.files.openFile');
}

/**
 * Brings the log on screen, in a tab that stays: in a preview tab the next click in the Explorer would close it and
 * throw its results away. Through `vscode.open`, which shows a page of its own for what no editor takes.
 */
export async function showInLastingTab(uri: vscode.Uri): Promise<void> {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const isActive = activeUri()?.toString() === uri.toString();
  if (isActive && !tab?.isPreview) return;
  if (isActive) await vscode.commands.executeCommand('workbench.action.keepEditor');
  else await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
}
