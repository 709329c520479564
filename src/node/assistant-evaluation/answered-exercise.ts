import type { ExerciseLanguage, ExerciseShape } from '../../engine/dataset/generator/exercises/exercise';
import type { AnswerScore, GivenAnswer } from '../../engine/evaluate/answers/answer-score';
import type { Sentence } from '../../engine/model/finding';

/** What answering took. */
export interface AnswerEffort {
  readonly promptTokens: number;
  readonly answerTokens: number;
  /** The server counted nothing. */
  readonly isEstimate: boolean;
  /** Calls of tools. */
  readonly steps: number;
  readonly seconds: number;
}

export interface Answered {
  readonly answer: GivenAnswer;
  readonly effort: AnswerEffort;
  /** Why no answer came, or not all of it; what there is counts. */
  readonly failure: Sentence | null;
}

export interface AnsweredExercise {
  readonly name: string;
  readonly language: ExerciseLanguage;
  readonly shape: ExerciseShape;
  /** What was planted; null where nothing was. */
  readonly kind: string | null;
  /** From 1. */
  readonly run: number;
  readonly score: AnswerScore;
  readonly effort: AnswerEffort;
  readonly failure: Sentence | null;
}
