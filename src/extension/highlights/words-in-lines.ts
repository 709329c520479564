/** Of a line so much is looked at for what is painted: VS Code draws no more of one either. */
const mostChars = 10_000;
/** VS Code draws decorations one by one; a word that fills the screen needs no more. */
const mostSpans = 5000;

export interface WordSpan {
  /** 0-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where a word stands in the lines from `first` up to `end`, which is not part of them; as it is written, case and all. */
export function spansOfWord(
  word: string,
  [first, end]: readonly [first: number, end: number],
  textOf: (line: number) => string,
): WordSpan[] {
  const spans: WordSpan[] = [];
  if (word === '') return spans;
  for (let line = first; line < end && spans.length < mostSpans; line++) {
    const text = textOf(line).slice(0, mostChars);
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      spans.push({ line, start: at, end: at + word.length });
    }
  }
  return spans;
}

/** Lines of a document's text that hold the word; `firstLine` is the number of its first, from 0. */
export function linesWithWord(word: string, text: string, firstLine: number): number[] {
  if (word === '') return [];
  return text.split('\n').flatMap((line, index) => (line.includes(word) ? [firstLine + index] : []));
}
