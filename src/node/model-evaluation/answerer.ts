import type { SequenceLabel } from '../../engine/dataset/sequence';
import type { ModelDestination } from '../llm/chat-model';
import type { EvaluatedModel, Tokens } from './evaluated-model';
import type { EvaluationExample } from './evaluation-example';

/** What one example was taken for. */
export interface ModelAnswer {
  /** Null where no verdict can be read, or nothing was answered. */
  readonly verdict: SequenceLabel | null;
  readonly category: string | null;
  readonly hasFailed: boolean;
  /** Null where nobody counted. */
  readonly tokens: Tokens | null;
}

/** Whoever judges examples: a served model, or a classifier. */
export interface Answerer extends Pick<EvaluatedModel, 'name' | 'redacted'> {
  readonly destination: ModelDestination | null;
  /**
   * By example, in their order; `onAnswered` is heard behind each. Rejects where nobody would be answered, and with the signal's reason:
   * there is no half evaluation.
   */
  answersTo(
    examples: readonly EvaluationExample[],
    signal: AbortSignal,
    onAnswered: () => void,
  ): Promise<readonly ModelAnswer[]>;
}
