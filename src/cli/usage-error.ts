import type { Sentence } from '../engine/model/finding';
import { sentenceText } from '../protocol/sentence';

/** The command line makes no sense; the sentence ends in the cure. */
export class UsageError extends Error {
  constructor(readonly sentence: Sentence) {
    super(sentenceText(sentence));
  }
}

/** One of the words allowed. @throws UsageError */
export function oneOf<Word extends string>(option: string, value: string, allowed: readonly Word[]): Word {
  const word = allowed.find((one) => one === value);
  if (word !== undefined) return word;
  throw new UsageError({
    pattern: '{0} takes {1}, not "{2}".',
    values: [option, allowed.join(', '), value],
  });
}

/** A whole number from 0. @throws UsageError */
export function wholeOf(option: string, value: string): number {
  if (/^\d{1,15}$/.test(value)) return Number(value);
  throw new UsageError({ pattern: '{0} takes a whole number from 0, not "{1}".', values: [option, value] });
}

/** A whole number from 1. @throws UsageError */
export function countOf(option: string, value: string): number {
  const count = Number(value);
  if (Number.isSafeInteger(count) && count >= 1) return count;
  throw new UsageError({ pattern: '{0} takes a whole number from 1, not "{1}".', values: [option, value] });
}
