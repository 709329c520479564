import type { LogEvaluation } from '../engine/evaluate/log-evaluation';
import { type AnalysisTask, analyseLogs, type FinishedAnalysis } from './analyse-logs';
import { datasetError } from './datasets/dataset-problems';
import type { ReadLabel } from './datasets/label-ranges';
import { measuredLabels } from './datasets/measured-labels';
import { pause } from './pause';

export interface EvaluatedLog extends FinishedAnalysis {
  readonly evaluation: LogEvaluation;
}

/** Analyses a log as ever and holds the scores to what `labelPath` says of its lines. `task` has one log. Throws InputError. */
export async function evaluateLabelledLog(task: AnalysisTask, labelPath: string): Promise<EvaluatedLog> {
  const labels = await measuredLabels(labelPath, task.signal);
  const finished = await analyseLogs(task);
  return { ...finished, evaluation: await evaluation(finished, labels, labelPath, task.signal) };
}

/** The same of a log that was analysed; of several its first. Throws InputError, or the signal's reason. */
export async function evaluateAnalysis(
  finished: FinishedAnalysis,
  labelPath: string,
  signal: AbortSignal,
): Promise<LogEvaluation> {
  return evaluation(finished, await measuredLabels(labelPath, signal), labelPath, signal);
}

async function evaluation(
  { analysis, session }: FinishedAnalysis,
  labels: readonly ReadLabel[],
  labelPath: string,
  signal: AbortSignal | undefined,
): Promise<LogEvaluation> {
  const { lines, path } = analysis.sources[0];
  const beyond = labels.find(({ endLine }) => endLine > lines);
  if (beyond !== undefined)
    throw datasetError('no-such-line', labelPath, beyond.at, beyond.endLine, path, lines);
  const steps = session.measure(labels);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await pause(signal);
  }
}
