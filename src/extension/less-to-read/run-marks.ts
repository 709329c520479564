import * as vscode from 'vscode';
import { localise } from '../shared/localise';
import { spansNear } from '../shared/spans';
import type { Fold } from './folds';
import { runText } from './run-text';

/** Lines above and below the visible ones that are marked too. */
const margin = 200;

/** Behind the first line of a folded run: how many, and for how long. */
export class RunMarks implements vscode.Disposable {
  private readonly type = vscode.window.createTextEditorDecorationType({
    after: {
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
      margin: '0 0 0 2em',
    },
  });

  /** `folds` by the lines of the editor's document, in line order. */
  paint(editor: vscode.TextEditor, folds: readonly Fold[]): void {
    const windows = editor.visibleRanges.map(({ start, end }) => ({ line: start.line, endLine: end.line }));
    const spans = folds.map((fold) => ({ line: fold.first, endLine: fold.first, fold }));
    const { document } = editor;
    editor.setDecorations(
      this.type,
      spansNear(spans, windows, margin)
        .filter(({ line }) => line < document.lineCount)
        .map(({ line, fold }) => markOf(document.lineAt(line).range.end, fold)),
    );
  }

  dispose(): void {
    this.type.dispose();
  }
}

function markOf(end: vscode.Position, fold: Fold): vscode.DecorationOptions {
  const contentText = runText(fold).map(localise).join(' · ');
  return { range: new vscode.Range(end, end), renderOptions: { after: { contentText } } };
}
