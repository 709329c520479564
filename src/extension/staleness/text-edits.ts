import * as vscode from 'vscode';
import type { AnalysedLogs } from '../shared/analysed-logs';
import { isAppended, lineEdit } from '../shared/line-edits';

/**
 * Typing, undo, and VS Code taking over what changed on disk: all arrive as edits of the document. A clean file that
 * only grew is left to the disk watch: the analysis may have read the new end before VS Code did. The first key
 * stroke in a clean file looks the same; that it made the file dirty is told right after it, by an event without changes.
 */
export function watchTextEdits(analyses: AnalysedLogs): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (!analyses.get(document.uri) && !analyses.isRunning(document.uri)) return;
    if (contentChanges.length === 0) {
      if (document.isDirty) analyses.edited(document.uri, 'edited', []);
      return;
    }
    const followsDisk = document.uri.scheme === 'file' && !document.isDirty;
    if (!isGrowth(document, contentChanges)) {
      analyses.edited(document.uri, followsDisk ? 'changed-on-disk' : 'edited', contentChanges.map(lineEdit));
    } else if (!followsDisk) {
      analyses.edited(document.uri, 'grown', []);
    }
  });
}

function isGrowth(
  document: vscode.TextDocument,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
  const lastLineLength = document.lineAt(document.lineCount - 1).text.length;
  return changes.length === 1 && isAppended(changes[0], { lineCount: document.lineCount, lastLineLength });
}
