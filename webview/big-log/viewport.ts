import { grouped } from '../../src/protocol/sentence';
import { element, setAttribute } from '../shared/element';
import { tell } from '../shared/tell';
import type { Pages } from './pages/pages';
import type { LookOf, RowElement } from './rows/row-element';
import { RowStrip } from './rows/row-strip';
import {
  type Anchor,
  clamped,
  type Extent,
  isAtEnd,
  revealing,
  rowAt,
  scrolled,
  topAnchor,
} from './scroller/anchor';
import { RowHeights } from './scroller/heights';

/** What a viewport shows, and whom it tells. */
export interface Shown {
  readonly pages: Pages;
  readonly lookOf: LookOf;
  rows(): number;
  /** Of the log, shown or not: a filter's few rows have numbers as long. */
  lines(): number;
  version(): number;
  /** Whether the line of a row is not counted yet. */
  isGuess(row: number): boolean;
  wraps(): boolean;
  showsGaps(): boolean;
  /** Signs of labels stand beside the rows. */
  showsVerdicts(): boolean;
  /** Who is at the end stays there. */
  follows(): boolean;
  /** Rows stand in the page as they are to be seen. */
  painted(rows: readonly RowElement[]): void;
}

/** A place none of whose rows is there is not shown before so long: most pages come within a frame or two. */
const patienceMs = 80;
/** What is further right is put into the page when somebody scrolls there. */
const charsAtOnce = 1000;
/** In characters: what stands before a row's text, at most, and some room behind it. */
const rowEdges = 48;
/** Of the typeface's size. Rows are whole pixels high: fractions would add up. */
const lineHeight = 1.4;

/** The rows that are seen, and where in the log they are. */
export class Viewport {
  readonly element = element('div', {
    class: 'rows',
    role: 'grid',
    tabindex: '0',
    'aria-readonly': 'true',
    'aria-multiselectable': 'true',
    'aria-label': tell('Lines of the log'),
  });
  private readonly sheet = element('div', { class: 'sheet', role: 'presentation' });
  private readonly probe = element('div', { class: 'probe', 'aria-hidden': 'true' }, 'M'.repeat(100));
  readonly strip = new RowStrip(this.sheet);
  private readonly heights: RowHeights;
  anchor: Anchor = topAnchor;
  private size = { width: 0, height: 0 };
  private charWidth = 8;
  private widest = 0;
  private scheduled = 0;
  private missingSince = 0;
  /** A wrapped row that must come into view, until all around it is there. */
  private goal: number | null = null;

  constructor(private readonly shown: Shown) {
    this.heights = new RowHeights((row) => shown.pages.get(row)?.text.length);
    this.element.append(this.sheet, this.probe);
    new ResizeObserver(() => this.measure()).observe(this.element);
    this.element.addEventListener('scroll', () => this.scrolledSideways());
  }

  get extent(): Extent {
    return {
      rows: this.shown.rows(),
      viewport: this.size.height,
      rowHeight: this.heights.rowHeight,
      heightOf: this.shown.wraps() ? (row) => this.heights.of(row) : null,
    };
  }

  get wholeRows(): number {
    return Math.max(1, Math.floor(this.size.height / this.heights.rowHeight));
  }

  get isAtEnd(): boolean {
    return isAtEnd(this.anchor, this.extent);
  }

  moveTo(anchor: Anchor): void {
    this.goal = null;
    this.anchor = clamped(anchor, this.extent);
    this.schedule();
  }

  scrollBy(pixels: number): void {
    this.moveTo(scrolled(this.anchor, pixels, this.extent));
  }

  reveal(row: number, centred: boolean): void {
    this.moveTo(revealing(this.anchor, row, this.extent, centred));
    // How high wrapped rows are is known once they are there: until then the way to the row is a guess.
    if (this.shown.wraps()) this.goal = row;
  }

  toEnd(): void {
    this.reveal(Math.max(0, this.shown.rows() - 1), false);
  }

  rowAt(clientY: number): number {
    const y = clientY - this.element.getBoundingClientRect().top;
    return rowAt(this.anchor, y, this.extent).row;
  }

  /** Heights and widths of what was shown before say nothing of what is shown now. */
  forget(): void {
    this.heights.clear();
    this.widest = 0;
    this.sheet.style.minWidth = '';
    this.schedule();
  }

  schedule(): void {
    if (this.scheduled === 0) this.scheduled = requestAnimationFrame(() => this.renderNow());
  }

  renderNow(): void {
    cancelAnimationFrame(this.scheduled);
    this.scheduled = 0;
    if (this.size.height === 0) return;
    const started = performance.now();
    this.anchor = clamped(this.anchor, this.extent);
    if (this.wantRows() || this.isPatienceOver()) this.render();
    performance.measure('render', { start: started });
  }

  /** Of the typeface, and of the view. */
  measure(): void {
    const { clientWidth, clientHeight } = this.element;
    // Bars that come, or wrap, take their room from the rows.
    const stays = this.shown.follows() && this.isAtEnd;
    const fontSize = Number.parseFloat(getComputedStyle(this.element).fontSize) || 14;
    const rowHeight = Math.round(fontSize * lineHeight);
    this.element.style.setProperty('--row-height', `${rowHeight}px`);
    const changed = clientWidth !== this.size.width;
    this.size = { width: clientWidth, height: clientHeight };
    this.charWidth = this.probe.getBoundingClientRect().width / 100 || 8;
    this.heights.rowHeight = rowHeight;
    this.heights.columns = Math.floor((clientWidth - this.gutterWidth()) / this.charWidth);
    if (changed) this.heights.clear();
    if (stays) this.toEnd();
    this.schedule();
  }

  private gutterWidth(): number {
    const first = this.strip.rows[0]?.text.element;
    return first
      ? Math.max(0, first.getBoundingClientRect().left - this.sheet.getBoundingClientRect().left)
      : 0;
  }

  private get lastSeen(): number {
    const { extent } = this;
    return Math.max(this.anchor.row, rowAt(this.anchor, this.size.height - 1, extent).row);
  }

  /** Asks for what is seen; answers whether any of it is there. */
  private wantRows(): boolean {
    const total = this.shown.rows();
    if (total === 0) return true;
    const { row } = this.anchor;
    const last = Math.min(this.lastSeen, total - 1);
    this.shown.pages.want(row, last, total, this.shown.isGuess(last));
    for (let one = row; one <= this.lastSeen; one++) if (this.shown.pages.get(one)) return true;
    return false;
  }

  private isPatienceOver(): boolean {
    const now = performance.now();
    if (this.missingSince === 0) {
      this.missingSince = now;
      setTimeout(() => this.schedule(), patienceMs);
    }
    return now - this.missingSince >= patienceMs || this.strip.rows.length === 0;
  }

  private render(): void {
    const { wraps } = this.shown;
    this.missingSince = 0;
    this.element.classList.toggle('wraps', wraps());
    this.element.classList.toggle('shows-gaps', this.shown.showsGaps());
    this.element.classList.toggle('shows-verdicts', this.shown.showsVerdicts());
    // One width for all numbers, or columns would shift where numbers get longer.
    this.element.style.setProperty('--number-chars', String(grouped(this.shown.lines()).length + 1));
    setAttribute(this.element, 'aria-rowcount', String(this.shown.rows()));
    this.fill();
    if (wraps()) this.correctHeights();
    this.pursueGoal();
    this.sheet.style.transform = `translateY(${-this.anchor.offset}px)`;
    this.widen();
    this.shown.painted(this.strip.rows);
  }

  private fill(): void {
    const { pages, lookOf } = this.shown;
    const total = this.shown.rows();
    const count = Math.max(0, Math.min(this.lastSeen + 2, total) - this.anchor.row);
    const chars = this.charsShown();
    const version = this.shown.version();
    this.strip.hold(this.anchor.row, count);
    for (const one of this.strip.rows) one.show(one.index, pages.get(one.index), version, chars, lookOf);
  }

  /** Rows turned out higher or lower than they were thought: what is seen of the first one's end stays where it is. */
  private correctHeights(): void {
    const { row, offset } = this.anchor;
    const thought = this.heights.of(row);
    for (const one of this.strip.rows)
      if (one.row) this.heights.keep(one.index, one.element.getBoundingClientRect().height);
    const difference = this.heights.of(row) - thought;
    if (offset > 0 && difference !== 0)
      this.anchor = clamped({ row, offset: Math.max(0, offset + difference) }, this.extent);
    if (difference !== 0 || !this.strip.at(this.lastSeen)) this.fill();
  }

  private pursueGoal(): void {
    if (this.goal === null) return;
    const anchor = revealing(this.anchor, this.goal, this.extent, false);
    const isThere = anchor.row === this.anchor.row && anchor.offset === this.anchor.offset;
    this.anchor = anchor;
    const { rows } = this.strip;
    const areKnown = rows.every(({ index }) => this.heights.isKnown(index));
    if (isThere && areKnown) this.goal = null;
    // Rows that came with the last step are measured by the next; those whose text is not there yet come with its page.
    else if (!isThere || rows.every(({ row }) => row)) this.schedule();
  }

  /** The view can be scrolled sideways as far as the longest row it has shown, so that it does not jump back at a short one. */
  private widen(): void {
    if (this.shown.wraps()) {
      this.sheet.style.minWidth = '';
      return;
    }
    const needed = Math.max(0, ...this.strip.rows.map((row) => this.widthOf(row)));
    if (needed <= this.widest) return;
    this.widest = needed;
    this.sheet.style.minWidth = `${needed}px`;
  }

  /** Measured only where it must be: to measure, the browser lays out all there is. */
  private widthOf({ text, element: row }: RowElement): number {
    const hasAfter = row.querySelector('.after')?.firstChild;
    const isMeasured =
      (text.isWide || text.text.includes('\t') || hasAfter) && text.text.length < charsAtOnce;
    return isMeasured ? row.scrollWidth : (rowEdges + text.shownLength) * this.charWidth;
  }

  private charsShown(): number {
    if (this.shown.wraps()) return Infinity;
    const right = this.element.scrollLeft + this.size.width;
    return Math.ceil(right / this.charWidth / charsAtOnce + 0.5) * charsAtOnce;
  }

  private scrolledSideways(): void {
    // Nothing but a script or a selection could scroll it so; rows are moved by their anchor alone.
    if (this.element.scrollTop !== 0) this.element.scrollTop = 0;
    this.schedule();
  }
}
