import * as vscode from 'vscode';
import type { TextViewsClient } from '../../node/text-views/text-views-client';
import { isLog } from '../shared/log-documents';
import { targetLog } from '../shared/log-target';
import type { Settings } from '../shared/settings';
import { TextViewDocuments } from '../shared/text-view-documents';
import { plainScheme, plainUri } from '../shared/text-view-uri';
import { AnsiPainter } from './ansi-painter';

/** ANSI escapes of logs: coloured where they are, or left out in a document of its own. */
export function registerAnsi(
  context: vscode.ExtensionContext,
  settings: Settings,
  views: TextViewsClient,
): void {
  const painter = new AnsiPainter((lines) => views.ansiOf(lines));
  const documents = new TextViewDocuments(plainScheme, plainUri, (text) => views.withoutAnsi(text), 'log');
  const paint = (editor: vscode.TextEditor) => {
    if (settings.current.ansiColours && isLog(editor.document.uri)) void painter.paint(editor);
    else painter.clear(editor);
  };
  const paintAll = () => vscode.window.visibleTextEditors.forEach(paint);
  context.subscriptions.push(
    painter,
    documents,
    settings.onDidChange(paintAll),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => paint(textEditor)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === document) paint(editor);
    }),
    vscode.commands.registerCommand('oddline.toggleAnsiColours', () => toggle(settings)),
    vscode.commands.registerCommand('oddline.openWithoutAnsi', async (argument: unknown) => {
      const log = await targetLog(argument);
      if (log) await documents.show(log);
    }),
  );
  paintAll();
}

async function toggle({ current }: Settings): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('oddline');
  await configuration.update('ansi.colours', !current.ansiColours, vscode.ConfigurationTarget.Global);
}
