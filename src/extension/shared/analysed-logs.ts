import * as vscode from 'vscode';
import type { TemplateCorrection } from '../../engine/templates/corrections/correction';
import type {
  AnalyseRequest,
  AnalysisProgress,
  AnalysisReport,
  RejudgeRequest,
} from '../../protocol/analysis';
import { activeUri } from './active-uri';
import type { AnalysedLog, Analyses, LogQuestions, Staleness } from './analyses';
import {
  analyse,
  canBeReadOn,
  isOnDisk,
  isSameReading,
  type LogWorker,
  type OnProgress,
  type Run,
  type RunOptions,
  type RunWorker,
} from './analysis-run';
import { AnalysisRuns } from './analysis-runs';
import { caretLineIn } from './caret-place';
import { KnownLogs } from './known-logs';
import type { LineEdit } from './line-edits';
import { questionsThroughAll, reportThroughAll } from './lines-through-all';
import type { LogEditors } from './log-editors';
import { afterEdits, stalerOf, stateAfterRun, stateWith } from './log-state';
import type { IsHidden } from './log-view';
import type { Readings } from './readings';
import type { Taught } from './taught';
import { TaughtByLog } from './taught-by-log';
import { Turns } from './turns';

/** Keys are `uri.toString()`, as everywhere in these slices. */
export class AnalysedLogs implements Analyses, vscode.Disposable {
  private readonly logs: KnownLogs;
  private readonly runs = new AnalysisRuns();
  private readonly taught = new TaughtByLog();
  private readonly judging = new Turns<LogWorker>();
  /** Those whose last result was read on behind what was appended. */
  private readonly readingOn = new Set<string>();
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription: vscode.Disposable;
  readonly onDidChange = this.changed.event;
  readonly onDidProgress = this.runs.onDidProgress;

  constructor(
    private readonly createWorker: (onProgress: OnProgress) => LogWorker,
    private readonly editors: LogEditors,
    readings: Pick<Readings, 'of' | 'onDidChange'>,
  ) {
    this.logs = new KnownLogs(readings, () => this.changed.fire());
    const activated = () => {
      const uri = activeUri();
      if (uri) this.logs.activated(uri);
    };
    this.subscription = vscode.Disposable.from(
      this.logs,
      vscode.window.onDidChangeActiveTextEditor(activated),
      vscode.window.tabGroups.onDidChangeTabs(activated),
      vscode.window.tabGroups.onDidChangeTabGroups(activated),
    );
  }

  get(uri: vscode.Uri): AnalysedLog | undefined {
    return this.logs.get(uri)?.view;
  }

  all(): readonly AnalysedLog[] {
    return this.logs.all();
  }

  current(): AnalysedLog | undefined {
    const uri = activeUri();
    return (uri && this.get(uri)) ?? this.all()[0];
  }

  isRunning(uri: vscode.Uri): boolean {
    return this.runs.isRunning(uri);
  }

  running(): readonly vscode.Uri[] {
    return this.runs.running();
  }

  caretLine(uri: vscode.Uri): number {
    return caretLineIn(uri, this.editors);
  }

  /** Of the run that goes on; null where none does, and before it told any. */
  progressOf(uri: vscode.Uri): AnalysisProgress | null {
    return this.runs.progressOf(uri);
  }

  /** Its last result was read on behind what was appended: somebody follows it. */
  isReadOn(uri: vscode.Uri): boolean {
    return this.readingOn.has(uri.toString());
  }

  /** What the log was analysed by last. */
  requestOf(uri: vscode.Uri): AnalyseRequest | undefined {
    return this.logs.get(uri)?.request;
  }

  /**
   * Analyses the log in a worker of its own; a run of the same log that still goes on is cancelled.
   * Rejects with vscode.CancellationError when cancelled, InputError for bad input, else with what ended the worker.
   */
  async run(uri: vscode.Uri, options: RunOptions): Promise<AnalysedLog> {
    this.readingOn.delete(uri.toString());
    const progress = { tell: this.runs.telling(uri, options.onProgress) };
    const worker = this.createWorker((snapshot) => progress.tell(snapshot));
    try {
      const heeding = this.taught.heeding(uri, options);
      return await this.judge(uri, heeding, { worker, progress }, (signal) =>
        analyse(worker, heeding, signal),
      );
    } catch (error) {
      worker.dispose();
      throw error;
    }
  }

  /** Whether what is known of a log that has only grown since is what the request asks for. */
  canReadOn(uri: vscode.Uri, request: AnalyseRequest): boolean {
    const log = this.logs.get(uri);
    if (!log || log.isTorn || log.worker.dead) return false;
    return canBeReadOn(log.state.stale) && isSameReading(log.request, request);
  }

  /** As `run`, for a log that `canReadOn`: its worker reads what was appended, and what was there not again. */
  async readOn(uri: vscode.Uri, options: RunOptions): Promise<AnalysedLog> {
    const log = this.logs.known(uri);
    this.readingOn.add(uri.toString());
    log.progress.tell = this.runs.telling(uri, options.onProgress);
    const heeding = this.taught.heeding(uri, options);
    try {
      return await this.judge(uri, heeding, log, async (signal) => (await log.worker.readOn(signal)).report);
    } catch (error) {
      this.logs.tear(log);
      throw error;
    }
  }

  cancel(uri: vscode.Uri): void {
    this.runs.cancel(uri);
  }

  ask(uri: vscode.Uri): LogQuestions {
    const { worker, state } = this.logs.known(uri);
    return questionsThroughAll(worker, state.report.sources);
  }

  async correctTemplates(uri: vscode.Uri, corrections: readonly TemplateCorrection[]): Promise<void> {
    await this.judgeAnew(uri, { templateCorrections: corrections }, (worker) =>
      worker.correctTemplates({ corrections }),
    );
  }

  async rejudge(uri: vscode.Uri, changed: RejudgeRequest): Promise<void> {
    await this.judgeAnew(uri, changed, (worker) => worker.rejudge(changed));
  }

  async setTaught(uri: vscode.Uri, taught: Taught): Promise<void> {
    this.taught.set(uri, taught);
    await this.heedTaught(uri);
  }

  showStrangest(uri: vscode.Uri, on: boolean): void {
    this.logs.update(uri, (state) =>
      state.showsStrangest === on ? state : { ...state, showsStrangest: on },
    );
  }

  setHiddenFindings(uri: vscode.Uri, isHidden: IsHidden): void {
    this.logs.hide(uri, isHidden);
  }

  /** Findings follow the text, and the results are stale; `moves` is empty where no line moved. */
  edited(uri: vscode.Uri, stale: Staleness, moves: readonly LineEdit[]): void {
    this.runs.edited(uri, { stale, moves });
    this.logs.update(uri, (state) => stalerOf(moves.length > 0 ? afterEdits(state, moves) : state, stale));
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.runs.rename(from, to);
    this.taught.move(from, to);
    this.logs.rename(from, to);
    this.changed.fire();
  }

  forget(uri: vscode.Uri): void {
    this.cancel(uri);
    this.taught.forget(uri);
    this.readingOn.delete(uri.toString());
    if (this.logs.forget(uri)) this.changed.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.runs.dispose();
    this.changed.dispose();
  }

  /** Nothing is read again. One change after the other: the worker takes each from the result of the one before. */
  private judgeAnew(
    uri: vscode.Uri,
    changed: Partial<AnalyseRequest>,
    work: (worker: LogWorker) => Promise<AnalysisReport>,
  ): Promise<void> {
    const { worker } = this.logs.known(uri);
    return this.judging.next(worker, async () => {
      const report = reportThroughAll(await work(worker));
      // Meanwhile the log may have been analysed again, by another worker.
      if (this.logs.get(uri)?.worker !== worker) return;
      this.logs.askedFor(uri, changed);
      this.logs.update(uri, (state) => stateWith(state, report));
    });
  }

  private async heedTaught(uri: vscode.Uri): Promise<void> {
    const log = this.get(uri);
    const taught = log && (await this.taught.unheeded(log));
    if (taught) await this.rejudge(uri, taught);
  }

  private async judge(
    uri: vscode.Uri,
    { request, cancellation }: RunOptions,
    { worker, progress }: RunWorker,
    work: (signal: AbortSignal) => Promise<AnalysisReport>,
  ): Promise<AnalysedLog> {
    const run = this.runs.begin(uri);
    this.changed.fire();
    const cancelled = cancellation.onCancellationRequested(() => run.abort.abort());
    try {
      const report = reportThroughAll(await work(run.abort.signal));
      const onDisk = await isOnDisk(report, run.uri);
      run.abort.signal.throwIfAborted();
      const state = stateAfterRun(report, run.edits, onDisk);
      const view = this.logs.keep(run.uri, { state, request, worker, progress });
      // What was said meanwhile.
      void this.heedTaught(run.uri).catch(() => undefined);
      return view;
    } catch (error) {
      throw run.abort.signal.aborted ? new vscode.CancellationError() : error;
    } finally {
      cancelled.dispose();
      this.end(run);
    }
  }

  private end(run: Run): void {
    this.runs.end(run);
    this.changed.fire();
  }
}
