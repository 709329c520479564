import type { Sentence } from '../engine/model/finding';

/** Gives the pattern in the reader's language, or the pattern itself where the language lacks it. */
export type TranslatePattern = (pattern: string) => string;

const english: TranslatePattern = (pattern) => pattern;

/** One thing or many, the number grouped as our languages group it: `1 record`, `12,408 records`. */
export function counted(count: number, one: string, many: string): Sentence {
  return count === 1 ? { pattern: one, values: [] } : { pattern: many, values: [grouped(count)] };
}

/** 12408 → `12,408`: the grouping both of our languages use. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Puts the values into the sentence's {0}, {1} …; one pass, so that a value holding `{1}` stays as it is. */
export function sentenceText(sentence: Sentence, translate: TranslatePattern = english): string {
  return translate(sentence.pattern).replace(/\{(\d+)\}/g, (placeholder, index) => {
    const value = sentence.values[Number(index)];
    return value === undefined ? placeholder : String(value);
  });
}
