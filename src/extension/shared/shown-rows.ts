import * as vscode from 'vscode';
import type { SearchClient } from '../../node/search/search-client';
import type { InputProblem } from '../../protocol/analysis';
import { InputError } from '../../protocol/input-error';
import type { ShownLines } from '../../protocol/line-facts';
import type { ShowRequest } from '../../protocol/log-lines';
import type { SearchProgress } from '../../protocol/search';
import type { Analyses } from './analyses';
import type { LogLines } from './line-threads';
import { RecordsOfLog } from './records-of-log';
import { SearchedClauses } from './searched-clauses';
import { hidesNothing, needsRecords, type Showing, shownRequest } from './shown-request';

export interface ShownRowsParts {
  readonly log: Pick<LogLines, 'uri' | 'client' | 'progress' | 'onChanged'>;
  readonly analyses: Analyses;
  readonly search: Pick<SearchClient, 'search' | 'filterLines'>;
  /** Analyses the log where what is asked needs records; settles when that has ended in whatever way. */
  readonly analyse: (uri: vscode.Uri) => Thenable<unknown>;
  /** Of a merge: the line of each row (Uint32), or null for the order of the sources. */
  readonly order?: (
    clockOffsets: readonly number[],
    waiting: { readonly signal: AbortSignal; readonly onShare: (share: number) => void },
  ) => Promise<ShowRequest['order']>;
}

/** What is being done to show what was asked for; a complete snapshot. */
export type ShowingStatus =
  | { readonly kind: 'settled' }
  | { readonly kind: 'searching'; readonly progress: SearchProgress }
  /** What is asked needs records, and the log is analysed for that. */
  | { readonly kind: 'analysing' }
  /** 0 to 1. */
  | { readonly kind: 'filtering'; readonly share: number }
  /** The files of a merge are read for their times; 0 to 1. */
  | { readonly kind: 'ordering'; readonly share: number }
  /** What was shown before stays. */
  | { readonly kind: 'problem'; readonly problem: InputProblem };

export interface Shown {
  readonly reading: Showing;
  readonly rows: number;
  readonly hiddenLines: number;
  /** What is counted: records, or lines of a log that was not analysed. */
  readonly unit: 'record' | 'line';
  readonly records: number;
  /** Of these, those that fit the filter. */
  readonly shownRecords: number;
  /** As the lines' thread was given it; its buffers are null where nothing is hidden. */
  readonly lines: Pick<ShownLines, 'lines' | 'context' | 'folds'>;
}

/** Readings that come closer than this, as while somebody types, wait so long for the next. */
const settleMs = 150;
const nothingHidden = { lines: null, context: null, folds: null };

/**
 * The one place that turns how a log is read into what of it is shown: searches, asks the analysis, and tells the thread that keeps
 * the text. One for each thread of lines, as that shows one selection at a time.
 */
export class ShownRows implements vscode.Disposable {
  private readonly searched: SearchedClauses;
  private readonly records: RecordsOfLog;
  private readonly statusChanged = new vscode.EventEmitter<ShowingStatus>();
  private readonly shownChanged = new vscode.EventEmitter<Shown>();
  private readonly subscriptions: vscode.Disposable;
  /** After every change of `status`. */
  readonly onDidChangeStatus = this.statusChanged.event;
  /** Other rows are shown now: another reading, another analysis, or a log that has grown. */
  readonly onDidShow = this.shownChanged.event;
  private current: ShowingStatus = { kind: 'settled' };
  private last: Shown | undefined;
  /** The thread was told what to show: by now it may show something though nobody waited for its answer. */
  private isTold = false;
  private wanted: Showing | undefined;
  private running: AbortController | undefined;
  private calledAt = 0;
  /** The log or its analysis changed while it was being shown. */
  private isBehind = false;
  /** The log is a merge: what is appended has to be given its place. */
  private isOrdered = false;

  constructor(private readonly parts: ShownRowsParts) {
    this.searched = new SearchedClauses(parts.search, (progress) =>
      this.tell({ kind: 'searching', progress }),
    );
    this.records = new RecordsOfLog(parts.log.uri, parts.analyses, parts.analyse);
    this.subscriptions = vscode.Disposable.from(
      parts.analyses.onDidChange(() => {
        if (this.records.changed() && !this.records.areAwaited) this.again();
      }),
      parts.log.onChanged(() => this.again()),
    );
  }

  get status(): ShowingStatus {
    return this.current;
  }

  /** What is shown; undefined before the first `apply`. */
  get shown(): Shown | undefined {
    return this.last;
  }

  /**
   * Shows the log as it is to be read. Undefined where a later call took its place, where it was cancelled, and where `status` says
   * what is in the way.
   */
  async apply(reading: Showing, signal?: AbortSignal): Promise<Shown | undefined> {
    this.running?.abort();
    const run = new AbortController();
    this.running = run;
    this.wanted = reading;
    this.isBehind = false;
    const cancel = () => run.abort();
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted) cancel();
    try {
      await this.settle(run.signal);
      const shown = await this.show(reading, run.signal);
      // Also where nobody waits for it any more: it is what the thread shows until it is told otherwise.
      this.last = shown;
      run.signal.throwIfAborted();
      this.tell({ kind: 'settled' });
      this.shownChanged.fire(shown);
      return shown;
    } catch (error) {
      if (this.running === run) this.tell(run.signal.aborted ? { kind: 'settled' } : problemStatus(error));
      return undefined;
    } finally {
      signal?.removeEventListener('abort', cancel);
      if (this.running === run) this.ended();
    }
  }

  dispose(): void {
    this.running?.abort();
    this.subscriptions.dispose();
    this.statusChanged.dispose();
    this.shownChanged.dispose();
  }

  /** The same reading of a log, or of an analysis, that is another by now; what is under way is not given up for it. */
  private again(): void {
    if (this.wanted === undefined || (hidesNothing(this.wanted) && !this.isOrdered)) return;
    if (this.running) this.isBehind = true;
    else void this.apply(this.wanted);
  }

  private ended(): void {
    this.running = undefined;
    if (this.isBehind) this.again();
  }

  private async settle(signal: AbortSignal): Promise<void> {
    const since = Date.now() - this.calledAt;
    this.calledAt = Date.now();
    if (since >= settleMs) return;
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    signal.throwIfAborted();
  }

  private async show(reading: Showing, signal: AbortSignal): Promise<Shown> {
    const { client, progress } = this.parts.log;
    const order = await this.order(reading, signal);
    this.isOrdered = order !== null;
    if (hidesNothing(reading)) {
      // A log just opened shows all, and must not wait for its index to hear so.
      const { lines } = progress();
      if (!this.isTold && order === null)
        return shownOf(reading, { rows: lines, hiddenLines: 0 }, undefined, lines);
      this.isTold = true;
      const rows = await client.show({ ...nothingHidden, order });
      return shownOf(reading, rows, undefined, rows.rows);
    }
    const left = await this.linesLeft(reading, signal);
    signal.throwIfAborted();
    const { lines, context, folds } = left.lines;
    const request: ShowRequest = { lines, context, folds, order };
    this.isTold = true;
    return shownOf(reading, await client.show(request), left, left.lines.records);
  }

  private async order({ clockOffsets }: Showing, signal: AbortSignal): Promise<ShowRequest['order']> {
    const onShare = (share: number) => this.tell({ kind: 'ordering', share });
    return (await this.parts.order?.(clockOffsets, { signal, onShare })) ?? null;
  }

  private async linesLeft(reading: Showing, signal: AbortSignal): Promise<Left> {
    const { client } = this.parts.log;
    const log = await client.indexed();
    signal.throwIfAborted();
    const searched = await this.searched.search(reading, await client.descriptors(), signal);
    if (needsRecords(reading) && !this.records.known()) {
      this.tell({ kind: 'analysing' });
      await this.records.analysed(signal);
    }
    const analysed = this.records.known();
    const request = shownRequest(reading, log, searched, analysed);
    if (!analysed) return { unit: 'line', lines: await this.parts.search.filterLines(request, signal) };
    const onShare = (share: number) => this.tell({ kind: 'filtering', share });
    return { unit: 'record', lines: await this.records.shownLines(request, { signal, onShare }) };
  }

  private tell(status: ShowingStatus): void {
    if (status.kind === 'settled' && this.current.kind === 'settled') return;
    this.current = status;
    this.statusChanged.fire(status);
  }
}

interface Left {
  readonly unit: 'record' | 'line';
  readonly lines: ShownLines;
}

function shownOf(
  reading: Showing,
  rows: { readonly rows: number; readonly hiddenLines: number },
  left: Left | undefined,
  records: number,
): Shown {
  return {
    reading,
    rows: rows.rows,
    hiddenLines: rows.hiddenLines,
    unit: left?.unit ?? 'line',
    records,
    shownRecords: left?.lines.shownRecords ?? records,
    lines: left?.lines ?? nothingHidden,
  };
}

function problemStatus(error: unknown): ShowingStatus {
  if (error instanceof InputError) return { kind: 'problem', problem: error };
  const cause = error instanceof Error ? error.message : String(error);
  const sentence = {
    pattern:
      'The lines to show could not be found ({0}); what was shown before stays. Change the filter to try again.',
    values: [cause],
  };
  return { kind: 'problem', problem: { code: 'not-shown', sentence } };
}
