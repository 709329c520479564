import type { Exercise, ExerciseLanguage } from '../../engine/dataset/generator/exercises/exercise';
import { exercises } from '../../engine/dataset/generator/exercises/exercises';
import { scoreAnswer } from '../../engine/evaluate/answers/answer-score';
import type { Answered, AnsweredExercise } from './answered-exercise';
import { type OpenedExercise, openExercise } from './exercise-log';

/** A model, or rules. */
export type Answerer = (exercise: Exercise, opened: OpenedExercise, signal: AbortSignal) => Promise<Answered>;

export interface EvaluationTask {
  readonly languages: readonly ExerciseLanguage[];
  /** How often each exercise is asked. */
  readonly runs: number;
  readonly answerer: Answerer;
  readonly signal: AbortSignal;
  /** Heard behind each answer. */
  readonly onAnswered?: (answered: AnsweredExercise) => void;
}

/** Asks about one generated log after the other, and scores what comes. Rejects with what the answerer throws, or the signal's reason. */
export async function evaluateAnswers(task: EvaluationTask): Promise<readonly AnsweredExercise[]> {
  const all: AnsweredExercise[] = [];
  for (const language of task.languages)
    for (const exercise of exercises(language)) {
      const opened = await openExercise(exercise, task.signal);
      for (let run = 1; run <= task.runs; run++) {
        task.signal.throwIfAborted();
        const answered = scored(exercise, run, await task.answerer(exercise, opened, task.signal));
        all.push(answered);
        task.onAnswered?.(answered);
      }
    }
  return all;
}

function scored(exercise: Exercise, run: number, { answer, effort, failure }: Answered): AnsweredExercise {
  const { name, language, shape, cause } = exercise;
  const score = scoreAnswer(answer, exercise);
  return { name, language, shape, kind: cause?.kind ?? null, run, score, effort, failure };
}
