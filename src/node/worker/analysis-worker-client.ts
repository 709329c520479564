import { Worker } from 'node:worker_threads';
import type {
  MergeCandidate,
  RecordParameters,
  TemplateParameters,
  TemplateWord,
} from '../../engine/model/analysis';
import type { TemplateId } from '../../engine/model/units';
import type {
  AnalyseRequest,
  AnalysisHostApi,
  AnalysisProgress,
  AnalysisReport,
  AnalysisWorkerApi,
  CompareRequest,
  ComparisonReport,
  CorrectTemplatesRequest,
  ExportMergedRequest,
  LineRequest,
  MergeCandidatesRequest,
  ParameterSummariesRequest,
  ReadLinesReport,
  ReadLinesRequest,
  ReadOnReport,
  RejudgeRequest,
  TemplateLines,
  TemplateLinesRequest,
  TemplateWordsRequest,
} from '../../protocol/analysis';
import type { LearnBaselineRequest, LearnedBaseline } from '../../protocol/baseline';
import type {
  Gap,
  LineFacts,
  LineOfTimeRequest,
  LongestGapsRequest,
  MergeOrder,
  MergeOrderRequest,
  RecordDetails,
  ShownLines,
  ShownLinesRequest,
  VolumeStrip,
  VolumeStripRequest,
} from '../../protocol/line-facts';
import type { ViewLine } from '../../protocol/log-lines';
import { Rpc } from '../../protocol/rpc';
import type {
  FormatCorrection,
  FormatGesture,
  NotLearned,
  Understanding,
} from '../../protocol/understanding';
import { LabelLogClient } from './label-log-client';
import { LabelPusher } from './pushed-labels';
import { threadPort } from './thread-port';

export interface AnalysisWorkerOptions {
  /** The built `analysis-worker.js`. */
  readonly workerPath: string;
  readonly onProgress?: ((snapshot: AnalysisProgress) => void) | undefined;
  /** How long a cancelled analysis may take to stop before its thread is ended. */
  readonly cancelGraceMs?: number;
}

export interface ShownLinesOptions {
  readonly signal?: AbortSignal | undefined;
  /** How much of the log is filtered, 0 to 1; heard at most ten times a second. */
  readonly onShare?: ((share: number) => void) | undefined;
}

/** The thread ended though nobody asked it to: out of memory, or an error of ours. */
export class WorkerCrashedError extends Error {
  constructor(cause: string) {
    super(`The analysis ended unexpectedly: ${cause}. Run it again; a fresh worker is started for it.`);
    this.name = 'WorkerCrashedError';
  }
}

/**
 * One worker thread that analyses one log at a time and answers questions about the last one.
 * A client that is `dead` (crashed, ended, disposed) rejects every call; make a new one for the next run.
 */
export class AnalysisWorkerClient extends LabelLogClient {
  private readonly worker: Worker;
  protected readonly rpc: Rpc<AnalysisHostApi, AnalysisWorkerApi>;
  private readonly cancelGraceMs: number;
  private readonly labels = new LabelPusher((piece) => this.rpc.notify('pushLabels', piece));
  /** Of the filter asked for last. */
  private onShare: ((share: number) => void) | undefined;
  private ended = false;

  constructor(options: AnalysisWorkerOptions) {
    super();
    this.cancelGraceMs = options.cancelGraceMs ?? 1000;
    this.worker = new Worker(options.workerPath);
    this.rpc = new Rpc<AnalysisHostApi, AnalysisWorkerApi>(threadPort(this.worker), {
      progress: (snapshot) => options.onProgress?.(snapshot),
      filtering: (share) => this.onShare?.(share),
      exporting: (share) => this.exporting.onShare?.(share),
      draft: (prompt, signal) => this.drafted(prompt, signal),
    });
    this.worker.on('error', (error) => this.end(new WorkerCrashedError(error.message)));
    this.worker.on('exit', (code) =>
      this.end(new WorkerCrashedError(`its thread stopped with code ${code}`)),
    );
  }

  get dead(): boolean {
    return this.ended;
  }

  /** The next piece of a text for the next `analyse` of kind `text`; resolves when the worker has taken it. */
  pushText(text: string): Promise<void> {
    return this.rpc.call('pushText', text);
  }

  /** Rejects with InputError, WorkerCrashedError, or the signal's reason once the worker has really stopped. */
  async analyse(request: AnalyseRequest, signal?: AbortSignal): Promise<AnalysisReport> {
    return this.stoppable(
      this.labels.behind(request, (sent) => this.rpc.call('analyse', sent, { signal })),
      signal,
    );
  }

  /** As `analyse`, for the file analysed last: what was read of it is not read again. See `AnalysisWorkerApi.readOn`. */
  async readOn(signal?: AbortSignal): Promise<ReadOnReport> {
    return this.stoppable(this.rpc.call('readOn', undefined, { signal }), signal);
  }

  /** As `analyse`, for the log analysed last with its templates corrected; nothing is read again. */
  async correctTemplates(request: CorrectTemplatesRequest, signal?: AbortSignal): Promise<AnalysisReport> {
    return this.stoppable(this.rpc.call('correctTemplates', request, { signal }), signal);
  }

  /** As `correctTemplates`, with another sensitivity, other labels or other weights. */
  async rejudge(request: RejudgeRequest, signal?: AbortSignal): Promise<AnalysisReport> {
    return this.stoppable(
      this.labels.behind(request, (sent) => this.rpc.call('rejudge', sent, { signal })),
      signal,
    );
  }

  /** As `analyse`; the log analysed last stays. */
  async compare(request: CompareRequest, signal?: AbortSignal): Promise<ComparisonReport> {
    return this.stoppable(this.rpc.call('compare', request, { signal }), signal);
  }

  /** As `parameterSummaries`; rejects with InputError where the file, or one to merge, cannot be read or written. */
  learnBaseline(request: LearnBaselineRequest, signal?: AbortSignal): Promise<LearnedBaseline> {
    return this.rpc.call('learnBaseline', request, { signal });
  }

  /** Rejects with InputError. */
  rotatedFiles(path: string): Promise<readonly string[]> {
    return this.rpc.call('rotatedFiles', path);
  }

  /** What was understood of the logs analysed last. */
  inspect(): Promise<Understanding> {
    return this.rpc.call('inspect', undefined);
  }

  learnFormat(gesture: FormatGesture): Promise<FormatCorrection | NotLearned> {
    return this.rpc.call('learnFormat', gesture);
  }

  linesOfTemplate(request: TemplateLinesRequest): Promise<TemplateLines> {
    return this.rpc.call('linesOfTemplate', request);
  }

  /** Rejects with the signal's reason once the worker has stopped. */
  parameterSummaries(request: ParameterSummariesRequest, signal?: AbortSignal): Promise<TemplateParameters> {
    return this.rpc.call('parameterSummaries', request, { signal });
  }

  /** As `parameterSummaries`. */
  parametersOfLine(request: LineRequest, signal?: AbortSignal): Promise<RecordParameters | null> {
    return this.rpc.call('parametersOfLine', request, { signal });
  }

  templateOfLine(request: LineRequest): Promise<TemplateId | null> {
    return this.rpc.call('templateOfLine', request);
  }

  mergeCandidates(request: MergeCandidatesRequest): Promise<readonly MergeCandidate[]> {
    return this.rpc.call('mergeCandidates', request);
  }

  wordsOfTemplate(request: TemplateWordsRequest): Promise<readonly TemplateWord[]> {
    return this.rpc.call('wordsOfTemplate', request);
  }

  /** As `analyse`, without judging: what is asked of times is about these until something is analysed. */
  async readLines(request: ReadLinesRequest, signal?: AbortSignal): Promise<ReadLinesReport> {
    return this.stoppable(this.rpc.call('readLines', request, { signal }), signal);
  }

  /** Rejects with the signal's reason once the worker has stopped; so do those that follow. */
  mergeOrder(request: MergeOrderRequest, signal?: AbortSignal): Promise<MergeOrder> {
    return this.rpc.call('mergeOrder', request, { signal });
  }

  /** Rejects with InputError. */
  exportMerged(request: ExportMergedRequest, signal?: AbortSignal): Promise<void> {
    return this.rpc.call('exportMerged', request, { signal });
  }

  longestGaps(request: LongestGapsRequest, signal?: AbortSignal): Promise<readonly Gap[]> {
    return this.rpc.call('longestGaps', request, { signal });
  }

  lineOfTime(request: LineOfTimeRequest): Promise<ViewLine | null> {
    return this.rpc.call('lineOfTime', request);
  }

  factsOfLines(lines: readonly ViewLine[]): Promise<readonly (LineFacts | null)[]> {
    return this.rpc.call('factsOfLines', lines);
  }

  detailsOfLine(line: ViewLine): Promise<RecordDetails | null> {
    return this.rpc.call('detailsOfLine', line);
  }

  /** Rejects with the signal's reason once the worker has stopped. */
  async shownLines(
    request: ShownLinesRequest,
    { signal, onShare }: ShownLinesOptions = {},
  ): Promise<ShownLines> {
    this.onShare = onShare;
    return this.rpc.call('shownLines', request, { signal });
  }

  volumeStrip(request: VolumeStripRequest, signal?: AbortSignal): Promise<VolumeStrip> {
    return this.rpc.call('volumeStrip', request, { signal });
  }

  dispose(): void {
    this.end(new Error('The analysis was given up.'));
  }

  private async stoppable<Answer>(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer> {
    const guard = this.endIfDeaf(signal);
    try {
      return await answer;
    } finally {
      guard.stop();
    }
  }

  private end(reason: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.rpc.close(reason);
    void this.worker.terminate();
  }

  /** A worker that does not hear the cancellation in time is ended; the caller gets its signal's reason all the same. */
  private endIfDeaf(signal: AbortSignal | undefined): { stop(): void } {
    let timer: NodeJS.Timeout | undefined;
    const onAbort = () => {
      timer = setTimeout(() => this.end(new Error('The analysis did not stop in time.')), this.cancelGraceMs);
    };
    signal?.addEventListener('abort', onAbort);
    return {
      stop() {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      },
    };
  }
}
