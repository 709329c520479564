import * as vscode from 'vscode';
import type { TextViewsClient } from '../../node/text-views/text-views-client';
import { isBigLogTab } from '../shared/big-log-tabs';
import { caretPlace, tellNoLine } from '../shared/caret-place';
import { formatNumber } from '../shared/localise';
import type { LogEditors } from '../shared/log-editors';
import { onOneLine } from '../shared/markdown';
import { markdownBlock } from '../shared/markdown-block';
import { twinOf } from '../shared/text-view-uri';
import { whereLinesAre } from '../shared/where-lines-are';

/** Nobody reads more of it in an issue or a chat. */
const mostChars = 1_000_000;

/** Lines of a log for issues and chats, with where they stand. */
export function registerCopying(
  context: vscode.ExtensionContext,
  editors: LogEditors,
  views: TextViewsClient,
): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('oddline.copyAsMarkdown', () => copyAsMarkdown(views)),
    vscode.commands.registerCommand('oddline.copyPermalink', () => copyPermalink(editors)),
  );
}

async function copyAsMarkdown(views: TextViewsClient): Promise<void> {
  if (isBigLogTab(vscode.window.tabGroups.activeTabGroup.activeTab)) {
    await vscode.commands.executeCommand('oddline.bigLog.copyAsMarkdown');
    return;
  }
  const editor = vscode.window.activeTextEditor;
  if (!editor) return tellNoLine();
  const { document } = editor;
  const selected = editor.selections.map(wholeLines);
  const texts = selected.map(({ first, last }) => document.getText(new vscode.Range(first - 1, 0, last, 0)));
  if (texts.reduce((sum, text) => sum + text.length, 0) > mostChars) return tellTooMuch();
  const blocks = await Promise.all(
    texts.map(async (text, index) => {
      const { first, last } = selected[index];
      const { place, address } = await whereLinesAre(twinOf(document.uri), first, last);
      return markdownBlock(place, address, await views.withoutAnsi(text));
    }),
  );
  await vscode.env.clipboard.writeText(blocks.join('\n'));
  tellCopied(selected.reduce((sum, { first, last }) => sum + last - first + 1, 0));
}

async function copyPermalink(editors: LogEditors): Promise<void> {
  const caret = caretPlace(editors);
  if (!caret) return tellNoLine();
  const editor = vscode.window.activeTextEditor;
  const { first, last } = editor ? wholeLines(editor.selection) : { first: caret.line, last: caret.line };
  const { place, address } = await whereLinesAre(caret.uri, first, last);
  await vscode.env.clipboard.writeText(address ?? place);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', onOneLine(address ?? place)), 5000);
}

/** A selection that ends before the first character of a line has nothing of it. 1-based. */
function wholeLines({ start, end }: vscode.Selection): { readonly first: number; readonly last: number } {
  const last = end.character === 0 && end.line > start.line ? end.line : end.line + 1;
  return { first: start.line + 1, last };
}

function tellCopied(lines: number): void {
  const text =
    lines === 1
      ? vscode.l10n.t('1 line copied as Markdown')
      : vscode.l10n.t('{0} lines copied as Markdown', formatNumber(lines));
  vscode.window.setStatusBarMessage(text, 5000);
}

function tellTooMuch(): void {
  const text = vscode.l10n.t(
    'The selection is too long to be copied as Markdown. Select less than a million characters.',
  );
  void vscode.window.showInformationMessage(text);
}
