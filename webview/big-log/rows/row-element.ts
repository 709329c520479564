import { gapText, heatOf } from '../../../src/protocol/gap-text';
import type { PageRow } from '../../../src/protocol/log-lines';
import { element, setAttribute, setText } from '../../shared/element';
import { severityWord } from '../../shared/severity-word';
import { tell } from '../../shared/tell';
import { entryHeadStyle } from './entry-head';
import type { FoldedStretch } from './folded-labels';
import { type RowLook, severityIcons } from './row-look';
import { RowText } from './row-text';
import { bytesText, foldText, numberText, unreadableText } from './row-words';
import { verdictClass, verdictWord } from './verdict-sign';

/** One row of the page, used again for other rows. */
export class RowElement {
  readonly text = new RowText();
  readonly element: HTMLElement;
  row: PageRow | undefined;
  index = -1;
  look: RowLook | undefined;
  private readonly bookmark = element('span', { class: 'bookmark codicon', 'aria-hidden': 'true' });
  private readonly verdict = element('span', { class: 'verdict', 'aria-hidden': 'true' });
  private readonly severity = element('span', { class: 'severity codicon', 'aria-hidden': 'true' });
  private readonly source = element('span', { class: 'source' });
  private readonly number = element('span', { class: 'number' });
  private readonly time = element('span', { class: 'time' });
  private readonly gap = element('div', { class: 'gap', role: 'gridcell' });
  private readonly after = element('span', { class: 'after' });
  private shownAs = '';

  constructor() {
    const gutter = element('div', { class: 'gutter', role: 'rowheader' });
    gutter.append(this.bookmark, this.verdict, this.severity, this.source, this.number);
    const line = element(
      'div',
      { class: 'line', role: 'gridcell' },
      this.time,
      this.text.element,
      this.after,
    );
    this.element = element('div', { class: 'row', role: 'row' }, gutter, this.gap, line);
  }

  /** `version` names what the look was made from; `mostChars` how much of the text is near what is seen. */
  show(index: number, row: PageRow | undefined, version: number, mostChars: number, lookOf: LookOf): void {
    const as = `${version} ${mostChars}`;
    this.placeAt(index);
    if (row === this.row && this.shownAs === as) return;
    this.shownAs = as;
    this.row = row;
    this.look = row && lookOf(row, index);
    if (row && this.look) this.fill(row, this.look, mostChars);
    else this.empty();
  }

  private placeAt(index: number): void {
    this.index = index;
    const id = `row-${index}`;
    if (this.element.id === id) return;
    this.element.id = id;
    setAttribute(this.element, 'aria-rowindex', String(index + 1));
  }

  private fill(row: PageRow, look: RowLook, mostChars: number): void {
    const { severity, templateColour } = look;
    const classes = ['row', row.isContext ? 'context' : '', row.exact ? '' : 'estimated'];
    if (severity) classes.push(`is-${severity}`);
    if (look.difference) classes.push(`differs-${look.difference}`);
    if (templateColour) classes.push(`highlight-${templateColour}`);
    this.element.className = classes.filter((name) => name !== '').join(' ');
    this.fillGutter(row, look);
    setText(this.time, look.time === '' ? '' : `${look.time} `);
    // Of a value that is cut, only a part of its link is there.
    const hasLinks = row.cells === undefined;
    const styles = [...entryHeadStyle(look.entry), ...row.styles];
    this.text.show(row.text + look.further, styles, mostChars, hasLinks, foldedOf(look));
    this.after.replaceChildren(...afterText(row, look));
    setAttribute(this.element, 'data-vscode-context', menuContext(row, look.uri));
  }

  private fillGutter(row: PageRow, look: RowLook): void {
    setText(this.number, numberText(row));
    setText(this.source, look.source);
    setAttribute(this.source, 'title', look.source || null);
    const { severity, beginsMark, verdict, isBookmarked, note, gap } = look;
    this.verdict.className = verdictClass(verdict);
    setAttribute(this.verdict, 'title', verdict && verdictWord(verdict));
    this.severity.className = `severity codicon ${severity && beginsMark ? `codicon-${severityIcons[severity]}` : ''}`;
    setAttribute(this.severity, 'title', severity && beginsMark ? severityWord(severity) : null);
    this.bookmark.className = `bookmark codicon ${isBookmarked ? 'codicon-bookmark' : ''}`;
    setAttribute(this.bookmark, 'title', isBookmarked ? note || tell('Bookmark') : null);
    setText(this.gap, gap === null ? '' : gapText(gap));
    setAttribute(this.gap, 'data-heat', gap === null ? null : String(heatOf(gap)));
  }

  private empty(): void {
    this.element.className = 'row skeleton';
    for (const part of [this.number, this.source, this.gap, this.time]) setText(part, '');
    this.severity.className = 'severity';
    this.bookmark.className = 'bookmark';
    this.verdict.className = 'verdict';
    this.text.show('', [], 0);
    this.after.replaceChildren();
    setAttribute(this.element, 'data-vscode-context', null);
  }
}

function foldedOf({ entry, chip }: RowLook): FoldedStretch | null {
  return entry && chip && { ...entry.labels, chip };
}

export type LookOf = (row: PageRow, index: number) => RowLook;

function afterText(row: PageRow, look: RowLook): Node[] {
  if (row.unreadable) return [element('span', { class: 'hint' }, unreadableText())];
  const nodes: Node[] = [];
  const missing = row.cutBytes - look.further.length;
  if (row.cutBytes > 0 && missing > 0) {
    const label = tell('… {0} more', bytesText(missing));
    nodes.push(element('button', { type: 'button', class: 'more', tabindex: '-1' }, label));
  }
  if (row.fold) {
    const title = tell('Show all {0} records', row.fold.records);
    nodes.push(
      element('button', { type: 'button', class: 'fold', tabindex: '-1', title }, foldText(row.fold)),
    );
  }
  if (look.note !== '') nodes.push(element('span', { class: 'bookmark-note' }, look.note.split('\n')[0]));
  return nodes;
}

/** What menus of the manifest go by (`webviewSection`), and what their commands are given. */
function menuContext(row: PageRow, uri: string): string {
  const context = { webviewSection: 'line', uri, line: row.line + 1, preventDefaultContextMenuItems: true };
  return JSON.stringify(context);
}
