import { element, iconButton, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { LogModel } from '../model';
import type { Viewport } from '../viewport';

/** Of a time in a zone of the reader's, before the columns: `2026-03-01 09:14:07.250 `. */
const timeChars = 24;

/** The names of the columns above the rows; it is scrolled sideways with them. */
export class ColumnsHeader {
  readonly element = element('div', { class: 'columns-header', role: 'row', id: 'columns-header' });
  private readonly source = element('span', { class: 'source' }, '\u00a0');
  private readonly number = element('span', { class: 'number' });
  private readonly names = element('div', { class: 'line', role: 'presentation' });
  private shown: LogModel['reading']['columns'];

  constructor(
    private readonly model: LogModel,
    private readonly viewport: Viewport,
    choose: () => void,
  ) {
    const gutter = element('div', { class: 'gutter' });
    gutter.append(iconButton('settings-gear', tell('Choose Columns…'), choose), this.source, this.number);
    this.element.append(gutter, element('div', { class: 'gap' }), this.names);
    this.element.hidden = true;
    model.listen((change) => {
      if (change === 'reading') this.show();
    });
    this.show();
  }

  /** After the rows were painted: what stands before their text may have got wider. */
  align(): void {
    if (this.element.hidden) return;
    const { element: rows } = this.viewport;
    const { zone, showsGaps } = this.model.reading;
    this.source.hidden = this.model.sources.length < 2;
    this.element.classList.toggle('shows-gaps', showsGaps);
    this.element.classList.toggle('shows-verdicts', this.model.hasLabelledLines);
    this.names.style.paddingLeft = zone !== 'written' && this.model.isAnalysed ? `${timeChars}ch` : '';
    for (const name of ['--number-chars', '--row-height'])
      this.element.style.setProperty(name, rows.style.getPropertyValue(name));
    this.element.scrollLeft = rows.scrollLeft;
  }

  private show(): void {
    const { columns = [] } = this.model.reading;
    this.element.hidden = columns.length === 0;
    setAttribute(this.viewport.element, 'aria-owns', this.element.hidden ? null : this.element.id);
    if (columns !== this.shown) this.fill(columns);
    this.shown = columns;
    this.align();
  }

  private fill(columns: NonNullable<LogModel['reading']['columns']>): void {
    const names = columns.map(({ name, width }) => {
      const head = element('span', { class: 'column-name', role: 'columnheader', title: visibleText(name) });
      setText(head, visibleText(name));
      head.style.width = `${width}ch`;
      return head;
    });
    this.names.replaceChildren(...names);
  }
}
