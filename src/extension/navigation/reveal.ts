import * as vscode from 'vscode';

/** How long VS Code may take from opening a log to its editor; loading 50 MB takes less. */
const editorWaitMs = 2000;

/**
 * Puts the caret on the line (1-based) in the editor that already shows the log, else in a new one.
 * False where VS Code makes no editor: files over 50 MB, and over 10 MB in remote windows until confirmed.
 */
export async function revealLine(uri: vscode.Uri, line: number): Promise<boolean> {
  const place = new vscode.Position(line - 1, 0);
  const selection = new vscode.Selection(place, place);
  const shown = editorsOf(uri);
  const editor = shown.find((one) => one === vscode.window.activeTextEditor) ?? shown[0];
  const opened = editor ? await focused(editor) : await openedEditor(uri, selection);
  if (!opened) return false;
  opened.selection = selection;
  opened.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
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

function editorsOf(uri: vscode.Uri): readonly vscode.TextEditor[] {
  const key = uri.toString();
  return vscode.window.visibleTextEditors.filter((editor) => editor.document.uri.toString() === key);
}

function focused({ document, viewColumn }: vscode.TextEditor): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, viewColumn ? { viewColumn } : {});
}

/** Not by `showTextDocument`: that loads a text of any size first, only to find that it gets no editor. */
async function openedEditor(
  uri: vscode.Uri,
  selection: vscode.Selection,
): Promise<vscode.TextEditor | undefined> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false, selection });
  return editorsOf(uri)[0] ?? nextEditorOf(uri);
}

function nextEditorOf(uri: vscode.Uri): Promise<vscode.TextEditor | undefined> {
  return new Promise((resolve) => {
    const settle = () => {
      clearTimeout(timer);
      subscription.dispose();
      resolve(editorsOf(uri)[0]);
    };
    const timer = setTimeout(settle, editorWaitMs);
    const subscription = vscode.window.onDidChangeVisibleTextEditors(() => {
      if (editorsOf(uri).length > 0) settle();
    });
  });
}
