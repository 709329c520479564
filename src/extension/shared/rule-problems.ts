import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { localise } from './localise';

const told = new Set<string>();

/** Rules that could not be used, each once a session: they are read again with every run. The button leads to the first. */
export async function tellRuleProblems(problems: readonly Sentence[]): Promise<void> {
  const untold = problems.filter((problem) => !told.has(localise(problem)));
  if (untold.length === 0) return;
  for (const problem of untold) told.add(localise(problem));
  const [first, ...others] = untold;
  const more = others.length === 0 ? '' : ` ${vscode.l10n.t('(and {0} more)', others.length)}`;
  const open = vscode.l10n.t('Show');
  if ((await vscode.window.showWarningMessage(localise(first) + more, open)) === open) await show(first);
}

/** The first two values of such a sentence are the place and the line or entry. */
async function show({ values: [place, number] }: Sentence): Promise<void> {
  if (place === 'oddline.rules') {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'oddline.rules');
    return;
  }
  const line = Math.max(0, Number(number) - 1);
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(String(place)), { selection });
}
