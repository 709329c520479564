import type { BaselineModel } from '../../engine/baseline/baseline-model';
import { foldModels } from '../../engine/baseline/fold-model';
import type { LearnedBaseline } from '../../protocol/baseline';
import { type AnalysisTask, type FinishedAnalysis, readLogs, runSteps } from '../analyse-logs';
import { openTexts } from '../files/source-texts';
import { ProgressMeter } from '../progress-meter';
import { isBaselineFile, readBaseline, writeBaseline } from './baseline-file';

type Watched = Pick<AnalysisTask, 'signal' | 'onProgress'>;

/** Streams logs and learns what they look like. Throws InputError, or the signal's reason. */
export async function learnLogs(task: AnalysisTask): Promise<BaselineModel> {
  const { session, sources, meter } = await readLogs(task);
  return runSteps(session.learnBaseline(await openTexts(sources)), meter, task.signal);
}

/** The same of logs that were analysed; those they were compared with are left out. */
export async function learnAnalysed(
  { session, sources }: Pick<FinishedAnalysis, 'session' | 'sources'>,
  { signal, onProgress }: Watched = {},
): Promise<BaselineModel> {
  const meter = new ProgressMeter(sources, session, onProgress);
  return runSteps(session.learnBaseline(await openTexts(sources)), meter, signal);
}

/** Writes what models know together, and says what that is. Throws InputError. */
export async function saveBaseline(path: string, models: readonly BaselineModel[]): Promise<LearnedBaseline> {
  const model = foldModels(models);
  const bytes = await writeBaseline(path, model);
  return { path, logs: model.logs, records: model.records, messages: model.messages.length, bytes };
}

/** What baseline files know; one that is not there yet knows nothing. Throws InputError. */
export async function knownBefore(paths: readonly string[]): Promise<BaselineModel[]> {
  const models: BaselineModel[] = [];
  for (const path of paths) if (await isBaselineFile(path)) models.push(await readBaseline(path));
  return models;
}
