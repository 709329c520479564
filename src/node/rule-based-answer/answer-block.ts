import type { Sentence } from '../../engine/model/finding';
import type { LineNumber } from '../../engine/model/units';

/** A piece of an answer by rules alone: a face puts its sentences into the reader's language. */
export interface AnswerBlock {
  readonly kind: 'paragraph' | 'heading' | 'item';
  readonly parts: readonly AnswerPart[];
}

export interface AnswerPart {
  readonly sentence: Sentence;
  /** What proves it. */
  readonly cited: readonly CitedLine[];
}

/** Lines count through all files of the log. */
export interface CitedLine {
  readonly line: LineNumber;
  /** Its beginning; empty where it is not at hand. */
  readonly says: string;
}

export function plain(pattern: string, ...values: readonly (string | number)[]): Sentence {
  return { pattern, values };
}

export function part(sentence: Sentence, ...cited: readonly CitedLine[]): AnswerPart {
  return { sentence, cited };
}

export function heading(sentence: Sentence): AnswerBlock {
  return { kind: 'heading', parts: [part(sentence)] };
}

export function paragraph(...parts: readonly AnswerPart[]): AnswerBlock {
  return { kind: 'paragraph', parts };
}

export function item(...parts: readonly AnswerPart[]): AnswerBlock {
  return { kind: 'item', parts };
}
