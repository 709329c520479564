import * as vscode from 'vscode';
import { openDocument } from '../shared/active-uri';
import { type Fold, foldsOf, longestFolds } from './folds';
import type { NativeLogs } from './native-logs';

/** What VS Code folds of a text unless it is told otherwise. */
const usualMaximum = 5000;

interface Folded {
  readonly folds: readonly Fold[];
  /** Last lines by first lines (from 0) of what was folded already, by the column of the editor: a run the reader opened stays open. */
  readonly done: Map<vscode.ViewColumn, Map<number, number>>;
}

/** Folds runs in VS Code's own editor. It provides ranges only for logs that have runs: of all others VS Code finds its own. */
export class RunFolding implements vscode.FoldingRangeProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeFoldingRanges = this.changed.event;
  private readonly byLog = new Map<string, Folded>();
  private readonly providers = new Map<string, vscode.Disposable>();
  private readonly subscription: vscode.Disposable;

  constructor(private readonly logs: NativeLogs) {
    this.subscription = vscode.Disposable.from(
      logs.onDidShow((uri) => void this.show(uri)),
      vscode.window.onDidChangeActiveTextEditor((editor) => editor && void this.fold(editor.document.uri)),
    );
  }

  provideFoldingRanges({ uri }: vscode.TextDocument): vscode.FoldingRange[] | undefined {
    const folds = this.byLog.get(uri.toString())?.folds;
    if (!folds || folds.length === 0) return undefined;
    return folds.map(({ first, last }) => new vscode.FoldingRange(first, last));
  }

  /** Runs that are folded in the editor, in line order. */
  of(uri: vscode.Uri): readonly Fold[] {
    return this.byLog.get(uri.toString())?.folds ?? [];
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
    for (const provider of this.providers.values()) provider.dispose();
  }

  private async show(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const former = this.byLog.get(key);
    const folds = longestFolds(foldsOf(this.logs.shownOf(uri)?.lines.folds ?? null), maximumFor(uri));
    if (!former && folds.length === 0) return;
    this.byLog.set(key, { folds, done: former?.done ?? new Map() });
    await this.unfoldGone(uri);
    this.provide();
    this.changed.fire();
    await this.fold(uri);
  }

  /** A command folds in the editor in front only: another one of the same log, too, waits until it is. */
  private async fold(uri: vscode.Uri): Promise<void> {
    await this.unfoldGone(uri);
    const folded = this.inFront(uri);
    const fresh = folded?.folds.filter(({ first }) => !folded.done.has(first)) ?? [];
    for (const { first, last } of fresh) folded?.done.set(first, last);
    await foldLines('editor.fold', uri, fresh);
  }

  /** VS Code keeps a folded region though nobody provides it any more. */
  private async unfoldGone(uri: vscode.Uri): Promise<void> {
    const folded = this.inFront(uri);
    if (!folded) return;
    const lastOf = new Map(folded.folds.map(({ first, last }) => [first, last]));
    const gone = [...folded.done].filter(([first, last]) => lastOf.get(first) !== last);
    for (const [first] of gone) folded.done.delete(first);
    await foldLines(
      'editor.unfold',
      uri,
      gone.map(([first]) => ({ first })),
    );
  }

  /** What is folded of a log, and what was already in the editor in front; undefined where that shows another one. */
  private inFront(uri: vscode.Uri) {
    const folded = this.byLog.get(uri.toString());
    const column = vscode.window.activeTextEditor?.viewColumn;
    if (!folded || column === undefined || !isInFront(uri)) return undefined;
    const done = folded.done.get(column) ?? new Map<number, number>();
    folded.done.set(column, done);
    return { folds: folded.folds, done };
  }

  private provide(): void {
    const languages = new Set<string>();
    for (const [key, { folds }] of this.byLog) {
      if (folds.length === 0) continue;
      const document = openDocument(vscode.Uri.parse(key, true));
      if (document) languages.add(document.languageId);
    }
    for (const [language, provider] of this.providers) {
      if (languages.has(language)) continue;
      provider.dispose();
      this.providers.delete(language);
    }
    for (const language of languages) {
      if (this.providers.has(language)) continue;
      this.providers.set(language, vscode.languages.registerFoldingRangeProvider({ language }, this));
    }
  }
}

function maximumFor(uri: vscode.Uri): number {
  return vscode.workspace.getConfiguration('editor', uri).get('foldingMaximumRegions', usualMaximum);
}

function isInFront(uri: vscode.Uri): boolean {
  return vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
}

async function foldLines(
  command: 'editor.fold' | 'editor.unfold',
  uri: vscode.Uri,
  folds: readonly Pick<Fold, 'first'>[],
): Promise<void> {
  if (folds.length === 0 || !isInFront(uri)) return;
  const selectionLines = folds.map(({ first }) => first);
  await vscode.commands.executeCommand(command, { levels: 1, direction: 'up', selectionLines });
}
