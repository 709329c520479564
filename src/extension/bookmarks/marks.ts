import * as vscode from 'vscode';
import type { Bookmark } from '../../protocol/reading';
import { onOneLine } from '../shared/markdown';
import type { ReadingChange, Readings } from '../shared/readings';

/** Of a note; the hover shows all of it. */
const mostNoteChars = 120;

/** A bookmark beside its line, and its note behind it. There are as many as a person sets: no need to look at what is visible. */
export class BookmarkMarks implements vscode.Disposable {
  private readonly gutter: vscode.TextEditorDecorationType;
  private readonly note = vscode.window.createTextEditorDecorationType({
    after: {
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
      fontStyle: 'italic',
      margin: '0 0 0 2em',
    },
  });
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly readings: Readings,
    media: vscode.Uri,
  ) {
    const icon = (theme: string) => ({ gutterIconPath: vscode.Uri.joinPath(media, `bookmark-${theme}.svg`) });
    this.gutter = vscode.window.createTextEditorDecorationType({
      gutterIconSize: 'contain',
      light: icon('light'),
      dark: icon('dark'),
      overviewRulerColor: new vscode.ThemeColor('oddline.bookmarkForeground'),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    });
    const paintAll = () => {
      for (const editor of vscode.window.visibleTextEditors) this.paint(editor);
    };
    this.subscription = vscode.Disposable.from(
      readings.onDidChange((change) => this.repaint(change)),
      vscode.window.onDidChangeVisibleTextEditors(paintAll),
    );
    paintAll();
  }

  dispose(): void {
    this.subscription.dispose();
    this.gutter.dispose();
    this.note.dispose();
  }

  private repaint({ uri, reading, former }: ReadingChange): void {
    if (reading.bookmarks === former.bookmarks) return;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri.toString()) this.paint(editor);
    }
  }

  private paint(editor: vscode.TextEditor): void {
    const { uri, lineCount } = editor.document;
    const shown = this.readings.of(uri).bookmarks.filter(({ line }) => line <= lineCount);
    editor.setDecorations(this.gutter, shown.map(rangeOf));
    const noted = shown.filter(({ note }) => note !== '');
    editor.setDecorations(
      this.note,
      noted.map((bookmark) => noteOf(bookmark, editor.document)),
    );
  }
}

function rangeOf({ line }: Bookmark): vscode.Range {
  return new vscode.Range(line - 1, 0, line - 1, 0);
}

function noteOf({ line, note }: Bookmark, document: vscode.TextDocument): vscode.DecorationOptions {
  const end = document.lineAt(line - 1).range.end;
  const text = onOneLine(note);
  const contentText = text.length > mostNoteChars ? `${text.slice(0, mostNoteChars)}…` : text;
  return { range: new vscode.Range(end, end), renderOptions: { after: { contentText } } };
}
