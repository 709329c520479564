import * as vscode from 'vscode';
import type { FilterTest } from '../../engine/filter/filter';
import { askTest } from './ask-clause';
import { FilterList } from './filter-list';
import type { FilterPick } from './filter-picks';
import { addClause } from './like-this';
import type { LessToRead } from './needs';
import { showResult } from './show-result';

const mostContext = 1000;

/** Asks what of a log is to be shown, and shows it. */
export async function filterLog(uri: vscode.Uri, parts: LessToRead): Promise<void> {
  const line = Math.max(1, parts.analyses.caretLine(uri));
  const before = parts.readings.of(uri).filter;
  const choice = await new FilterList(uri, parts).ask();
  switch (choice?.does) {
    case undefined:
    case 'add':
      // Given up, what was switched off or taken away stays so.
      if (parts.readings.of(uri).filter !== before) await showResult(uri, line, parts);
      return;
    case 'ask':
      return choice.asks === 'context' ? askContext(uri, line, parts) : askFor(choice.asks, uri, parts);
    case 'run':
      await vscode.commands.executeCommand(choice.command, uri);
  }
}

type Asked = Exclude<Extract<FilterPick, { readonly does: 'ask' }>['asks'], 'context'>;

async function askFor(kind: Asked, uri: vscode.Uri, parts: LessToRead): Promise<void> {
  const test = await askTest(kind, uri, parts);
  const mode = test && (await askMode(test));
  if (test && mode) await addClause(uri, { mode, test, enabled: true }, parts);
}

async function askMode({ kind }: FilterTest): Promise<'include' | 'exclude' | undefined> {
  // Bookmarks are set to be looked at.
  if (kind === 'bookmark') return 'include';
  const picks = [
    { label: `$(eye) ${vscode.l10n.t('Show only these lines')}`, mode: 'include' as const },
    { label: `$(eye-closed) ${vscode.l10n.t('Hide these lines')}`, mode: 'exclude' as const },
  ];
  const title = vscode.l10n.t('What is to become of them?');
  return (await vscode.window.showQuickPick(picks, { title }))?.mode;
}

async function askContext(uri: vscode.Uri, line: number, parts: LessToRead): Promise<void> {
  const { readings } = parts;
  const { filter } = readings.of(uri);
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('How many lines before and after each?'),
    value: String(filter.context),
    validateInput: (value) =>
      /^\d{1,4}$/.test(value.trim()) && Number(value) <= mostContext
        ? undefined
        : vscode.l10n.t('A number from 0 to {0}', mostContext),
  });
  if (typed === undefined) return;
  readings.change(uri, { filter: { ...filter, context: Number(typed) } });
  await showResult(uri, line, parts);
}
