import type * as vscode from 'vscode';
import type { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import { InputError } from '../../protocol/input-error';
import type { OpenedLines, ShowRequest } from '../../protocol/log-lines';
import type { FormatRule } from '../../protocol/understanding';
import type { Analyses } from './analyses';
import type { LogLines } from './line-threads';
import type { LogFiles } from './log-files';
import { isMerge } from './log-uri';

type TimeQuestions = Pick<AnalysisWorkerClient, 'mergeOrder' | 'longestGaps' | 'exportMerged'>;
type Reader = TimeQuestions & Pick<AnalysisWorkerClient, 'readLines' | 'dead' | 'dispose'>;

interface Reading {
  readonly reader: Reader;
  readonly read: Promise<unknown>;
  readonly began: number;
  /** Milliseconds; undefined while it goes on. */
  took: number | undefined;
  onShare: OnShare;
}

interface FilesOfLog {
  readonly opened: OpenedLines;
  /** How many bytes of each count; undefined takes all there are. */
  readonly sizes: readonly (number | undefined)[];
}

/** 0 to 1. */
type OnShare = (share: number) => void;

export interface Waiting {
  readonly signal: AbortSignal;
  readonly onShare: OnShare;
}

export interface MergeOrdersParts {
  readonly analyses: Analyses;
  readonly files: LogFiles;
  readonly start: (onShare: OnShare) => Reader;
  /** What people showed of formats: times are read by it. */
  readonly formatRules: (uri: vscode.Uri) => Promise<readonly FormatRule[]>;
}

/**
 * The order of time of merged logs. Where the log was analysed its worker knows it; else a thread of its own reads the files, and stays
 * for other clock offsets until `forget`.
 */
export class MergeOrders implements vscode.Disposable {
  private readonly readings = new Map<string, Reading>();
  private readonly files = new Map<string, FilesOfLog>();

  constructor(private readonly parts: MergeOrdersParts) {}

  /** As `ShowRequest` takes it: null of what is no merge. Rejects with InputError, or the signal's reason. */
  async orderOf(
    { uri, opened, client }: Pick<LogLines, 'uri' | 'opened' | 'client'>,
    clockOffsets: readonly number[],
    waiting: Waiting,
  ): Promise<ShowRequest['order']> {
    if (!isMerge(uri)) return null;
    const key = uri.toString();
    if (this.files.get(key)?.opened !== opened) this.begins(uri, opened);
    const { lines } = await client.indexed();
    const request = { clockOffsets };
    const asked = () => this.ask(uri, waiting, (worker) => worker.mergeOrder(request, waiting.signal));
    let order = new Uint32Array((await asked()).order);
    if (order.length < lines && this.canReadAgain(key)) {
      this.end(uri);
      this.files.set(key, { opened, sizes: [...sizesOf(opened).slice(0, -1), undefined] });
      order = new Uint32Array((await asked()).order);
    }
    return ofLines(order, lines);
  }

  /** The text was opened, or opened again: what was read before is of other files. */
  private begins(uri: vscode.Uri, opened: OpenedLines): void {
    this.end(uri);
    this.files.set(uri.toString(), { opened, sizes: sizesOf(opened) });
  }

  /** So that it takes no more than a third of the time of a log that keeps growing; what is appended meanwhile stands at the end. */
  private canReadAgain(key: string): boolean {
    const reading = this.readings.get(key);
    if (reading?.took === undefined) return reading === undefined;
    return performance.now() - reading.began > reading.took * 3;
  }

  /** Asks whoever has read the log's files, and reads them where nobody has. */
  async ask<Answer>(
    uri: vscode.Uri,
    waiting: Waiting,
    question: (worker: TimeQuestions) => Promise<Answer>,
  ): Promise<Answer> {
    if (this.isAnalysed(uri)) {
      try {
        const answer = await question(this.parts.analyses.ask(uri));
        this.end(uri);
        return answer;
      } catch (error) {
        // What else there is to fail is a worker that has ended.
        if (waiting.signal.aborted || error instanceof InputError) throw error;
      }
    }
    return question(await this.readerOf(uri, waiting));
  }

  /** As it was when its text was opened: a file may have grown between the two. */
  private isAnalysed(uri: vscode.Uri): boolean {
    const log = this.parts.analyses.get(uri);
    const { sizes } = this.files.get(uri.toString()) ?? {};
    if (!log || log.stale) return false;
    return sizes === undefined || sizes.every((size, i) => size === log.report.sources[i]?.bytes);
  }

  /** Nobody shows it any more. */
  forget(uri: vscode.Uri): void {
    this.end(uri);
    this.files.delete(uri.toString());
  }

  dispose(): void {
    for (const { reader } of this.readings.values()) reader.dispose();
    this.readings.clear();
  }

  private async readerOf(uri: vscode.Uri, { signal, onShare }: Waiting): Promise<Reader> {
    const key = uri.toString();
    const known = this.readings.get(key);
    const reading = known && !known.reader.dead ? known : this.begin(uri);
    reading.onShare = onShare;
    this.readings.set(key, reading);
    try {
      // One who gives up does not stop the reading: the next asks for the same.
      await settledOrAborted(reading.read, signal);
    } catch (error) {
      if (!signal.aborted) this.end(uri);
      throw error;
    }
    return reading.reader;
  }

  private end(uri: vscode.Uri): void {
    const key = uri.toString();
    this.readings.get(key)?.reader.dispose();
    this.readings.delete(key);
  }

  private begin(uri: vscode.Uri): Reading {
    const reader = this.parts.start((share) => reading.onShare(share));
    const began = performance.now();
    const read = this.read(uri, reader).then(() => {
      reading.took = performance.now() - began;
    });
    // Whoever waits for it hears of its failure; there may be nobody.
    read.catch(() => undefined);
    const reading: Reading = { reader, read, began, took: undefined, onShare: () => undefined };
    return reading;
  }

  private async read(uri: vscode.Uri, reader: Reader): Promise<void> {
    const { sizes = [] } = this.files.get(uri.toString()) ?? {};
    const found = await this.parts.files.of(uri);
    const files = found.map((file, i) => ({ ...file, mostBytes: sizes[i] }));
    await reader.readLines({ files, formatRules: await this.parts.formatRules(uri) });
  }
}

function sizesOf({ sources }: OpenedLines): readonly (number | undefined)[] {
  return sources.map(({ file }) => file?.size);
}

/** The file that grows is the last: its lines are the last too. Those that were not read yet stand at the end. */
function ofLines(order: Uint32Array<SharedArrayBuffer>, lines: number): SharedArrayBuffer {
  if (order.length === lines) return order.buffer;
  const fitting = new Uint32Array(new SharedArrayBuffer(4 * lines));
  fitting.set(order.length > lines ? order.filter((line) => line < lines) : order);
  for (let line = order.length; line < lines; line++) fitting[line] = line;
  return fitting.buffer;
}

function settledOrAborted(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}
