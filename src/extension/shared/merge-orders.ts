import type * as vscode from 'vscode';
import type { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import { InputError } from '../../protocol/input-error';
import type { ShowRequest } from '../../protocol/log-lines';
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
  onShare: OnShare;
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
  /** Of the files of each log when its text was opened, in bytes. */
  private readonly sizes = new Map<string, readonly (number | undefined)[]>();

  constructor(private readonly parts: MergeOrdersParts) {}

  /** As `ShowRequest` takes it: null of what is no merge. Rejects with InputError, or the signal's reason. */
  async orderOf(
    lines: Pick<LogLines, 'uri' | 'opened' | 'progress'>,
    clockOffsets: readonly number[],
    waiting: Waiting,
  ): Promise<ShowRequest['order']> {
    if (!isMerge(lines.uri)) return null;
    const sizes = lines.opened.sources.map(({ file }) => file?.size);
    this.sizes.set(lines.uri.toString(), sizes);
    const request = { clockOffsets };
    const { order } = await this.ask(lines.uri, waiting, (worker) =>
      worker.mergeOrder(request, waiting.signal),
    );
    return withAppended(new Uint32Array(order), lines.progress().lines);
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
        this.forget(uri);
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
    const sizes = this.sizes.get(uri.toString());
    if (!log || log.stale) return false;
    return sizes === undefined || sizes.every((size, i) => size === log.report.sources[i]?.bytes);
  }

  /** The files have changed, or nobody shows them any more. */
  forget(uri: vscode.Uri): void {
    const key = uri.toString();
    this.readings.get(key)?.reader.dispose();
    this.readings.delete(key);
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
      if (!signal.aborted) this.forget(uri);
      throw error;
    }
    return reading.reader;
  }

  private begin(uri: vscode.Uri): Reading {
    const reader = this.parts.start((share) => reading.onShare(share));
    const reading: Reading = { reader, read: this.read(uri, reader), onShare: () => undefined };
    reading.read.catch(() => undefined);
    return reading;
  }

  private async read(uri: vscode.Uri, reader: Reader): Promise<void> {
    const sizes = this.sizes.get(uri.toString()) ?? [];
    const found = await this.parts.files.of(uri);
    const files = found.map((file, i) => ({ ...file, mostBytes: sizes[i] }));
    await reader.readLines({ files, formatRules: await this.parts.formatRules(uri) });
  }
}

/** What was appended to a followed log since its files were read stands at the end. */
function withAppended(order: Uint32Array<SharedArrayBuffer>, lines: number): SharedArrayBuffer {
  if (order.length >= lines) return order.buffer;
  const longer = new Uint32Array(new SharedArrayBuffer(4 * lines));
  longer.set(order);
  for (let line = order.length; line < lines; line++) longer[line] = line;
  return longer.buffer;
}

function settledOrAborted(work: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const aborted = () => reject(signal.reason);
    signal.addEventListener('abort', aborted, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', aborted));
  });
}
