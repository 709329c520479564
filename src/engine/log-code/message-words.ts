import { hole } from './literal-text';

/** A message as what is compared: its words in order, and null where values stand. Punctuation says nothing. */
export type MessageWords = readonly (string | null)[];

/** What of a message is compared; more would cost the square of it. */
const mostWords = 60;

const pieces = new RegExp(`${hole}|[\\p{L}\\p{N}_]+`, 'gu');

export function wordsOfMessage(message: string): MessageWords {
  return (message.match(pieces) ?? []).slice(0, mostWords).map((piece) => (piece === hole ? null : piece));
}

/** Placeholders of a template as they stand in its pattern: `<num>`, `<*>`. */
const placeholders = /<(?:\*|[a-z][\w-]{0,30})>/g;

export function wordsOfTemplate(pattern: string): MessageWords {
  return wordsOfMessage(pattern.replaceAll(hole, ' ').replace(placeholders, hole));
}

/** How much a word says. */
export function weightOf(word: string): number {
  return word.length;
}
