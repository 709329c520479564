import * as vscode from 'vscode';
import { openDocument } from './active-uri';
import { logName } from './log-name';
import { twinOf } from './text-view-uri';

/** More is read in the big-log editor: the text is put together as a whole here. */
const mostChars = 20_000_000;

/** A log that is written to changes many times a second. */
const quietMs = 500;

/** The documents of one scheme; each is made anew when its log's text changes. */
export class TextViewDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(
    scheme: string,
    private readonly uriOf: (log: vscode.Uri) => vscode.Uri,
    private readonly made: (text: string, log: vscode.Uri) => Promise<string>,
    private readonly language?: string,
  ) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.soon(document.uri)),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const log = twinOf(uri);
    const document = await vscode.workspace.openTextDocument(log);
    return this.made(document.getText(), log);
  }

  /** Opens the view of a log; tells why where there is none. */
  async show(log: vscode.Uri): Promise<void> {
    const document = await textOf(log);
    if (!document) return;
    const view = await vscode.workspace.openTextDocument(this.uriOf(log));
    // For its colours. On a document whose language was changed just before it is shown VS Code drew no lenses (seen in a test).
    const shown = this.language ? await vscode.languages.setTextDocumentLanguage(view, this.language) : view;
    await vscode.window.showTextDocument(shown, { preview: false });
  }

  /** Made anew where it is open. */
  remake(log: vscode.Uri): void {
    const uri = this.uriOf(log);
    if (openDocument(uri)) this.changed.fire(uri);
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.subscription.dispose();
    this.changed.dispose();
  }

  private soon(log: vscode.Uri): void {
    const key = log.toString();
    if (this.timers.has(key) || !openDocument(this.uriOf(log))) return;
    const remake = () => {
      this.timers.delete(key);
      this.remake(log);
    };
    this.timers.set(key, setTimeout(remake, quietMs));
  }
}

/** Undefined, which is told, where VS Code has no text of it or too much. */
export async function textOf(log: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    const document = await vscode.workspace.openTextDocument(log);
    const end = document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
    if (end <= mostChars) return document;
  } catch {
    // VS Code makes no document of it: too large, or gone.
  }
  const open = vscode.l10n.t('Open in Big-Log Editor');
  const text = vscode.l10n.t(
    '{0} is too large to be shown otherwise here. The big-log editor shows colours, and the fields of a line beside it.',
    logName(log),
  );
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('oddline.openBigLog', log);
  }
  return undefined;
}
