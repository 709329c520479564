import * as vscode from 'vscode';

/** The log goes on in our own editor, which folds and filters whatever the size. */
export async function openWhereItFolds(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('oddline.openBigLog', uri);
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'VS Code folds no text over 20 MB or 300,000 lines, so the log is shown in the big-log editor.',
    ),
  );
}
