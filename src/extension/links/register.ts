import * as vscode from 'vscode';
import { type LineLink, linksOf } from '../../protocol/line-links';
import type { Analyses } from '../shared/analyses';
import { isLog } from '../shared/log-documents';
import { quickPickText } from '../shared/quick-pick-text';
import { twinOf } from '../shared/text-view-uri';
import { followLink } from './follow-link';
import { followCommand, isLinkArgument, LogLinks } from './log-links';

/** What a log names can be opened: files with their lines, frames of stack traces. */
export function registerLinks(context: vscode.ExtensionContext, analyses: Analyses): void {
  const links = new LogLinks((uri) => isLog(uri) || analyses.get(uri) !== undefined);
  context.subscriptions.push(
    vscode.languages.registerDocumentLinkProvider('*', links),
    vscode.commands.registerCommand(followCommand, follow),
  );
}

async function follow(argument: unknown): Promise<void> {
  if (!isLinkArgument(argument)) return followAtCaret();
  const [link] = linksOf(argument.text);
  if (link) await followLink(link.target, vscode.Uri.parse(argument.uri, true));
}

async function followAtCaret(): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tellNoLink();
  const { line, character } = editor.selection.active;
  const { text } = editor.document.lineAt(line);
  const links = linksOf(text);
  const under = links.find(({ start, length }) => start <= character && character <= start + length);
  const link = under ?? (links.length > 1 ? await chosen(links, text) : links[0]);
  if (link) await followLink(link.target, twinOf(editor.document.uri));
  else if (links.length === 0) tellNoLink();
}

async function chosen(links: readonly LineLink[], text: string): Promise<LineLink | undefined> {
  const picks = links.map((link) => ({
    label: quickPickText(text.slice(link.start, link.start + link.length)),
    link,
  }));
  return (await vscode.window.showQuickPick(picks, { title: vscode.l10n.t('Which link?') }))?.link;
}

function tellNoLink(): void {
  const text = vscode.l10n.t('This line names no file. Put the caret on a line that does.');
  void vscode.window.showInformationMessage(text);
}
