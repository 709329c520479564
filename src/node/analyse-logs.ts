import type { BaselineModel } from '../engine/baseline/baseline-model';
import type { GivenRule } from '../engine/detectors/rules/given-rule';
import { prepareRules } from '../engine/detectors/rules/read-rules';
import type { FormatCorrection } from '../engine/formats/corrections/format-correction';
import type { TaughtLabel } from '../engine/labels/label';
import type { DetectorWeights } from '../engine/labels/label-report';
import type { Analysis, TemplateSummary } from '../engine/model/analysis';
import type { Comparison } from '../engine/model/comparison';
import type { EvidenceOptions, EvidencePack } from '../engine/model/evidence-pack';
import type { TimeBound } from '../engine/model/time-bound';
import { Session } from '../engine/session';
import type { Judging } from '../engine/session-values';
import type { TemplateCorrection } from '../engine/templates/corrections/correction';
import type { Sensitivity } from '../engine/triage/sensitivity';
import type { AnalysisProgress } from '../protocol/analysis';
import type { FileEnds } from './files/file-change';
import type { ReadableLog } from './files/readable-log';
import { openTexts } from './files/source-texts';
import { readSegments } from './parallel/read-segments';
import { isWorthThreads, type SegmentPoolOptions } from './parallel/segment-pool';
import { pause } from './pause';
import { ProgressMeter } from './progress-meter';

/**
 * Analysed between two looks at the signal: 2 ms of ordinary log, a fifth of a second of one in which every line
 * is a new template.
 */
export const stepBytes = 256 << 10;

export interface AnalysisTask {
  /** Judged together, as one log in this order. */
  readonly logs: readonly ReadableLog[];
  /** Good logs: what they hold is normal. */
  readonly baselines?: readonly ReadableLog[];
  /** What was learned of good logs before; counts as they would. */
  readonly learned?: BaselineModel | undefined;
  readonly from?: TimeBound;
  readonly until?: TimeBound;
  /** Findings made at most, the highest scores; 20,000 unless told. */
  readonly maxFindings?: number;
  /** How much is a finding; `normal` where left out. */
  readonly sensitivity?: Sensitivity | undefined;
  /** What people said of the log. */
  readonly labels?: readonly TaughtLabel[] | undefined;
  /** What detectors count by; as they are built to where null or left out. */
  readonly weights?: DetectorWeights | null | undefined;
  /** The field or parameter whose values name sessions; found where none is named. */
  readonly sessionField?: string | undefined;
  /** What a person said about templates, in order. */
  readonly templateCorrections?: readonly TemplateCorrection[];
  /** Rules people wrote, in order; see `readRules`. */
  readonly rules?: readonly GivenRule[];
  /** What a person showed of a file's format, by its path. */
  readonly formatCorrections?: (path: string) => readonly FormatCorrection[];
  /** More threads for large files; without, this one reads them alone. The result is the same. */
  readonly segments?: SegmentPoolOptions | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Heard at most ten times a second, and once at the end. */
  readonly onProgress?: ((snapshot: AnalysisProgress) => void) | undefined;
}

export interface FinishedAnalysis {
  readonly analysis: Analysis;
  readonly session: Session;
  /** By source index: the logs, then the baselines. */
  readonly sources: readonly ReadableLog[];
  /** Of the last source as it was read, where more may be read on behind it. */
  readonly ends?: FileEnds | undefined;
  readonly seconds: number;
}

export interface FinishedComparison {
  readonly comparison: Comparison;
  readonly session: Session;
  /** By source index: the bad log, then the good ones. */
  readonly sources: readonly ReadableLog[];
}

export interface MinedLogs {
  readonly templates: readonly TemplateSummary[];
  readonly session: Session;
  readonly sources: readonly ReadableLog[];
}

/**
 * Streams the logs through a session and judges them; used by the worker and the command line.
 * Between steps of reading and of judging other messages get their turn, so that an abort is seen soon.
 * Throws InputError, or the signal's reason.
 */
export async function analyseLogs(task: AnalysisTask): Promise<FinishedAnalysis> {
  const began = performance.now();
  const { session, sources, meter } = await readLogs(task);
  const last = sources[sources.length - 1];
  // Signatures of a learned baseline stand behind those of the log: nothing can follow.
  const ends = task.learned === undefined ? await last.endsAt?.(last.size) : undefined;
  const texts = await openTexts(sources);
  const analysis = await runSteps(session.analyse(texts), meter, task.signal);
  return { analysis, session, sources, ends, seconds: (performance.now() - began) / 1000 };
}

/**
 * Judges the logs of a finished analysis by templates corrected anew, without streaming them again: only the texts
 * of what is judged are read back.
 */
export async function correctAnalysis(
  { session, sources, ends }: FinishedAnalysis,
  corrections: readonly TemplateCorrection[],
  { signal, onProgress }: Pick<AnalysisTask, 'signal' | 'onProgress'> = {},
): Promise<FinishedAnalysis> {
  const began = performance.now();
  session.correctTemplates(corrections);
  const meter = new ProgressMeter(sources, session, onProgress);
  const analysis = await runSteps(session.analyse(await openTexts(sources)), meter, signal);
  return { analysis, session, sources, ends, seconds: (performance.now() - began) / 1000 };
}

/** Picks the findings of a finished analysis anew: nothing is streamed or learned again. */
export async function rejudgeAnalysis(
  { session, sources, ends }: FinishedAnalysis,
  changed: Judging,
  { signal, onProgress }: Pick<AnalysisTask, 'signal' | 'onProgress'> = {},
): Promise<FinishedAnalysis> {
  const began = performance.now();
  const meter = new ProgressMeter(sources, session, onProgress);
  const steps = session.rejudge(changed, await openTexts(sources));
  const analysis = await runSteps(steps, meter, signal);
  return { analysis, session, sources, ends, seconds: (performance.now() - began) / 1000 };
}

/** Streams the logs through a session for what is understood of them: no templates are gathered, nothing is judged. */
export async function readThrough(task: AnalysisTask): Promise<Omit<MinedLogs, 'templates'>> {
  const { session, sources, meter } = await readLogs(task);
  meter.finished();
  return { session, sources };
}

/** Streams the logs through a session for their templates alone: nothing is judged. */
export async function mineLogs(task: AnalysisTask): Promise<MinedLogs> {
  const { session, sources, meter } = await readLogs(task);
  return { session, sources, templates: await runSteps(session.mineTemplates(), meter, task.signal) };
}

/** Streams a log, and good logs beside it, and packs the lines that name the cause: nothing is judged. */
export async function packLog(task: AnalysisTask, options: EvidenceOptions): Promise<EvidencePack> {
  const { session, sources, meter } = await readLogs(task);
  return runSteps(session.evidence(await openTexts(sources), options), meter, task.signal);
}

/** Streams a log and the good ones it is held against, `baselines`; nothing is judged by itself. */
export async function compareLogs(task: AnalysisTask): Promise<FinishedComparison> {
  const { session, sources, meter } = await readLogs(task);
  const comparison = await runSteps(session.compare(await openTexts(sources)), meter, task.signal);
  return { comparison, session, sources };
}

/** Streams logs and baselines into a session. Throws InputError, or the signal's reason. */
export async function readLogs(task: AnalysisTask) {
  const { logs, baselines = [], formatCorrections = () => [], onProgress } = task;
  await prepareRules(task.rules ?? []);
  const session = new Session(task);
  const sources = [...logs, ...baselines];
  const meter = new ProgressMeter(sources, session, onProgress);
  for (const [index, log] of sources.entries()) {
    const { path, encoding, referenceSeconds } = log;
    const role = index < logs.length ? 'log' : 'baseline';
    session.openSource({
      path,
      role,
      encoding,
      referenceSeconds,
      formatCorrections: formatCorrections(path),
      start: log.beginning?.start,
    });
    await readInto(session, log, meter, task);
  }
  if (task.learned !== undefined) session.useBaseline(task.learned);
  return { session, sources, meter };
}

async function readInto(
  session: Session,
  log: ReadableLog,
  meter: ProgressMeter,
  { segments, signal }: AnalysisTask,
): Promise<void> {
  const onRead = (bytes: number) => meter.read(log, bytes);
  const push = async (chunk: Uint8Array) => {
    for (let at = 0; at < chunk.length; at += stepBytes) {
      session.push(chunk.subarray(at, at + stepBytes));
      await pause(signal);
    }
  };
  const file = segments && isWorthThreads(log, segments) ? log.directFile() : undefined;
  if (segments && file) {
    await readSegments(session, file, {
      ...segments,
      path: log.path,
      push,
      pause: () => pause(signal),
      onRead,
    });
  } else {
    for await (const chunk of log.chunks(onRead)) await push(chunk);
  }
  const linesBefore = await log.beginning?.linesBefore();
  session.closeSource(log.notes, linesBefore);
}

/** Steps to the end, with progress and a look at the signal in between. */
export async function runSteps<Result>(
  steps: Generator<number, Result>,
  meter: ProgressMeter,
  signal: AbortSignal | undefined,
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) {
      meter.finished();
      return step.value;
    }
    meter.scored(step.value);
    await pause(signal);
  }
}

/** Steps to the end for what is asked of a finished analysis. */
export async function stepsOf<Result>(
  steps: Generator<number, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause(signal);
  }
}
