import type * as vscode from 'vscode';
import { InputError } from '../../protocol/input-error';
import type { ShownLines, ShownLinesRequest } from '../../protocol/line-facts';
import type { AnalysedLog, Analyses } from './analyses';
import { showsSame } from './log-view';

export interface ShowingOptions {
  readonly signal: AbortSignal;
  readonly onShare: (share: number) => void;
}

/** The analysis of one log as far as its records are those of the text by now. */
export class RecordsOfLog {
  private last: AnalysedLog | undefined;
  private awaiting = 0;

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

  /** Whether there is another one than when this was asked last, or other findings of it are shown. */
  changed(): boolean {
    const { last } = this;
    const log = this.known();
    if (log === undefined || (log.report === last?.report && showsSame(log, last))) return false;
    this.last = log;
    return true;
  }

  /** Somebody waits for one: it is no news then. */
  get areAwaited(): boolean {
    return this.awaiting > 0;
  }

  /** Resolves once there is one; rejects with InputError where there is none to be had. */
  async analysed(signal: AbortSignal): Promise<void> {
    await this.awaited(signal, async () => {
      if (this.analyses.isRunning(this.uri)) await this.runEnded(signal);
      signal.throwIfAborted();
      if (!this.known()) await this.analyse(this.uri);
    });
    if (!this.known()) throw notAnalysed();
  }

  /** Where the worker that knew the records has ended, another one reads them again. */
  async shownLines(request: ShownLinesRequest, { signal, onShare }: ShowingOptions): Promise<ShownLines> {
    const ask = () => this.analyses.ask(this.uri).shownLines(request, { signal, onShare });
    try {
      return await ask();
    } catch (error) {
      if (signal.aborted || error instanceof InputError) throw error;
      await this.awaited(signal, async () => this.analyse(this.uri));
      return ask();
    }
  }

  private async awaited(signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
    this.awaiting++;
    try {
      await work();
      signal.throwIfAborted();
      this.changed();
    } finally {
      this.awaiting--;
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
