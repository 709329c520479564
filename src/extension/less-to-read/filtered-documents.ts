import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { openDocument } from '../shared/active-uri';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import type { Shown } from '../shared/shown-rows';
import { shownScheme, shownUri } from '../shared/shown-uri';
import { logOf } from '../shared/understood-uri';
import { type FilteredLines, filteredLines, rowOfLine } from './filtered-lines';
import { type Fold, foldsOf } from './folds';
import type { NativeLogs } from './native-logs';

/** What is left of a log, as its document shows it. */
export interface Filtered extends FilteredLines {
  /** By row instead of by line. */
  readonly folds: readonly Fold[];
}

/** Lines put together between two breaths of the extension host. */
const linesAtOnce = 4000;
const nothing: Filtered = { lines: new Uint32Array(0), contextRows: [], folds: [] };

/** Read-only documents with the lines a filter and the dial leave; made anew whenever these are others. */
export class FilteredDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly made = new Map<string, Filtered>();
  /** What each document was made of. */
  private readonly madeOf = new Map<string, Shown | undefined>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly logs: NativeLogs) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(shownScheme, this),
      logs.onDidShow((uri) => this.makeAnew(shownUri(uri))),
      // A document that is not open yet hears of no change.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.makeAnew(uri)),
      // VS Code says the same of one whose language changes, which stays open.
      vscode.workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        if (isClosed) this.forget(uri);
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const log = logOf(uri);
    const document = await vscode.workspace.openTextDocument(log);
    const shown = this.logs.shownOf(log);
    this.madeOf.set(uri.toString(), shown);
    if (!shown) return this.tell(uri, this.logs.isHeld(log) ? comesSoon(log) : nothingHidden(log));
    const left = filteredLines(shown.lines, document.lineCount);
    if (left.lines.length === 0) return this.tell(uri, nothingLeft);
    const folds = foldsOf(shown.lines.folds).map((fold) => byRow(fold, left));
    this.made.set(uri.toString(), { ...left, folds });
    const text = await textOf(document, left);
    // Something else may be left by now, and VS Code takes whichever answer comes last.
    return this.madeOf.get(uri.toString()) === shown ? text : this.provideTextDocumentContent(uri);
  }

  /** Undefined while VS Code has not asked for the document yet. */
  of(uri: vscode.Uri): Filtered | undefined {
    return this.made.get(uri.toString());
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private makeAnew(uri: vscode.Uri): void {
    if (uri.scheme !== shownScheme || !openDocument(uri)) return;
    if (this.madeOf.get(uri.toString()) !== this.logs.shownOf(logOf(uri))) this.changed.fire(uri);
  }

  private forget(uri: vscode.Uri): void {
    this.made.delete(uri.toString());
    this.madeOf.delete(uri.toString());
  }

  private tell(uri: vscode.Uri, sentence: Sentence): string {
    this.made.set(uri.toString(), nothing);
    return localise(sentence);
  }
}

function comesSoon(log: vscode.Uri): Sentence {
  return { pattern: 'What is left of {0} will stand here in a moment.', values: [logName(log)] };
}

function nothingHidden(log: vscode.Uri): Sentence {
  return { pattern: 'Nothing of {0} is hidden.', values: [logName(log)] };
}

const nothingLeft: Sentence = {
  pattern: 'No line fits the filter. Change it with Oddline: Filter Log…, or run Oddline: Show All Lines.',
  values: [],
};

function byRow(fold: Fold, left: FilteredLines): Fold {
  const row = rowOfLine(left, fold.first);
  return { ...fold, first: row, last: row };
}

async function textOf(document: vscode.TextDocument, { lines }: FilteredLines): Promise<string> {
  const rows: string[] = [];
  let next = 0;
  for (let first = 0; first < document.lineCount && next < lines.length; first += linesAtOnce) {
    if (lines[next] >= first + linesAtOnce) continue;
    const texts = document.getText(new vscode.Range(first, 0, first + linesAtOnce, 0)).split(/\r?\n/);
    for (; next < lines.length && lines[next] < first + linesAtOnce; next++) {
      rows.push(texts[lines[next] - first] ?? '');
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return rows.join('\n');
}
