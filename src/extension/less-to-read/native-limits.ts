import * as vscode from 'vscode';

/** Beyond either VS Code switches off folding, colours and wrapping (`LARGE_FILE_SIZE_THRESHOLD`, `LARGE_FILE_LINE_COUNT_THRESHOLD` of its TextModel). */
const mostChars = 20 * 1024 * 1024;
const mostLines = 300_000;

/** Whether VS Code's own editor folds nothing in it. */
export function isTooLargeToFold(document: vscode.TextDocument): boolean {
  if (document.lineCount > mostLines) return true;
  return document.offsetAt(new vscode.Position(document.lineCount, 0)) > mostChars;
}

/** The log goes on in our own editor, which folds and filters whatever the size. */
export async function openWhereItFolds(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('oddline.openBigLog', uri);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'VS Code folds no text over 20 MB or 300,000 lines, so the log is shown in the big-log editor.',
    ),
  );
}
