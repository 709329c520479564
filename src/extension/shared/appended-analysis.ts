import * as vscode from 'vscode';
import type { AnalyseRequest } from '../../protocol/analysis';
import type { AnalysedLogs } from './analysed-logs';
import type { LogFiles } from './log-files';

/** Reading on and judging takes at most this part of the time: after a run of a second comes a pause of two. */
const busyShare = 1 / 3;
/** What is appended meanwhile is judged at once. */
const shortestPauseMs = 500;
/** What comes after a pause is judged without another: a line and its mark are to be less than a second apart. One write is told in pieces. */
const settleMs = 50;

/** Keeps the analysis of a followed log behind what is appended to it, without a word: whoever follows looks at the log. */
export class AppendedAnalysis implements vscode.Disposable {
  private readonly cancellation = new vscode.CancellationTokenSource();
  private timer: NodeJS.Timeout | undefined;
  private isRunning = false;
  private isWanted = false;
  private pauseMs = shortestPauseMs;
  private lastEnd = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly uri: vscode.Uri,
    private readonly analyses: AnalysedLogs,
    /** Where a rotated log is shown as all of its files. */
    private readonly files?: LogFiles,
  ) {}

  /** The log has grown. Nothing happens where nobody asked for its analysis. */
  wanted(): void {
    this.isWanted = true;
    if (this.isRunning || this.timer) return;
    const rest = this.lastEnd + this.pauseMs - performance.now();
    this.timer = setTimeout(() => void this.run(), Math.max(settleMs, rest));
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.cancellation.cancel();
    this.cancellation.dispose();
  }

  private async run(): Promise<void> {
    this.timer = undefined;
    this.isWanted = false;
    this.isRunning = true;
    const began = performance.now();
    // What went wrong is told where the log is analysed by hand; its results stay, and say that they are stale.
    await this.readAppended().catch(() => undefined);
    this.isRunning = false;
    this.lastEnd = performance.now();
    this.pauseMs = Math.max(shortestPauseMs, (this.lastEnd - began) * (1 / busyShare - 1));
    if (this.isWanted && !this.cancellation.token.isCancellationRequested) this.wanted();
  }

  private async readAppended(): Promise<void> {
    const { analyses, uri, cancellation } = this;
    const last = analyses.requestOf(uri);
    if (!last || last.input.kind === 'text' || analyses.isRunning(uri)) return;
    const files = this.files?.rotated(uri);
    const request: AnalyseRequest = files ? { ...last, input: { kind: 'files', files } } : last;
    const options = {
      request,
      text: undefined,
      cancellation: cancellation.token,
      onProgress: () => undefined,
    };
    if (analyses.canReadOn(uri, request)) await analyses.readOn(uri, options);
    else await analyses.run(uri, options);
  }
}
