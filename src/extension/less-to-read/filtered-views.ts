import * as vscode from 'vscode';
import { openDocument, uriOfTab } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import type { LogEditor, LogEditors } from '../shared/log-editors';
import type { Settings } from '../shared/settings';
import { shownScheme, shownUri } from '../shared/shown-uri';
import { logOf } from '../shared/understood-uri';
import type { Filtered, FilteredDocuments } from './filtered-documents';
import { rowOfLine } from './filtered-lines';
import { FilteredMarks } from './filtered-marks';
import type { RunMarks } from './run-marks';

/** Coloured as logs are, without numbers of its own. See `configurationDefaults`. */
const language = 'oddline-shown';

/** The editors on filtered documents: marks, the way back into the log, the caret that stays on its line. */
export class FilteredViews implements vscode.Disposable {
  private readonly marks: FilteredMarks;
  private readonly subscription: vscode.Disposable;
  private registered: vscode.Disposable | undefined;
  /** By document the line (from 0) the caret is on, for when its rows are others. */
  private readonly carets = new Map<string, number>();

  constructor(
    private readonly documents: FilteredDocuments,
    private readonly runMarks: RunMarks,
    private readonly editors: LogEditors,
    analyses: Analyses,
    settings: Settings,
  ) {
    this.marks = new FilteredMarks(analyses, settings);
    this.subscription = vscode.Disposable.from(
      vscode.window.onDidChangeVisibleTextEditors(() => this.paintAll()),
      analyses.onDidChange(() => this.paintAll()),
      settings.onDidChange(() => this.paintAll()),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.paint(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(() => this.register()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
        if (kind !== undefined) this.remember(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === shownScheme) this.rowsChanged(document);
      }),
      vscode.languages.registerHoverProvider(
        { scheme: shownScheme },
        { provideHover: (document, position) => this.hover(document, position) },
      ),
    );
  }

  /**
   * Opens the view where the log is shown, or goes to the one there is; the caret on the line (from 1), or the next one left. Whoever
   * steers from elsewhere keeps the focus.
   */
  async open(log: vscode.Uri, line: number, preserveFocus = false): Promise<void> {
    const uri = shownUri(log);
    const made = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    const document =
      made.languageId === language ? made : await vscode.languages.setTextDocumentLanguage(made, language);
    const shown = editorOf(uri) ?? (preserveFocus ? editorOf(log) : undefined);
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.Active;
    const options = { viewColumn, preview: false, preserveFocus };
    const editor = await vscode.window.showTextDocument(document, options);
    this.goTo(editor, line - 1);
    this.paint(editor);
  }

  /** From the row of the caret to the line in the log itself. */
  async goToLog(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const line = editor && this.lineAt(editor);
    if (editor && line !== undefined) await showInLog(logOf(editor.document.uri), line);
  }

  /** Nothing is hidden any more: the reader goes on where the view was left, in the log itself. */
  async close(log: vscode.Uri): Promise<void> {
    const key = shownUri(log).toString();
    const isInFront = vscode.window.activeTextEditor?.document.uri.toString() === key;
    const line = this.carets.get(key);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    if (isInFront) await showInLog(log, line ?? 0);
    await vscode.window.tabGroups.close(tabs.filter((tab) => uriOfTab(tab)?.toString() === key));
  }

  paintAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.paint(editor);
  }

  dispose(): void {
    this.subscription.dispose();
    this.registered?.dispose();
    this.marks.dispose();
  }

  private paint(editor: vscode.TextEditor): void {
    const filtered = this.of(editor);
    if (!filtered) return;
    this.marks.paint(editor, filtered);
    this.runMarks.paint(editor, filtered.folds);
  }

  private rowsChanged(document: vscode.TextDocument): void {
    const line = this.carets.get(document.uri.toString());
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== document) continue;
      if (line !== undefined) this.goTo(editor, line);
      this.paint(editor);
    }
  }

  private goTo(editor: vscode.TextEditor, line: number): void {
    const filtered = this.of(editor);
    if (!filtered) return;
    this.carets.set(editor.document.uri.toString(), line);
    const place = new vscode.Position(rowOfLine(filtered, line), 0);
    editor.selection = new vscode.Selection(place, place);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Only what the reader does counts: a document whose rows are others moves the caret too. */
  private remember(editor: vscode.TextEditor): void {
    const line = this.lineAt(editor);
    if (line !== undefined) this.carets.set(editor.document.uri.toString(), line);
  }

  private of({ document }: vscode.TextEditor): Filtered | undefined {
    return document.uri.scheme === shownScheme ? this.documents.of(document.uri) : undefined;
  }

  private lineAt(editor: vscode.TextEditor): number | undefined {
    return this.of(editor)?.lines[editor.selection.active.line];
  }

  /** Commands and navigation find the view in front as an editor on its log. */
  private register(): void {
    this.registered?.dispose();
    this.registered = undefined;
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.uri.scheme === shownScheme)
      this.registered = this.editors.add(this.logEditor(editor));
  }

  private logEditor(editor: vscode.TextEditor): LogEditor {
    const uri = logOf(editor.document.uri);
    return {
      uri,
      caretLine: () => (this.lineAt(editor) ?? -1) + 1,
      reveal: async (line, hover) => {
        const filtered = this.of(editor);
        const isLeft = filtered && filtered.lines[rowOfLine(filtered, line - 1)] === line - 1;
        if (isLeft) this.goTo(editor, line - 1);
        else await showInLog(uri, line - 1);
        if (hover) await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
      },
    };
  }

  /** What the log itself says of the line. */
  private async hover(
    document: vscode.TextDocument,
    { line, character }: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const at = this.documents.of(document.uri)?.lines[line];
    if (at === undefined) return undefined;
    const place = new vscode.Position(at, character);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      logOf(document.uri),
      place,
    );
    const contents = hovers.flatMap((one) => one.contents);
    return contents.length === 0 ? undefined : new vscode.Hover(contents, document.lineAt(line).range);
  }
}

async function showInLog(log: vscode.Uri, line: number): Promise<void> {
  const place = new vscode.Position(line, 0);
  const selection = new vscode.Selection(place, place);
  const viewColumn = editorOf(log)?.viewColumn ?? vscode.ViewColumn.Active;
  await vscode.window.showTextDocument(log, { viewColumn, selection, preview: false });
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  const key = uri.toString();
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === key);
}
