import type { Exercise } from '../../engine/dataset/generator/exercises/exercise';
import { analyseLogs, type FinishedAnalysis } from '../analyse-logs';
import type { AssistantLog } from '../assistant/investigation';
import { TextLog } from '../files/text-log';
import { assistantAnswers } from '../worker/assistant-answers';

/** For times without a year, of which exercises have none. */
const referenceSeconds = 1_795_000_000;

export interface OpenedExercise {
  readonly analysed: FinishedAnalysis;
  /** Answers a model's tools as the worker does an editor's. */
  readonly log: AssistantLog;
}

/** The log of an exercise, analysed in this thread. */
export async function openExercise({ name, text }: Exercise, signal: AbortSignal): Promise<OpenedExercise> {
  const file = new TextLog(`${name}.log`, new TextEncoder().encode(text), referenceSeconds);
  const analysed = await analyseLogs({ logs: [file], signal });
  const answers = assistantAnswers(
    () => analysed,
    async () => analysed,
    async () => {
      throw new Error('An exercise has no good logs');
    },
  );
  const log: AssistantLog = {
    runTool: async (asked, stop = signal) => answers.runTool(asked, stop),
    evidencePack: async (asked, stop = signal) => answers.evidencePack(asked, stop),
    citedRecords: async (asked, stop = signal) => answers.citedRecords(asked, stop),
  };
  return { analysed, log };
}
