import type { Highlight as ReadingHighlight } from '../../../src/protocol/reading';
import type { RowElement } from './row-element';

/** A stretch of a row's text, in UTF-16 units. */
export type Span = readonly [start: number, length: number];

/** In one row; more could not be told apart. */
const mostSpans = 1000;

/**
 * Colours stretches of text that may overlap (matches, highlighted words, the selection) by the CSS Custom Highlight API: the page's
 * elements stay as they are, and `::highlight(name)` in the style sheet says how each looks.
 */
export class TextMarks {
  private readonly byName = new Map<string, Highlight>();

  /** Names in order: what comes later lies over what comes before. */
  constructor(names: readonly string[]) {
    for (const [priority, name] of names.entries()) {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
      this.byName.set(name, highlight);
    }
  }

  /** Replaces what the name stood for. */
  paint(name: string, rows: readonly RowElement[], spansOf: (row: RowElement) => readonly Span[]): void {
    const highlight = this.byName.get(name);
    if (!highlight) return;
    highlight.clear();
    for (const row of rows) {
      for (const [start, length] of row.row ? spansOf(row) : []) {
        const range = row.text.range(start, start + length);
        if (range) highlight.add(range);
      }
    }
  }
}

/** Where a word stands in a text, as it is written: what the text editors highlight too. */
export function spansOfWord(text: string, word: string): readonly Span[] {
  const spans: Span[] = [];
  if (word === '') return spans;
  for (
    let at = text.indexOf(word);
    at >= 0 && spans.length < mostSpans;
    at = text.indexOf(word, at + word.length)
  )
    spans.push([at, word.length]);
  return spans;
}

/** The words a reader highlighted, by the number of their colour. */
export function wordsByColour(
  highlights: readonly ReadingHighlight[],
): ReadonlyMap<number, readonly string[]> {
  const words = new Map<number, string[]>();
  for (const highlight of highlights)
    if (highlight.kind === 'word')
      words.set(highlight.colour, [...(words.get(highlight.colour) ?? []), highlight.text]);
  return words;
}
