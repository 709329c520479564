import { withoutFillers } from './han-emphasis';

/**
 * Marks (`protocol/answer-marks.ts`) on their way through the lexer. Characters of private use count as letters there, so that a
 * mark beside `**` would undo it; between brackets, which are punctuation and nothing else to Markdown, it stands as `[L12]` did.
 */
const opening = '\u27E6';
const closing = '\u27E7';

const mark = /\uE000\d{1,6}\uE001|[\uE002\uE003]/g;
const wrapped = /\u27E6(\uE000\d{1,6}\uE001|[\uE002\uE003])\u27E7/g;

/** A strike that begins before what makes a line an item, a heading, a quote or a row begins after it; one that ends after a row ends in its last cell. */
const beforeMarker =
  /^([ \t]*)\uE002((?:(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]+|\|[ \t]*)+(?:\[[ xX]\][ \t]+)?)/gm;
const afterRow = /(\|[ \t]*)\uE003([ \t]*)$/gm;

export function wrappedMarks(checked: string): string {
  return checked
    .replace(beforeMarker, '$1$2\uE002')
    .replace(afterRow, '\uE003$1$2')
    .replace(mark, `${opening}$&${closing}`);
}

/** What came out of the lexer as it went in; of marks, marks. */
export function unwrappedMarks(text: string): string {
  return withoutFillers(text).replace(wrapped, '$1');
}

/** The index of the first in `text`; -1 without any. */
export function firstWrappedMark(text: string): number {
  return text.search(wrapped);
}
