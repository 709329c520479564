import * as vscode from 'vscode';
import type { ComparisonReport, GoodLogs } from '../../protocol/analysis';
import { activeUri } from '../shared/active-uri';
import type { LineEdit } from '../shared/line-edits';
import { LineMap } from '../shared/line-map';

/** A log that was held against good ones. A new object after every change. */
export interface ComparedLog {
  readonly uri: vscode.Uri;
  readonly good: GoodLogs;
  readonly report: ComparisonReport;
  /** The log is no longer the one that was compared. */
  readonly stale: boolean;
  /** Where its lines are since edits. */
  readonly lines: LineMap;
}

interface Run {
  readonly uri: vscode.Uri;
  readonly abort: AbortController;
}

/** What was compared, until the log is closed or the comparison cleared. Keys are `uri.toString()`. */
export class ComparedLogs implements vscode.Disposable {
  /** The latest last. */
  private readonly known = new Map<string, ComparedLog>();
  private readonly runs = new Map<string, Run>();
  private readonly changed = new vscode.EventEmitter<void>();
  /** After every change, also of which one is current. */
  readonly onDidChange = this.changed.event;
  private readonly subscription = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => this.activated()),
    vscode.window.tabGroups.onDidChangeTabs(() => this.activated()),
  );
  private shown: ComparedLog | undefined;

  get(uri: vscode.Uri): ComparedLog | undefined {
    return this.known.get(uri.toString());
  }

  all(): readonly ComparedLog[] {
    return [...this.known.values()];
  }

  /** Of the active editor's log, else the latest: a good log in front is looked at for the comparison it belongs to. */
  current(): ComparedLog | undefined {
    const uri = activeUri();
    return (uri && this.get(uri)) ?? this.all().at(-1);
  }

  running(): readonly vscode.Uri[] {
    return [...this.runs.values()].map(({ uri }) => uri);
  }

  /** A comparison of the log begins; one that goes on is given up. Whoever began says with the same object that it ended. */
  begin(uri: vscode.Uri): Run {
    const run = { uri, abort: new AbortController() };
    this.runs.get(uri.toString())?.abort.abort();
    this.runs.set(uri.toString(), run);
    return run;
  }

  end(run: Run): void {
    if (this.runs.get(run.uri.toString()) === run) this.runs.delete(run.uri.toString());
  }

  keep(uri: vscode.Uri, good: GoodLogs, report: ComparisonReport): void {
    this.known.delete(uri.toString());
    this.known.set(uri.toString(), { uri, good, report, stale: false, lines: LineMap.unedited });
    this.changed.fire();
  }

  edited(uri: vscode.Uri, edits: readonly LineEdit[]): void {
    const log = this.get(uri);
    if (!log) return;
    const lines = log.lines.after(edits);
    if (log.stale && lines === log.lines) return;
    this.known.set(uri.toString(), { ...log, lines, stale: true });
    this.changed.fire();
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const log = this.get(from);
    if (!log) return;
    this.known.delete(from.toString());
    this.known.set(to.toString(), { ...log, uri: to });
    this.changed.fire();
  }

  forget(uri: vscode.Uri): void {
    this.runs.get(uri.toString())?.abort.abort();
    if (this.known.delete(uri.toString())) this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    for (const { abort } of this.runs.values()) abort.abort();
    this.changed.dispose();
  }

  private activated(): void {
    const current = this.current();
    if (current === this.shown) return;
    this.shown = current;
    if (this.known.size > 0) this.changed.fire();
  }
}
