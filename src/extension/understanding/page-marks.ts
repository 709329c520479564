import * as vscode from 'vscode';
import { understoodScheme } from '../shared/understood-uri';
import { type MarkedRole, markedRoles } from './legend';
import type { UnderstoodDocuments } from './understood-documents';

/** Colour is not alone: each role is underlined in a way of its own. */
const underlines: Readonly<Record<MarkedRole, string>> = {
  time: 'underline solid',
  level: 'underline double',
  component: 'underline dotted',
  id: 'underline wavy',
};

const colours: Readonly<Record<MarkedRole, string>> = {
  time: 'oddline.timeForeground',
  level: 'oddline.levelForeground',
  component: 'oddline.componentForeground',
  id: 'oddline.idForeground',
};

/** Colours the columns in documents that say what was understood. */
export class PageMarks implements vscode.Disposable {
  private readonly types = markedRoles.map((role) => ({
    role,
    type: vscode.window.createTextEditorDecorationType({
      color: new vscode.ThemeColor(colours[role]),
      textDecoration: underlines[role],
    }),
  }));
  private readonly heading = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('descriptionForeground'),
  });
  private readonly subscription: vscode.Disposable;

  constructor(private readonly documents: UnderstoodDocuments) {
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.paint(editors)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.paint(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
      }),
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.heading.dispose();
    for (const { type } of this.types) type.dispose();
  }

  private paint(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      if (editor.document.uri.scheme === understoodScheme) this.paintPage(editor);
    }
  }

  private paintPage(editor: vscode.TextEditor): void {
    const lines = this.documents.page(editor.document.uri)?.lines ?? [];
    for (const { role, type } of this.types) {
      const ranges = lines.flatMap(({ columns }, line) =>
        columns
          .filter((column) => column.role === role)
          .map(({ start, end }) => new vscode.Range(line, start, line, end)),
      );
      editor.setDecorations(type, ranges);
    }
    const headings = lines.flatMap(({ isHeading, text }, line) =>
      isHeading ? [new vscode.Range(line, 0, line, text.length)] : [],
    );
    editor.setDecorations(this.heading, headings);
  }
}
