import { grouped, sentenceText } from '../../src/protocol/sentence';

/** A page is read in one language: English → the reader's. */
let texts: Readonly<Record<string, string>> = {};

export function setTexts(given: Readonly<Record<string, string>>): void {
  texts = given;
}

/** `english` in the reader's language, with the values in its {0}, {1} …; numbers are grouped. */
export function tell(english: string, ...values: readonly (string | number)[]): string {
  const shown = values.map((value) => (typeof value === 'number' ? grouped(value) : value));
  return sentenceText({ pattern: english, values: shown }, translated);
}

/** A sentence of the engine's; what stands between backticks, which pages show as they are, is quoted. */
export function tellSentence({ pattern, values }: Parameters<typeof sentenceText>[0]): string {
  const shown = values.map((value) => (typeof value === 'number' ? grouped(value) : value));
  return sentenceText({ pattern, values: shown }, (one) => translated(one).replace(/`(\{\d+\})`/g, '“$1”'));
}

/** The pattern of a sentence of the engine's in the reader's language, where the host sent it. */
export function translated(pattern: string): string {
  return Object.hasOwn(texts, pattern) ? texts[pattern] : pattern;
}
