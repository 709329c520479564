import * as vscode from 'vscode';
import type { RevealPlace } from '../../protocol/assistant';
import type { LogAssistant } from './log-assistant';
import type { AssistantParts } from './parts';

/** Goes to what a citation names: a line of the log, of one it was compared with, or of what a source answered. */
export async function reveal(
  { document, line }: RevealPlace,
  uri: vscode.Uri,
  assistant: LogAssistant,
  { analyses }: Pick<AssistantParts, 'analyses'>,
): Promise<void> {
  if (document === '') {
    const log = analyses.get(uri);
    await go(uri, log?.lineNow(line) ?? line);
    if (!log) tellUnchecked(line);
    return;
  }
  const good = await assistant.inquiries.good.placeOf(document, line);
  if (good) return go(good.uri, good.line);
  const lines = assistant.inquiries.queried.linesOf(document);
  if (lines) await showAnswered(lines, line);
}

async function go(uri: vscode.Uri, line: number): Promise<void> {
  await vscode.commands.executeCommand('oddline.revealLine', { uri: uri.toString(), line });
}

/** A kept answer is held against the log as it is once that is analysed, not before. */
function tellUnchecked(line: number): void {
  const text = vscode.l10n.t(
    'Whether line {0} still says what was cited is not known before the log is analysed. Run Detect Anomalies on it.',
    line,
  );
  void vscode.window.showInformationMessage(text);
}

/** What a source answered is in no file: its text is shown in a tab without a name. */
async function showAnswered(lines: readonly string[], line: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ content: lines.join('\n'), language: 'log' });
  const selection = new vscode.Range(line - 1, 0, line - 1, 0);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, selection });
}
