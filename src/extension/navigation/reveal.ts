import * as vscode from 'vscode';

/**
 * Puts the caret on the line (1-based) in the editor that already shows the log, else in a new one.
 * Rejects where VS Code makes no editor: files over 50 MB, and over 10 MB in remote windows until confirmed.
 */
export async function revealLine(uri: vscode.Uri, line: number, preserveFocus = false): Promise<void> {
  const shown = vscode.window.visibleTextEditors.filter(
    (editor) => editor.document.uri.toString() === uri.toString(),
  );
  const editor = shown.find((one) => one === vscode.window.activeTextEditor) ?? shown[0];
  const place = new vscode.Position(line - 1, 0);
  const opened = await vscode.window.showTextDocument(uri, {
    preview: false,
    preserveFocus,
    ...(editor?.viewColumn ? { viewColumn: editor.viewColumn } : {}),
  });
  opened.selection = new vscode.Selection(place, place);
  opened.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Says why; pressing the key of the same command again moves the focus into the hover. */
export async function openHover(): Promise<void> {
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

export async function tellUnrevealable(): Promise<void> {
  await vscode.window.showWarningMessage(
    vscode.l10n.t(
      'VS Code shows no editor for this log because of its size. Open it with “Open Anyway” on its page, or analyse a part of it.',
    ),
  );
}
