import type { BigLogPlace } from '../../src/protocol/big-log';
import type { PageStart, Row, ViewLine } from '../../src/protocol/log-lines';
import { delayed } from '../shared/delayed';
import type { Host } from './host';
import type { LogModel } from './model';
import type { Pages } from './pages/pages';
import { topAnchor } from './scroller/anchor';
import type { Caret } from './selection/caret';
import type { Viewport } from './viewport';

const restMs = 200;

/** Which line the reader is at, told to the host at once where the caret moved, else when the view rests, and found again when other rows are shown. */
export class Placing {
  private readonly rest;
  private last: BigLogPlace | null = null;
  /** Of places looked for; an older search must not move the view any more. */
  private searches = 0;

  constructor(
    private readonly host: Host,
    private readonly model: LogModel,
    private readonly viewport: Viewport,
    private readonly caret: Caret,
    private readonly pages: Pages,
  ) {
    this.rest = delayed(restMs, () => this.tellHost());
  }

  /** Called when rows were painted or the caret moved. */
  moved(): void {
    const top = this.pages.get(this.viewport.anchor.row)?.line;
    const line = this.pages.get(this.caret.place.row)?.line ?? this.last?.line;
    if (top === undefined) return;
    const { column } = this.caret.place;
    const place = { line: line ?? top, top, column };
    if (JSON.stringify(place) === JSON.stringify(this.last)) return;
    const hasCaretMoved = place.line !== this.last?.line;
    this.last = place;
    // The next command goes on from the caret's line.
    if (hasCaretMoved) this.rest.now();
    else this.rest.ask();
  }

  get place(): BigLogPlace | null {
    return this.last;
  }

  private tellHost(): void {
    if (this.last) this.host.notify('placed', this.last);
  }

  /** Puts the caret on a line and shows it; of a line that is not shown, the next one. Null where another search came first. */
  async goToLine(line: ViewLine, column: number, centred: boolean): Promise<Row | null> {
    const search = ++this.searches;
    const row = await this.rowOf(line);
    if (row === null || search !== this.searches) return null;
    this.caret.goTo({ row, column }, false);
    this.viewport.reveal(row, centred);
    return row;
  }

  /** As it was before other rows were shown: the same line at the upper edge, the caret on its line. */
  async restore(place: BigLogPlace): Promise<void> {
    const search = ++this.searches;
    const [top, row] = await Promise.all([this.rowOf(place.top), this.rowOf(place.line)]);
    if (search !== this.searches) return;
    const { offset } = place.top === this.last?.top ? this.viewport.anchor : topAnchor;
    this.viewport.moveTo({ row: top ?? this.model.rows, offset });
    this.caret.goTo({ row: row ?? top ?? 0, column: place.column }, false);
  }

  /** 0 to 1 of the log's lines, hidden ones too. */
  async goToShare(share: number): Promise<void> {
    const search = ++this.searches;
    const { isIndexed, isFiltered, lines, rows } = this.model;
    const place = Math.floor(share * Math.max(0, lines.lines - 1));
    const row = !isIndexed || !isFiltered ? share * rows : await this.rowOf(await this.lineAt(place));
    if (row === null || search !== this.searches) return;
    this.viewport.moveTo({ row: Math.max(0, Math.floor(row - this.viewport.wholeRows / 2)), offset: 0 });
  }

  private async lineAt(place: number): Promise<ViewLine> {
    return this.model.isMerge ? this.host.call('lineAtPlace', place) : (place as ViewLine);
  }

  /** While lines are counted the host knows the rows of those it counted, and guesses the others. */
  private async rowOf(line: ViewLine): Promise<Row | null> {
    const { lines, isFiltered, isIndexed } = this.model;
    if (!isIndexed && !isFiltered && line >= lines.lines) {
      const start: PageStart = { kind: 'line', line };
      return (await this.host.call('page', { start, before: 0, rows: 1 })).firstRow;
    }
    return this.host.call('rowOfLine', line);
  }
}
