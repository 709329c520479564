import type { RowLabel } from '../../../src/protocol/dashboard';
import { grouped } from '../../../src/protocol/sentence';
import { element, icon, iconButton, setAttribute, setText } from '../../shared/element';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import { levelColours } from '../colours';
import { labelSign } from '../label-sign';
import { svg } from '../svg';
import { levelWord } from '../term-words';
import { levelNames } from '../terms';
import { rowHeight } from './row-window';
import { type Sparkline, sparklinePath } from './sparklines';
import { columnIds } from './table-columns';
import type { TemplateList } from './template-list';
import { peakText, percentText, placeText } from './template-words';
import { titleElements } from './title-parts';

/** What rows are drawn from. */
export interface RowSource {
  readonly list: TemplateList;
  readonly zone: string;
  /** All of the log is of one day: the clock alone tells its times apart. */
  readonly isOneDay: boolean;
  /** None of its records has a time. */
  readonly isUntimed: boolean;
  /** Of the commonest: its bar fills the cell. */
  readonly mostShare: number;
  readonly labelOf: (row: number) => RowLabel | null;
  readonly sparklineOf: (row: number) => Sparkline | undefined;
}

export type RowAction = 'jump' | 'showOnly' | 'chart' | 'normal';

const sparkline = { width: 100, height: 18 };

/** One line of the table, used for one template after the other while the table is scrolled. */
export class TemplateRow {
  readonly element: HTMLElement;
  /** Of the list; -1 before the first. */
  row = -1;
  private readonly cells = columnIds.map((id, i) =>
    element('div', { role: 'gridcell', class: `cell ${id}`, 'aria-colindex': String(i + 1) }),
  );
  private readonly share = element('span', { class: 'share-bar' });
  private readonly shareText = element('span');
  private readonly trend = svg('path');
  private readonly trendText = element('span', { class: 'unseen' });
  private readonly normal: HTMLButtonElement;
  private readonly chart: HTMLButtonElement;

  constructor(id: string, act: (row: number, action: RowAction) => void) {
    const action = (name: string, title: string, does: RowAction) => {
      const button = iconButton(name, title, () => act(this.row, does));
      button.tabIndex = -1;
      return button;
    };
    this.chart = action('graph-line', tell('Chart its parameters (c)'), 'chart');
    this.normal = action('check', '', 'normal');
    this.cell('share').append(this.share, this.shareText);
    const box = { viewBox: `0 0 ${sparkline.width} ${sparkline.height}`, preserveAspectRatio: 'none' };
    this.cell('trend').append(svg('svg', { ...box, 'aria-hidden': 'true' }, this.trend), this.trendText);
    this.cell('actions').append(
      action('go-to-file', tell('Go to its first line (Enter)'), 'jump'),
      action('filter', tell('Show only its lines (o)'), 'showOnly'),
      this.chart,
      this.normal,
    );
    this.element = element('div', { role: 'row', id, class: 'template-row' }, ...this.cells);
  }

  show(row: number, position: number, source: RowSource): void {
    this.row = row;
    this.element.style.transform = `translateY(${position * rowHeight}px)`;
    setAttribute(this.element, 'aria-rowindex', String(position + 2));
    this.showTitle(row, source);
    this.showNumbers(row, source);
    this.showTrend(row, source);
    this.showTimes(row, source);
    this.showActions(row, source);
  }

  private showTitle(row: number, { list, labelOf }: RowSource): void {
    const title = list.columns.titles[row];
    const cell = this.cell('title');
    setAttribute(cell, 'title', visibleText(title));
    const signs: Node[] = [];
    const label = labelOf(row);
    if (label !== null) signs.push(labelSign(label));
    if (list.isNew(row)) signs.push(sign('sparkle', tell('New in this range')));
    cell.replaceChildren(...signs, element('bdi', {}, ...titleElements(title)));
    this.element.classList.toggle('normal', label?.verdict === 'normal');
  }

  private showNumbers(row: number, { list, mostShare }: RowSource): void {
    const { levels, rarity } = list.columns;
    const share = list.shareOf(row);
    setText(this.cell('count'), grouped(list.counts[row]));
    setText(this.shareText, percentText(share));
    this.share.style.inlineSize = `${mostShare > 0 ? (100 * share) / mostShare : 0}%`;
    const level = levelNames[levels[row]];
    const dot = element('span', { class: 'level-dot', 'aria-hidden': 'true' });
    dot.style.background = levelColours[level];
    this.cell('level').replaceChildren(dot, levelWord(level));
    setText(this.cell('rarity'), rarity[row].toFixed(2));
  }

  private showTrend(row: number, { sparklineOf, zone, isOneDay }: RowSource): void {
    const line = sparklineOf(row);
    const text = line ? peakText(line, zone, isOneDay) : '';
    setText(this.trendText, text);
    setAttribute(this.cell('trend'), 'title', text);
    this.trend.setAttribute('d', line ? sparklinePath(line.counts, sparkline.width, sparkline.height) : '');
  }

  private showTimes(row: number, { list, zone, isOneDay }: RowSource): void {
    const { firstSeconds, lastSeconds, firstLines, lastLines } = list.columns;
    setText(this.cell('first'), placeText(firstSeconds[row], firstLines[row], zone, isOneDay));
    setText(this.cell('last'), placeText(lastSeconds[row], lastLines[row], zone, isOneDay));
  }

  private showActions(row: number, { list, labelOf }: RowSource): void {
    const isNormal = labelOf(row)?.verdict === 'normal';
    const title = isNormal ? tell('No longer call it normal (n)') : tell('Mark as normal (n)');
    this.normal.title = title;
    setAttribute(this.normal, 'aria-label', title);
    setAttribute(this.normal, 'aria-pressed', String(isNormal));
    this.chart.hidden = list.columns.parameters[row] === 0;
  }

  private cell(id: (typeof columnIds)[number]): HTMLElement {
    return this.cells[columnIds.indexOf(id)];
  }
}

function sign(name: string, words: string): HTMLElement {
  return element(
    'span',
    { class: 'title-sign', title: words },
    icon(name),
    element('span', { class: 'unseen' }, words),
  );
}
