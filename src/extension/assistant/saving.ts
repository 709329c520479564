import * as vscode from 'vscode';
import { logName } from '../shared/log-name';
import type { LogAssistant } from './log-assistant';

/** Of one turn, as Markdown. */
export async function copyTurn(assistant: LogAssistant, turn: string): Promise<void> {
  const { shown } = assistant;
  const turns = shown.turns.filter(({ id }) => id === turn);
  if (turns.length === 0) return;
  await vscode.env.clipboard.writeText(assistant.inquiries.markdown({ ...shown, turns }));
  vscode.window.setStatusBarMessage(vscode.l10n.t('The answer was copied.'), 3000);
}

/** **Save as Report**: the conversation as a Markdown file beside its log. Others read it: values are put back on screen alone. */
export async function saveConversation(assistant: LogAssistant, uri: vscode.Uri): Promise<void> {
  const folder =
    uri.scheme === 'file' ? vscode.Uri.joinPath(uri, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${logName(uri).replace(/[^\w.-]+/g, '-')}-report.md`;
  const target = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save as Report'),
    filters: { Markdown: ['md'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  const text = await assistant.inquiries.report(assistant.shown);
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  await vscode.commands.executeCommand('vscode.open', target);
}
