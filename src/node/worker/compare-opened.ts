import type { ByteOffset, LineNumber, SourceIndex } from '../../engine/model/units';
import type { SourcePart } from '../../engine/triage/source-part';
import type { CompareRequest, ComparisonReport, GoodLogs } from '../../protocol/analysis';
import { InputError } from '../../protocol/input-error';
import { type AnalysisTask, compareLogs, readThrough } from '../analyse-logs';
import { LogPart } from '../files/log-part';
import type { ReadableLog } from '../files/readable-log';
import { correctionsOf } from '../store/formats';
import { comparisonReportOf } from './comparison-report';

type Means = Pick<AnalysisTask, 'segments' | 'signal' | 'onProgress'>;

/** Of two readings the first finds the window. */
const findingShare = 0.4;

/** Holds the first of the logs against the others, or against the part of itself that the request names. Throws InputError. */
export async function compareOpened(
  [log, ...goods]: readonly ReadableLog[],
  request: CompareRequest,
  means: Means,
): Promise<ComparisonReport> {
  const { good, templateCorrections = [], formatRules = [] } = request;
  const corrections = {
    templateCorrections,
    formatCorrections: (path: string) => correctionsOf(path, formatRules),
  };
  if (good.kind === 'files') {
    const finished = await compareLogs({ ...means, ...corrections, logs: [log], baselines: goods });
    return comparisonReportOf(finished);
  }
  const [window, rest] = await windowAndRest(log, good, { ...means, ...corrections });
  const whole = await log.text();
  const finished = await compareLogs({
    ...means,
    ...corrections,
    onProgress: later(means.onProgress),
    logs: [new LogPart(log, whole, rest)],
    baselines: [new LogPart(log, whole, window)],
  });
  return comparisonReportOf(finished, [rest.firstLine, window.firstLine]);
}

/** The records within the times, and all that comes behind them. */
async function windowAndRest(
  log: ReadableLog,
  { from, until }: Extract<GoodLogs, { kind: 'window' }>,
  task: Omit<AnalysisTask, 'logs'>,
): Promise<readonly [SourcePart, SourcePart]> {
  const { onProgress } = task;
  const { session } = await readThrough({ ...task, logs: [log], onProgress: sooner(onProgress) });
  const window = session.partWithin(0 as SourceIndex, nanoseconds(from), nanoseconds(until));
  if (window === undefined) throw nothingWithin(log.path);
  if (window.end === undefined) throw nothingBehind(log.path);
  return [window, partBehind(window.end, window.lastLine, session.linesOf(0 as SourceIndex))];
}

function nanoseconds(decimal: string | null): bigint | null {
  return decimal === null ? null : BigInt(decimal);
}

function partBehind(start: ByteOffset, line: number, lines: number): SourcePart {
  return { firstLine: (line + 1) as LineNumber, lastLine: lines as LineNumber, start, end: undefined };
}

type OnProgress = AnalysisTask['onProgress'];

function sooner(onProgress: OnProgress): OnProgress {
  return scaledTo(onProgress, (percent) => findingShare * percent);
}

function later(onProgress: OnProgress): OnProgress {
  return scaledTo(onProgress, (percent) => 100 * findingShare + (1 - findingShare) * percent);
}

function scaledTo(onProgress: OnProgress, scale: (percent: number) => number): OnProgress {
  return onProgress && ((snapshot) => onProgress({ ...snapshot, percent: scale(snapshot.percent) }));
}

function nothingWithin(path: string): InputError {
  return new InputError({
    code: 'window-without-records',
    sentence: {
      pattern:
        '{0} has no record with a time in that window, so there is nothing to compare with. Choose another window; times are in UTC.',
      values: [path],
    },
  });
}

function nothingBehind(path: string): InputError {
  return new InputError({
    code: 'nothing-behind-window',
    sentence: {
      pattern:
        '{0} has nothing behind that window, so there is nothing to compare. Choose a window that ends earlier.',
      values: [path],
    },
  });
}
