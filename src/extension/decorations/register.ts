import * as vscode from 'vscode';
import type { AnalysedLog, Analyses } from '../shared/analyses';
import type { Settings } from '../shared/settings';
import { twinOf } from '../shared/text-view-uri';
import { Painter } from './painter';

/** Marks in every editor that shows an analysed log, split ones too. */
export function registerDecorations(
  context: vscode.ExtensionContext,
  analyses: Analyses,
  settings: Settings,
): void {
  const painter = new Painter(analyses, settings, vscode.Uri.joinPath(context.extensionUri, 'media'));
  const painted = new WeakMap<vscode.TextEditor, AnalysedLog>();
  const paint = (editor: vscode.TextEditor) => {
    const log = analyses.get(twinOf(editor.document.uri));
    if (painted.get(editor) === log) return;
    if (log) painted.set(editor, log);
    else painted.delete(editor);
    painter.paintAll(editor);
  };
  const paintChanged = () => vscode.window.visibleTextEditors.forEach(paint);
  const paintNew = () => {
    painter.renew();
    for (const editor of vscode.window.visibleTextEditors) painter.paintAll(editor);
  };
  context.subscriptions.push(
    painter,
    analyses.onDidChange(paintChanged),
    settings.onDidChange(paintNew),
    vscode.window.onDidChangeVisibleTextEditors(paintChanged),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (analyses.get(twinOf(textEditor.document.uri))) painter.paintVisible(textEditor);
    }),
  );
}
