import type * as vscode from 'vscode';
import type { AnalysisWorkerClient } from '../../node/worker/analysis-worker-client';
import type { AnalyseRequest, AnalysisProgress, AnalysisReport, LogInput } from '../../protocol/analysis';
import type { LogQuestions, Staleness } from './analyses';
import { diskChange, fileState } from './disk-change';
import type { EditDuringRun } from './log-state';

export type OnProgress = (snapshot: AnalysisProgress) => void;

export type LogWorker = Pick<
  AnalysisWorkerClient,
  'dead' | 'pushText' | 'analyse' | 'readOn' | 'correctTemplates' | 'rejudge' | 'dispose'
> &
  LogQuestions;

export interface RunOptions {
  readonly request: AnalyseRequest;
  /** Pieces of the text, where the request's input is text. */
  readonly text: AsyncIterable<string> | undefined;
  readonly cancellation: vscode.CancellationToken;
  readonly onProgress: OnProgress;
}

export interface Run {
  uri: vscode.Uri;
  readonly abort: AbortController;
  /** Since the run began. */
  readonly edits: EditDuringRun[];
}

/** A worker tells its progress to whoever waits for it: of several runs the last. */
export interface RunWorker {
  readonly worker: LogWorker;
  readonly progress: { tell: OnProgress };
}

export async function analyse(
  worker: LogWorker,
  { request, text }: Pick<RunOptions, 'request' | 'text'>,
  signal: AbortSignal,
): Promise<AnalysisReport> {
  for await (const piece of text ?? []) {
    signal.throwIfAborted();
    await worker.pushText(piece);
  }
  signal.throwIfAborted();
  return worker.analyse(request, signal);
}

/** Whether the file is still as it was analysed; a text without a file never is. */
export async function isOnDisk({ file }: AnalysisReport, uri: vscode.Uri): Promise<boolean> {
  if (!file || uri.scheme !== 'file') return false;
  return diskChange(file, await fileState(uri.fsPath)) === undefined;
}

/** What was read of it still stands. */
export function canBeReadOn(stale: Staleness | undefined): boolean {
  return stale === undefined || stale === 'grown';
}

/** Only one file can be read on. */
export function isSameReading(one: AnalyseRequest, other: AnalyseRequest): boolean {
  if (other.input.kind !== 'file') return false;
  return JSON.stringify(readingOf(one)) === JSON.stringify(readingOf(other));
}

/** Always the same members in the same order. */
function readingOf(request: AnalyseRequest): readonly unknown[] {
  const {
    input,
    baselines,
    from,
    until,
    formatRules = [],
    templateCorrections = [],
    rules = [],
    sensitivity,
  } = request;
  const source = sourceOf(input);
  const formats = formatRules.map(({ files, correction }) => [files, correction]);
  return [source, baselines, from, until, formats, templateCorrections, rules, sensitivity ?? 'normal'];
}

function sourceOf(input: LogInput): readonly unknown[] {
  const { kind } = input;
  if (kind === 'file') return [kind, input.path, input.encoding];
  if (kind === 'files') return [kind, input.files.map(({ path, encoding }) => [path, encoding])];
  return [kind, input.name];
}
