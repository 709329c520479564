import * as vscode from 'vscode';
import type { CodeStatement } from '../../protocol/log-code';
import type { Analyses } from '../shared/analyses';
import { lineTemplate } from '../shared/line-template';
import type { LogEditors } from '../shared/log-editors';
import { quickPickText } from '../shared/quick-pick-text';
import type { CodeIndex } from './code-index';

/** From a line of a log, or a template, to the statement that wrote it. */
export async function goToStatement(
  argument: unknown,
  editors: LogEditors,
  analyses: Analyses,
  index: CodeIndex,
): Promise<void> {
  if ((vscode.workspace.workspaceFolders ?? []).length === 0) return tellNoWorkspace();
  const found = await lineTemplate(argument, editors, analyses);
  const log = found && analyses.get(found.uri);
  if (!found || !log) return;
  const title = vscode.l10n.t('Looking for the statement in the workspace’s sources');
  const code = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    index.of(log),
  );
  const statements = code.statements.get(found.template.id) ?? [];
  if (statements.length === 0) return tellNoStatement();
  const statement = statements.length === 1 ? statements[0] : await chosen(statements);
  if (statement) await show(statement);
}

async function chosen(statements: readonly CodeStatement[]): Promise<CodeStatement | undefined> {
  const picks = statements.map((statement) => ({
    label: quickPickText(statement.message),
    description: quickPickText(`${vscode.workspace.asRelativePath(statement.path)}:${statement.line}`),
    statement,
  }));
  const title = vscode.l10n.t('These statements say the same. Which one?');
  return (await vscode.window.showQuickPick(picks, { title, matchOnDescription: true }))?.statement;
}

async function show({ path, line, column }: CodeStatement): Promise<void> {
  const place = new vscode.Position(line - 1, column);
  const selection = new vscode.Range(place, place);
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.file(path), { selection });
}

function tellNoWorkspace(): void {
  const text = vscode.l10n.t('Open the folder with the sources of the program that wrote this log first.');
  void vscode.window.showInformationMessage(text);
}

function tellNoStatement(): void {
  const text = vscode.l10n.t(
    'No logger call in the workspace says this in so many words. TypeScript, JavaScript, Python, Java, Go and C# are looked at; add the folder of the program that wrote the log.',
  );
  void vscode.window.showInformationMessage(text);
}
