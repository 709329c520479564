import type { Sentence } from '../engine/model/finding';

/** Gives the pattern in the reader's language, or the pattern itself where the language lacks it. */
export type TranslatePattern = (pattern: string) => string;

const english: TranslatePattern = (pattern) => pattern;

/** Puts the values into the sentence's {0}, {1} …; one pass, so that a value holding `{1}` stays as it is. */
export function sentenceText(sentence: Sentence, translate: TranslatePattern = english): string {
  return translate(sentence.pattern).replace(/\{(\d+)\}/g, (placeholder, index) => {
    const value = sentence.values[Number(index)];
    return value === undefined ? placeholder : String(value);
  });
}
