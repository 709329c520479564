import type { SequenceLabel } from '../../engine/dataset/sequence';
import type { ClassificationMeasures } from '../../engine/evaluate/classification/classification-measures';
import type { Sentence } from '../../engine/model/finding';
import type { ModelDestination } from '../llm/chat-model';

/** What a model made of the examples of a data set, beside what the built-in detectors made of the same. */
export interface EvaluatedModel {
  /** As its server calls it, or of its folder. */
  readonly name: string;
  /** Null for a model that ran in this process. */
  readonly destination: ModelDestination | null;
  /** Whether secrets were hidden from it. */
  readonly redacted: boolean;
  /** Of the file, without its folder. */
  readonly file: string;
  readonly format: string;
  /** Examples asked about, and those of the file that have an answer. */
  readonly examples: number;
  readonly of: number;
  readonly measures: ClassificationMeasures;
  /** Answers that say no verdict that can be read; they count as wrong. */
  readonly unreadable: number;
  /** Examples without an answer; they count as wrong, too. */
  readonly failed: number;
  /** Null where the server did not count them, or there are none. */
  readonly tokens: Tokens | null;
  readonly seconds: number;
  /** Null where there was nothing to learn from; `notes` say why. */
  readonly detectors: EvaluatedDetectors | null;
  /** What was answered otherwise than it is known; the first of them, in the order of the file. */
  readonly wrong: readonly WrongAnswer[];
  /** What people must know of it. */
  readonly notes: readonly Sentence[];
}

export interface Tokens {
  readonly promptTokens: number;
  readonly answerTokens: number;
}

export interface EvaluatedDetectors {
  readonly measures: ClassificationMeasures;
  /** Normal sequences they learned from. */
  readonly learned: number;
  readonly seconds: number;
}

export interface WrongAnswer {
  /** Of the file, counted from 1. */
  readonly line: number;
  readonly expected: SequenceLabel;
  /** Null where it says neither. */
  readonly answered: SequenceLabel | null;
}
