import { element } from '../../shared/element';
import type { FoundSpans } from '../find/found-spans';
import type { LogModel } from '../model';
import type { Caret } from '../selection/caret';
import { isEmpty, selectedSpan } from '../selection/selection';
import type { RowElement } from './row-element';
import { spokenRow } from './row-words';
import { type Span, spansOfWord, TextMarks, wordsByColour } from './text-marks';

const colours = [1, 2, 3, 4, 5, 6, 7, 8] as const;
const names = [...colours.map((colour) => `word-${colour}`), 'found', 'selected'];

/** What lies over the rows: highlighted words, matches, the selection, the caret. */
export class Painting {
  private readonly marks = new TextMarks(names);
  readonly cursor = element('div', { class: 'cursor', 'aria-hidden': 'true' });

  constructor(
    private readonly model: LogModel,
    private readonly caret: Caret,
    private readonly spans: FoundSpans,
  ) {}

  paint(rows: readonly RowElement[]): void {
    this.paintWords(rows);
    this.marks.paint('found', rows, (row) => (this.model.found ? this.spans.of(row.text.text) : []));
    this.marks.paint('selected', rows, (row) => this.selectedOf(row));
    for (const row of rows) {
      this.openLabels(row);
      this.paintCaret(row);
    }
    // The element of the row it was on shows another row by now.
    if (!rows.some(({ index }) => index === this.caret.place.row)) this.cursor.remove();
  }

  private paintWords(rows: readonly RowElement[]): void {
    const words = wordsByColour(this.model.reading.highlights);
    for (const colour of colours) {
      const ofColour = words.get(colour) ?? [];
      this.marks.paint(`word-${colour}`, rows, ({ text }) =>
        ofColour.flatMap((word) => spansOfWord(text.text, word)),
      );
    }
  }

  /** Folded labels are shown whole where the caret is in them, or a match. */
  private openLabels(row: RowElement): void {
    const { place } = this.caret;
    const found = this.model.found ? this.spans.of(row.text.text) : [];
    const stretches = found.map(([start, length]) => ({ start, length }));
    const isHere = row.index === place.row && place.column > 0;
    row.text.openAt(isHere ? [...stretches, { start: place.column - 1, length: 1 }] : stretches);
  }

  /** The end of a line in the midst of the selection is told by its row's class: no character stands there. */
  private selectedOf(row: RowElement): readonly Span[] {
    const span = selectedSpan(this.caret.selection, row.index, row.text.text.length);
    row.element.classList.toggle('selected', span !== null);
    return span ? [[span[0], span[1] - span[0]]] : [];
  }

  private paintCaret(row: RowElement): void {
    const { selection, place } = this.caret;
    const isHere = row.index === place.row;
    row.element.classList.toggle('current', isHere);
    row.element.setAttribute('aria-selected', String(isHere || row.element.classList.contains('selected')));
    if (!isHere) {
      row.element.removeAttribute('aria-label');
      return;
    }
    const { columns } = this.model.reading;
    if (row.row && row.look) row.element.setAttribute('aria-label', spokenRow(row.row, row.look, columns));
    this.offerMenu(row);
    this.placeCursor(row, Math.min(place.column, row.text.text.length), isEmpty(selection));
  }

  /** The menu key asks at the rows, which have the keyboard, not at the row. */
  private offerMenu(row: RowElement): void {
    const context = row.element.getAttribute('data-vscode-context');
    const rows = row.element.closest('.rows');
    if (rows && context !== null) rows.setAttribute('data-vscode-context', context);
  }

  private placeCursor(row: RowElement, column: number, isVisible: boolean): void {
    const box = row.text.element.getBoundingClientRect();
    const at = column === 0 ? null : row.text.rectOf(column - 1, column);
    const [left, top] = at ? [at.right, at.top] : [box.left, box.top];
    const home = row.element.getBoundingClientRect();
    if (this.cursor.parentElement !== row.element) row.element.append(this.cursor);
    this.cursor.classList.toggle('beside-selection', !isVisible);
    this.cursor.style.transform = `translate(${left - home.left}px, ${top - home.top}px)`;
  }
}
