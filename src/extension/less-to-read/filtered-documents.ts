import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import { openDocument } from '../shared/active-uri';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
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
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly logs: NativeLogs) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(shownScheme, this),
      logs.onDidShow((uri) => {
        if (openDocument(shownUri(uri))) this.changed.fire(shownUri(uri));
      }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const log = logOf(uri);
    const document = await vscode.workspace.openTextDocument(log);
    const shown = this.logs.shownOf(log);
    if (!shown) return this.tell(uri, { pattern: 'Nothing of {0} is hidden.', values: [logName(log)] });
    const left = filteredLines(shown.lines, document.lineCount);
    if (left.lines.length === 0) return this.tell(uri, nothingLeft);
    const folds = foldsOf(shown.lines.folds).map((fold) => byRow(fold, left));
    this.made.set(uri.toString(), { ...left, folds });
    return textOf(document, left);
  }

  /** Undefined while VS Code has not asked for the document yet. */
  of(uri: vscode.Uri): Filtered | undefined {
    return this.made.get(uri.toString());
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private tell(uri: vscode.Uri, sentence: Sentence): string {
    this.made.set(uri.toString(), nothing);
    return localise(sentence);
  }
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
