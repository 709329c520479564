import type * as vscode from 'vscode';
import type { AnalyseRequest } from '../../protocol/analysis';
import type { AnalysedLog } from './analyses';
import type { RunWorker } from './analysis-run';
import type { LogState } from './log-state';
import { type IsHidden, showsSame, viewOf } from './log-view';
import { moveKey } from './move-key';
import type { Readings } from './readings';

export interface KnownLog extends RunWorker {
  readonly state: LogState;
  readonly request: AnalyseRequest;
  readonly view: AnalysedLog;
  /** Reading on was broken off, which leaves the worker in the middle of it. */
  readonly isTorn?: boolean;
}

/** A worker keeps its log's columns (about 20 bytes a line) while it lives; the least recent beyond this many end. */
const maxWorkers = 8;

const nothingHidden: IsHidden = () => false;

/** What was analysed and is still known, by `uri.toString()`; what the slices see of each is made anew with every change. */
export class KnownLogs implements vscode.Disposable {
  /** Least recently active or analysed first. */
  private readonly logs = new Map<string, KnownLog>();
  private readonly hidden = new Map<string, IsHidden>();
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly readings: Pick<Readings, 'of' | 'onDidChange'>,
    private readonly changed: () => void,
  ) {
    this.subscription = readings.onDidChange(({ uri, reading, former }) => {
      if (reading.zone !== former.zone) this.update(uri, (state) => ({ ...state }));
    });
  }

  get(uri: vscode.Uri): KnownLog | undefined {
    return this.logs.get(uri.toString());
  }

  /** Throws where it is not known. */
  known(uri: vscode.Uri): KnownLog {
    const log = this.get(uri);
    if (!log) throw new Error(`Not analysed: ${uri.toString()}`);
    return log;
  }

  /** Most recently active or analysed first. */
  all(): readonly AnalysedLog[] {
    return [...this.logs.values()].reverse().map((log) => log.view);
  }

  /** In the place of what was known of the log before. */
  keep(uri: vscode.Uri, { state, request, worker, progress }: Omit<KnownLog, 'view'>): AnalysedLog {
    const key = uri.toString();
    const former = this.logs.get(key)?.worker;
    if (former !== worker) former?.dispose();
    const view = this.view(uri, { state, request });
    this.logs.delete(key);
    this.logs.set(key, { state, request, view, worker, progress });
    this.endOldWorkers();
    return view;
  }

  /** What it was asked for is another now. */
  askedFor(uri: vscode.Uri, changed: Partial<AnalyseRequest>): void {
    const log = this.known(uri);
    this.logs.set(uri.toString(), { ...log, request: { ...log.request, ...changed } });
  }

  update(uri: vscode.Uri, change: (state: LogState) => LogState): void {
    const log = this.get(uri);
    if (!log) return;
    const state = change(log.state);
    if (state === log.state) return;
    this.logs.set(uri.toString(), { ...log, state, view: this.view(uri, { ...log, state }) });
    this.changed();
  }

  /** It still answers questions about what it had read. */
  tear({ worker }: RunWorker): void {
    for (const [key, log] of this.logs)
      if (log.worker === worker) this.logs.set(key, { ...log, isTorn: true });
  }

  hide(uri: vscode.Uri, isHidden: IsHidden): void {
    this.hidden.set(uri.toString(), isHidden);
    const log = this.get(uri);
    if (!log) return;
    const view = this.view(uri, log);
    if (showsSame(view, log.view)) return;
    this.logs.set(uri.toString(), { ...log, view });
    this.changed();
  }

  /** Its editor is in front. */
  activated(uri: vscode.Uri): void {
    const key = uri.toString();
    const log = this.logs.get(key);
    if (!log || [...this.logs.keys()].at(-1) === key) return;
    this.logs.delete(key);
    this.logs.set(key, log);
    this.changed();
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    moveKey(this.hidden, from, to);
    moveKey(this.logs, from, to);
    const log = this.get(to);
    if (log) this.logs.set(to.toString(), { ...log, view: this.view(to, log) });
  }

  /** False where it was not known. */
  forget(uri: vscode.Uri): boolean {
    this.hidden.delete(uri.toString());
    this.get(uri)?.worker.dispose();
    return this.logs.delete(uri.toString());
  }

  dispose(): void {
    this.subscription.dispose();
    for (const log of this.logs.values()) log.worker.dispose();
    this.logs.clear();
  }

  private view(uri: vscode.Uri, log: Pick<KnownLog, 'state' | 'request'>): AnalysedLog {
    const isHidden = this.hidden.get(uri.toString()) ?? nothingHidden;
    return viewOf(uri, log, isHidden, this.readings.of(uri).zone);
  }

  private endOldWorkers(): void {
    const logs = [...this.logs.values()];
    for (const log of logs.slice(0, -maxWorkers)) log.worker.dispose();
  }
}
