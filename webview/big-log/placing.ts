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
  /** Rises whenever other rows are shown: what was found among the former ones is looked for again. */
  private rowsShown = 0;
  /** Somebody is on the way to a line: when other rows are shown meanwhile, it is still there that they go. */
  private isGoing = false;
  /** Where they come back to where the line they are on the way to is not among those rows. */
  private former: BigLogPlace | null = null;
  /** What is found again in other rows; until it is, what is painted is no place anybody went to. */
  private restoring: BigLogPlace | null = null;

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
    if (this.restoring || this.former) return;
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
    return this.restoring ?? this.former ?? this.last;
  }

  private tellHost(): void {
    if (this.last) this.host.notify('placed', this.last);
  }

  /** Puts the caret on a line and shows it; of a line that is not shown, the next one. Null where another search came first. */
  async goToLine(line: ViewLine, column: number, centred: boolean): Promise<Row | null> {
    const search = this.begin();
    this.isGoing = true;
    try {
      const row = await this.rowNow(line, search);
      if (search !== this.searches) return null;
      this.arrive(row, column, centred);
      return row;
    } finally {
      if (search === this.searches) this.begin();
    }
  }

  private arrive(row: Row | null, column: number, centred: boolean): void {
    const { former } = this;
    this.begin();
    if (row !== null) {
      this.caret.goTo({ row, column }, false);
      this.viewport.reveal(row, centred);
    } else if (former) void this.restore(former);
  }

  /** Asks until its answer is of the rows that are shown, or another search came first. */
  private async rowNow(line: ViewLine, search: number): Promise<Row | null> {
    for (;;) {
      const { rowsShown } = this;
      const row = await this.rowOf(line);
      if (search !== this.searches || rowsShown === this.rowsShown) return row;
    }
  }

  /** Whatever was looked for before is given up, or was found. */
  private begin(): number {
    this.isGoing = false;
    this.former = null;
    this.restoring = null;
    return ++this.searches;
  }

  /** As it was before other rows were shown: the same line at the upper edge, the caret on its line. */
  async restore(place: BigLogPlace): Promise<void> {
    this.rowsShown++;
    if (this.isGoing) {
      this.former ??= place;
      return;
    }
    const search = this.begin();
    this.restoring = place;
    try {
      const [top, row] = await Promise.all([this.rowOf(place.top), this.rowOf(place.line)]);
      if (search === this.searches) this.put(place, top, row);
    } finally {
      if (search === this.searches) this.restoring = null;
    }
  }

  private put(place: BigLogPlace, top: Row | null, row: Row | null): void {
    const { offset } = place.top === this.last?.top ? this.viewport.anchor : topAnchor;
    this.viewport.moveTo({ row: top ?? this.model.rows, offset });
    this.caret.goTo({ row: row ?? top ?? 0, column: place.column }, false);
  }

  /** 0 to 1 of the log's lines, hidden ones too. */
  async goToShare(share: number): Promise<void> {
    const search = this.begin();
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
