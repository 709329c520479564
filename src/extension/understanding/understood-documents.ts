import * as vscode from 'vscode';
import type { Sentence } from '../../engine/model/finding';
import type { AnalysisReport } from '../../protocol/analysis';
import { openDocument } from '../shared/active-uri';
import type { Analyses } from '../shared/analyses';
import { localise } from '../shared/localise';
import { logName } from '../shared/log-name';
import { logOf, understoodScheme } from '../shared/understood-uri';
import { type PageLine, plainPage, understoodPage } from './page';

/** A document's lines, and what a person can do about a log of which there is nothing to show. */
export interface Page {
  readonly lines: readonly PageLine[];
  readonly offer?: 'detect' | 'run-again';
}

interface MadePage {
  readonly page: Page;
  readonly report: AnalysisReport | undefined;
}

/** Read-only documents that say what was understood of a log; made anew when the log is analysed again or forgotten. */
export class UnderstoodDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly made = new Map<string, MadePage>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly analyses: Analyses) {
    this.subscription = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(understoodScheme, this),
      analyses.onDidChange(() => this.makeAnew()),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const log = logOf(uri);
    const page = await this.pageOf(log);
    this.made.set(uri.toString(), { page, report: this.analyses.get(log)?.report });
    return page.lines.map(({ text }) => text).join('\n');
  }

  /** Undefined while VS Code has not asked for the document yet. */
  page(uri: vscode.Uri): Page | undefined {
    return this.made.get(uri.toString())?.page;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }

  private makeAnew(): void {
    for (const [key, { report }] of this.made) {
      const uri = vscode.Uri.parse(key, true);
      const log = this.analyses.get(logOf(uri));
      // Not when it is closed: VS Code may tell that only after it was opened again.
      if (!log && !openDocument(uri)) this.made.delete(key);
      else if (log?.report !== report) this.changed.fire(uri);
    }
  }

  private async pageOf(uri: vscode.Uri): Promise<Page> {
    const log = this.analyses.get(uri);
    if (!log) return { lines: plainPage(nothing(uri), localise), offer: 'detect' };
    try {
      const [source] = await this.analyses.ask(uri).inspect();
      return { lines: understoodPage(source, localise) };
    } catch {
      return { lines: plainPage(unavailable(uri), localise), offer: 'run-again' };
    }
  }
}

function nothing(uri: vscode.Uri): Sentence[] {
  return [
    { pattern: '{0} has no results. Run Oddline: Detect Anomalies on it.', values: [logName(uri)] },
    { pattern: 'What was understood of it will stand here.', values: [] },
  ];
}

/** Whatever it was, an ended worker or a file that is gone: a run mends it or says what to do. */
function unavailable(uri: vscode.Uri): Sentence[] {
  return [
    {
      pattern: 'Lines of {0} can no longer be read to show what was understood. Run Oddline: Run Again.',
      values: [logName(uri)],
    },
  ];
}
