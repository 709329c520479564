import type { LogEvaluation } from '../engine/evaluate/log-evaluation';
import { type AnalysisTask, analyseLogs, type FinishedAnalysis } from './analyse-logs';
import { datasetError } from './datasets/dataset-problems';
import { lineLabels } from './datasets/label-file';

export interface EvaluatedLog extends FinishedAnalysis {
  readonly evaluation: LogEvaluation;
}

/** Analyses a log as ever and holds the scores to what `labelPath` says of its lines. `task` has one log. Throws InputError. */
export async function evaluateLabelledLog(task: AnalysisTask, labelPath: string): Promise<EvaluatedLog> {
  const labels = await lineLabels(labelPath);
  const finished = await analyseLogs(task);
  const { lines, path } = finished.analysis.sources[0];
  const beyond = labels.find(({ line }) => line > lines);
  if (beyond !== undefined)
    throw datasetError('no-such-line', labelPath, beyond.at, beyond.line, path, lines);
  const steps = finished.session.measure(labels);
  for (let step = steps.next(); ; step = steps.next())
    if (step.done) return { ...finished, evaluation: step.value };
}
