import * as vscode from 'vscode';
import { activeUri } from '../shared/active-uri';
import { type HighlightNeeds, highlightCommands } from './commands';
import { HighlightMarks } from './marks';

const shownKey = 'oddline.activeIsHighlighted';

/** Words and templates in colours that stay their own. */
export function registerHighlights(context: vscode.ExtensionContext, needs: HighlightNeeds): void {
  const { readings, analyses } = needs;
  const marks = new HighlightMarks(readings, analyses);
  const tell = () => {
    const uri = activeUri();
    const isHighlighted = uri !== undefined && readings.of(uri).highlights.length > 0;
    void vscode.commands.executeCommand('setContext', shownKey, isHighlighted);
  };
  context.subscriptions.push(
    marks,
    readings.onDidChange(({ reading, former }) => {
      if (reading.highlights === former.highlights) return;
      marks.paintAll();
      tell();
    }),
    analyses.onDidChange(() => marks.paintAll()),
    vscode.window.onDidChangeVisibleTextEditors(() => marks.paintAll()),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => marks.paint(textEditor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document === document) marks.paint(editor);
    }),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.window.tabGroups.onDidChangeTabs(tell),
    ...highlightCommands(needs),
  );
  marks.paintAll();
  tell();
}
