import type * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import type { ShownLines, ShownLinesRequest } from '../../protocol/line-facts';
import type { AnalysedLog, Analyses } from './analyses';

export interface ShowingOptions {
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
}

/** The analysis of one log as far as its records are those of the text by now. */
export class RecordsOfLog {
  private lastReport: unknown;

  constructor(
    private readonly uri: vscode.Uri,
    private readonly analyses: Analyses,
    private readonly analyse: (uri: vscode.Uri) => Thenable<unknown>,
  ) {
    this.changed();
  }

  /** Undefined where there is none, or the lines it knows are others by now; what was only appended to it still knows. */
  known(): AnalysedLog | undefined {
    const log = this.analyses.get(this.uri);
    return log?.stale === 'edited' || log?.stale === 'changed-on-disk' ? undefined : log;
  }

  /** Whether it is another one than when this was asked last. */
  changed(): boolean {
    const report = this.known()?.report;
    const differs = report !== this.lastReport;
    this.lastReport = report;
    return differs;
  }

  /** Resolves once there is one; rejects with InputError where there is none to be had. */
  async analysed(signal: AbortSignal): Promise<void> {
    if (this.analyses.isRunning(this.uri)) await this.runEnded(signal);
    signal.throwIfAborted();
    if (!this.known()) await this.analyse(this.uri);
    signal.throwIfAborted();
    this.changed();
    if (!this.known()) throw notAnalysed();
  }

  /** Where the worker that knew the records has ended, another one reads them again. */
  async shownLines(request: ShownLinesRequest, { signal, onShare }: ShowingOptions): Promise<ShownLines> {
    const ask = () => this.analyses.ask(this.uri).shownLines(request, { signal, onShare });
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || error instanceof InputError) throw error;
      await this.analyse(this.uri);
      signal.throwIfAborted();
      this.changed();
      return ask();
    }
  }

  private async runEnded(signal: AbortSignal): Promise<void> {
    let done = () => {};
    const subscription = this.analyses.onDidChange(() => {
      if (!this.analyses.isRunning(this.uri)) done();
    });
    await new Promise<void>((resolve) => {
      done = resolve;
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (!this.analyses.isRunning(this.uri)) resolve();
    });
    subscription.dispose();
  }
}

function notAnalysed(): InputError {
  return new InputError({
    code: 'needs-analysis',
    sentence: {
      pattern:
        'The noise dial and filters by level, template, time, field and severity need the log to be analysed. Run Detect Anomalies, or filter by words.',
      values: [],
    },
  });
}
