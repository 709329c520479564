/**
 * Marks in a checked answer, of characters Unicode leaves to private use: no text of a model keeps them. The same as
 * `protocol/answer-marks.ts`, which reads them: a test holds one to the other.
 */
export const strikeStart = '\uE002';
export const strikeEnd = '\uE003';

const citationStart = '\uE000';
const citationEnd = '\uE001';

export function citationMark(index: number): string {
  return `${citationStart}${index}${citationEnd}`;
}

export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE003]/g, '');
}
