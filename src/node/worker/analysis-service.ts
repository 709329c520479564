import type { SourceIndex } from '../../engine/model/units';
import type {
  AnalyseRequest,
  AnalysisHostApi,
  AnalysisProgress,
  AnalysisReport,
  AnalysisWorkerApi,
  CompareRequest,
  ComparisonReport,
  CorrectTemplatesRequest,
  FilesInput,
  ReadLinesReport,
  ReadLinesRequest,
  ReadOnReport,
  RejudgeRequest,
  SingleLogInput,
} from '../../protocol/analysis';
import type { LearnBaselineRequest, LearnedBaseline } from '../../protocol/baseline';
import { type Port, Rpc } from '../../protocol/rpc';
import type {
  FormatCorrection,
  FormatGesture,
  NotLearned,
  Understanding,
} from '../../protocol/understanding';
import { analyseLogs, correctAnalysis, type FinishedAnalysis, rejudgeAnalysis } from '../analyse-logs';
import { goodPaths, refuseBaselineFiles } from '../baselines/good-paths';
import { knownBefore, learnAnalysed, saveBaseline } from '../baselines/learn-baseline';
import { continueAnalysis } from '../continue-analysis';
import { openJoined } from '../files/joined-log';
import { openLogFile } from '../files/log-file';
import type { ReadableLog } from '../files/readable-log';
import { rotatedFiles } from '../files/rotated-files';
import { openTexts } from '../files/source-texts';
import { TextLog } from '../files/text-log';
import type { ReadLogs } from '../merging/merged-text';
import type { SegmentPoolOptions } from '../parallel/segment-pool';
import { correctionsOf } from '../store/formats';
import { reportOf } from './analysis-report';
import { assistantAnswers } from './assistant-answers';
import { compareAnalysed } from './compare-analysed';
import { compareOpened } from './compare-opened';
import { contrastAnswers } from './contrast-answers';
import { datasetAnswers } from './dataset-answers';
import { labelAnswers } from './label-answers';
import { laneAnswers } from './lane-answers';
import { lineAnswers } from './line-answers';
import { LabelsPushed } from './pushed-labels';
import { linesReport, readLines } from './read-lines';
import { shapeAnswers } from './shape-answers';
import { templateAnswers } from './template-answers';
import { TextCollector } from './text-collector';
import { timeAnswers } from './time-answers';

/** More than a person can look at; each costs about a kilobyte in a message. */
const maxFindings = 20_000;

/** Of a set: its encoding may be open. */
type LogFile = { readonly kind: 'file' } & FilesInput['files'][number];

/** The worker's side of the conversation; keeps the last analysis, so that questions about it can be answered. */
export class AnalysisService {
  private readonly rpc: Rpc<AnalysisWorkerApi, AnalysisHostApi>;
  private readonly text = new TextCollector();
  private readonly labels = new LabelsPushed();
  private finished: FinishedAnalysis | undefined;
  /** Of logs that were not analysed. */
  private read: ReadLogs | undefined;
  private request: AnalyseRequest | undefined;
  /** Settles when the logs are judged that were read on, or whose templates were corrected. */
  private change: Promise<unknown> = Promise.resolve();

  /** `segments`: threads that help with large logs. */
  constructor(
    port: Port,
    private readonly segments?: SegmentPoolOptions,
  ) {
    this.rpc = new Rpc<AnalysisWorkerApi, AnalysisHostApi>(port, {
      pushText: (text) => this.text.push(text),
      pushLabels: (piece) => this.labels.push(piece),
      analyse: (request, signal) => this.analyse(this.labels.in(request), signal),
      readOn: (_, signal) => this.changing(this.readOn(signal)),
      inspect: () => this.inspect(),
      learnFormat: (gesture) => this.learnFormat(gesture),
      correctTemplates: (request, signal) => this.changing(this.correctTemplates(request, signal)),
      rejudge: (request, signal) => this.rejudge(this.labels.in(request), signal),
      learnBaseline: (request, signal) => this.learnBaseline(request, signal),
      compare: (request, signal) => this.compare(request, signal),
      rotatedFiles: (path) => rotatedFiles(path),
      readLines: (request, signal) => this.readLines(request, signal),
      ...templateAnswers(() => this.last()),
      ...lineAnswers(
        () => this.linesRead(),
        (share) => this.rpc.notify('filtering', share),
      ),
      ...timeAnswers(
        () => this.linesRead(),
        (snapshot) => this.rpc.notify('progress', snapshot),
      ),
      ...shapeAnswers(
        () => this.linesRead(),
        () => this.judged(),
      ),
      ...contrastAnswers(
        () => this.linesRead(),
        () => this.last(),
      ),
      ...laneAnswers(
        () => this.linesRead(),
        () => this.last(),
      ),
      ...labelAnswers(() => this.judged()),
      ...datasetAnswers(
        async () => ({ finished: await this.judged(), request: this.request }),
        () => this.rpc,
      ),
      ...assistantAnswers(
        () => this.linesRead(),
        () => this.judged(),
        (good, signal) => this.compareLast(good, signal),
      ),
    });
  }

  private async analyse(request: AnalyseRequest, signal: AbortSignal): Promise<AnalysisReport> {
    const opened: ReadableLog[] = [];
    try {
      const inputs = request.input.kind === 'files' ? filesOf(request.input) : [request.input];
      for (const input of inputs) opened.push(await this.open(input));
      const good = await goodPaths(request.baselines);
      for (const path of good.logs) opened.push(await openLogFile(path));
      const finished = await analyseLogs({
        logs: opened.slice(0, inputs.length),
        baselines: opened.slice(inputs.length),
        learned: good.baseline,
        from: nanoseconds(request.from),
        until: nanoseconds(request.until),
        maxFindings,
        segments: this.segments,
        sensitivity: request.sensitivity,
        labels: request.labels,
        weights: request.weights,
        templateCorrections: request.templateCorrections ?? [],
        rules: request.rules ?? [],
        formatCorrections: (path) => correctionsOf(path, request.formatRules ?? []),
        signal,
        onProgress: (snapshot) => this.rpc.notify('progress', snapshot),
      });
      const report = await reportOf(finished);
      await this.keep(finished);
      this.request = request;
      return report;
    } catch (error) {
      await closeAll(opened);
      throw error;
    }
  }

  private async readLines(request: ReadLinesRequest, signal: AbortSignal): Promise<ReadLinesReport> {
    const onProgress = (snapshot: AnalysisProgress) => this.rpc.notify('progress', snapshot);
    const read = await readLines(request, { segments: this.segments, signal, onProgress });
    await closeAll(this.read?.sources ?? []);
    this.read = read;
    return linesReport(read);
  }

  private async readOn(signal: AbortSignal): Promise<ReadOnReport> {
    const former = this.last();
    const onProgress = (snapshot: AnalysisProgress) => this.rpc.notify('progress', snapshot);
    const next = await continueAnalysis(former, { signal, onProgress });
    if ('pattern' in next) return { report: await this.again(signal), startedAnew: next };
    const report = await reportOf(next);
    if (this.finished === former) await this.keep(next);
    return { report, startedAnew: null };
  }

  private again(signal: AbortSignal): Promise<AnalysisReport> {
    if (this.request?.input.kind !== 'file') throw new Error('Only files are read on.');
    return this.analyse(this.request, signal);
  }

  private async open(input: SingleLogInput | LogFile): Promise<ReadableLog> {
    if (input.kind === 'file') return openLogFile(input.path, { encoding: input.encoding });
    return new TextLog(input.name, this.text.take(), Math.floor(Date.now() / 1000));
  }

  private async compare(request: CompareRequest, signal: AbortSignal): Promise<ComparisonReport> {
    const opened: ReadableLog[] = [];
    try {
      const { input } = request;
      opened.push(await (input.kind === 'files' ? openJoined(input.files) : this.open(input)));
      const paths = request.good.kind === 'files' ? request.good.paths : [];
      await refuseBaselineFiles(paths);
      for (const path of paths) opened.push(await openLogFile(path));
      const onProgress = (snapshot: AnalysisProgress) => this.rpc.notify('progress', snapshot);
      return await compareOpened(opened, request, { segments: this.segments, signal, onProgress });
    } finally {
      await closeAll(opened);
    }
  }

  private compareLast(good: readonly string[], signal: AbortSignal): Promise<ComparisonReport> {
    if (this.request === undefined) throw new Error('Nothing has been analysed yet.');
    return compareAnalysed(this.last(), this.request, good, { segments: this.segments, signal });
  }

  private async correctTemplates(
    { corrections }: CorrectTemplatesRequest,
    signal: AbortSignal,
  ): Promise<AnalysisReport> {
    const former = this.last();
    const onProgress = (snapshot: AnalysisProgress) => this.rpc.notify('progress', snapshot);
    const finished = await correctAnalysis(former, corrections, { signal, onProgress });
    const report = await reportOf(finished);
    this.keepChanged(former, finished, { templateCorrections: corrections });
    return report;
  }

  private async rejudge(changed: RejudgeRequest, signal: AbortSignal): Promise<AnalysisReport> {
    const former = this.last();
    const onProgress = (snapshot: AnalysisProgress) => this.rpc.notify('progress', snapshot);
    const finished = await rejudgeAnalysis(former, changed, { signal, onProgress });
    const report = await reportOf(finished);
    this.keepChanged(former, finished, changed);
    return report;
  }

  private async learnBaseline(
    { output, merge = [] }: LearnBaselineRequest,
    signal: AbortSignal,
  ): Promise<LearnedBaseline> {
    const known = await knownBefore(merge);
    const onProgress = (snapshot: AnalysisProgress) => this.rpc.notify('progress', snapshot);
    return saveBaseline(output, [...known, await learnAnalysed(this.last(), { signal, onProgress })]);
  }

  /** Reading on may have to begin anew: by what holds now. */
  private keepChanged(
    former: FinishedAnalysis,
    finished: FinishedAnalysis,
    changed: Partial<AnalyseRequest>,
  ): void {
    // Another run may have taken its place meanwhile.
    if (this.finished !== former) return;
    this.finished = finished;
    if (this.request) this.request = { ...this.request, ...changed };
  }

  private async inspect(): Promise<Understanding> {
    const { session, sources } = this.last();
    return session.understand(await openTexts(sources));
  }

  private async learnFormat(gesture: FormatGesture): Promise<FormatCorrection | NotLearned> {
    const { session, sources } = this.last();
    return session.learnFormat(0 as SourceIndex, gesture, await openTexts(sources));
  }

  /** What was analysed, else what was read without that. */
  private linesRead(): ReadLogs {
    const read = this.finished ?? this.read;
    if (!read) throw new Error('Nothing has been read yet.');
    return read;
  }

  /** Once no analysis of the same logs goes on: what the one before had learned holds no more then. */
  private async judged(): Promise<FinishedAnalysis> {
    await this.change;
    return this.last();
  }

  private changing<Report>(work: Promise<Report>): Promise<Report> {
    this.change = work.catch(() => undefined);
    return work;
  }

  private last(): FinishedAnalysis {
    if (!this.finished) throw new Error('Nothing has been analysed yet.');
    return this.finished;
  }

  private async keep(finished: FinishedAnalysis): Promise<void> {
    const former = this.finished;
    this.finished = finished;
    await closeAll([...(former?.sources ?? []), ...(this.read?.sources ?? [])]);
    this.read = undefined;
  }
}

async function closeAll(logs: readonly ReadableLog[]): Promise<void> {
  for (const log of logs) await log.close();
}

function filesOf({ files }: FilesInput): readonly LogFile[] {
  return files.map((file) => ({ kind: 'file', ...file }));
}

function nanoseconds(decimal: string | null): bigint | null {
  return decimal === null ? null : BigInt(decimal);
}
