import * as vscode from 'vscode';
import type { AnalysisProgress } from '../../protocol/analysis';
import type { OnProgress, Run } from './analysis-run';
import type { EditDuringRun } from './log-state';
import { moveKey } from './move-key';

/** The analyses that go on, at most one a log. */
export class AnalysisRuns implements vscode.Disposable {
  private readonly runs = new Map<string, Run>();
  private readonly latest = new WeakMap<Run, AnalysisProgress>();
  private readonly progressed = new vscode.EventEmitter<vscode.Uri>();
  /** The log whose analysis got on. */
  readonly onDidProgress = this.progressed.event;

  /** One of the same log that still goes on is cancelled. */
  begin(uri: vscode.Uri): Run {
    this.cancel(uri);
    const run: Run = { uri, abort: new AbortController(), edits: [] };
    this.runs.set(uri.toString(), run);
    return run;
  }

  end(run: Run): void {
    if (this.runs.get(run.uri.toString()) === run) this.runs.delete(run.uri.toString());
  }

  cancel(uri: vscode.Uri): void {
    this.runs.get(uri.toString())?.abort.abort();
  }

  dispose(): void {
    for (const run of this.runs.values()) run.abort.abort();
    this.progressed.dispose();
  }

  isRunning(uri: vscode.Uri): boolean {
    return this.runs.has(uri.toString());
  }

  running(): readonly vscode.Uri[] {
    return [...this.runs.values()].map((run) => run.uri);
  }

  edited(uri: vscode.Uri, edit: EditDuringRun): void {
    this.runs.get(uri.toString())?.edits.push(edit);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    const run = this.runs.get(from.toString());
    if (run) run.uri = to;
    moveKey(this.runs, from, to);
  }

  /** Of the run that goes on; null before it told any. */
  progressOf(uri: vscode.Uri): AnalysisProgress | null {
    const run = this.runs.get(uri.toString());
    return (run && this.latest.get(run)) ?? null;
  }

  /** Tells `onProgress`, and keeps the latest for whoever asks. */
  telling(uri: vscode.Uri, onProgress: OnProgress): OnProgress {
    return (snapshot) => {
      const run = this.runs.get(uri.toString());
      if (run) this.latest.set(run, snapshot);
      onProgress(snapshot);
      this.progressed.fire(uri);
    };
  }
}
