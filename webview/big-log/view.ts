import type { BigLogState, SelectedLines, SelectedStretch } from '../../src/protocol/big-log';
import type { PageRow } from '../../src/protocol/log-lines';
import { keptNumber } from '../shared/host';
import { tell } from '../shared/tell';
import { Bars } from './bars';
import { ColumnsHeader } from './columns/columns-header';
import { type Commanded, listenToKeys, run } from './commands';
import { DetailsPanel } from './details/details-panel';
import { RowFacts } from './facts/row-facts';
import { RowLabels } from './facts/row-labels';
import { included, withClauses } from './filter/clauses';
import { Finder } from './find/finder';
import { FoundSpans } from './find/found-spans';
import type { Host } from './host';
import { ReasonsHover } from './hover/reasons-hover';
import { putTogether } from './layout';
import { LogModel } from './model';
import { Pages } from './pages/pages';
import { Placing } from './placing';
import { Painting } from './rows/painting';
import { RowActions } from './rows/row-actions';
import type { RowElement } from './rows/row-element';
import { RowLooks, timeText } from './rows/row-looks';
import { ScrollbarView } from './scroller/scrollbar-view';
import { Caret } from './selection/caret';
import { Copying } from './selection/copying';
import { RowPointer } from './selection/pointer';
import { isEmpty, ordered, selectedSpan } from './selection/selection';
import { Notices } from './status/notice';
import { ProgressLine } from './status/progress-line';
import { SelectedTime } from './status/selected-time';
import { StatusLine } from './status/status-line';
import { StripView } from './strip/strip-view';
import { type Told, Updates } from './updates';
import { Viewport } from './viewport';
import { WishedReading } from './wished-reading';

/** The view of one log: makes its parts and connects them. */
export class View implements Commanded, Told {
  readonly model: LogModel;
  readonly pages: Pages;
  readonly viewport: Viewport;
  readonly caret: Caret;
  readonly finder: Finder;
  readonly bars: Bars;
  readonly details: DetailsPanel;
  readonly hover: ReasonsHover;
  readonly copying: Copying;
  readonly rowActions: RowActions;
  readonly placing: Placing;
  readonly updates: Updates;
  readonly wishes: WishedReading;
  private readonly facts: RowFacts;
  private readonly labels: RowLabels;
  private readonly spans: FoundSpans;
  private readonly painting: Painting;
  private readonly columns: ColumnsHeader;
  private readonly scrollbar: ScrollbarView;
  private readonly strip: StripView;
  private readonly progress: ProgressLine;
  private readonly status: StatusLine;
  private whenPainted: (() => void) | undefined;
  private rowToExplain: number | undefined;

  constructor(
    private readonly host: Host,
    state: BigLogState,
  ) {
    const model = new LogModel(state);
    const again = () => this.viewport.schedule();
    this.model = model;
    this.wishes = new WishedReading(model, (change) => host.notify('changeReading', change));
    this.pages = new Pages({
      page: (request) => host.call('page', request),
      arrived: again,
      failed: (error) => this.status.say(error instanceof Error ? error.message : String(error)),
    });
    this.facts = new RowFacts(host, model, this.pages, again);
    this.labels = new RowLabels(host, model, this.pages, again);
    const looks = new RowLooks(model, this.facts, this.labels, again);
    this.viewport = new Viewport({
      pages: this.pages,
      lookOf: looks.of,
      rows: () => model.rows,
      lines: () => model.lines.estimatedLines,
      version: () => model.version,
      isGuess: (row) => model.isGuess(row),
      wraps: () => model.reading.wraps,
      showsGaps: () => model.reading.showsGaps,
      showsVerdicts: () => model.hasLabelledLines,
      follows: () => model.following.on,
      painted: (rows) => this.painted(rows),
    });
    this.columns = new ColumnsHeader(model, this.viewport, () => host.notify('chooseColumns', undefined));
    this.caret = new Caret(model, this.viewport, this.pages);
    this.spans = new FoundSpans(host, model, again);
    this.painting = new Painting(model, this.caret, this.spans);
    this.rowActions = new RowActions(host, this.pages, looks, this.viewport);
    this.placing = new Placing(host, model, this.viewport, this.caret, this.pages);
    this.updates = new Updates(model, this.viewport, this.pages, this.placing);
    this.finder = this.makeFinder();
    this.bars = new Bars(host, model, this.barActions());
    this.details = this.makeDetails();
    this.hover = this.makeHover();
    this.progress = new ProgressLine(model, () => host.notify('cancelAnalysis', undefined));
    const time = new SelectedTime(host, model, this.pages, () => this.status.show());
    this.status = new StatusLine(model, this.caret, (row) => this.numberOf(row), time, this.progress.words, {
      followed: (on) => host.notify('follow', on),
      analyse: () => host.notify('analyse', undefined),
      showEverything: () => this.showEverything(),
    });
    this.copying = new Copying(host, this.caret, this.pages, (sentence) => this.status.say(sentence));
    this.scrollbar = new ScrollbarView(this.viewport, () => model.rows);
    this.strip = new StripView(host, model, this.viewport, (share) => void this.placing.goToShare(share));
    this.listen();
  }

  /** Puts the view into the page; `painted` is called when its first rows are on screen. */
  open(page: HTMLElement, state: BigLogState, painted: () => void): void {
    const { host, model } = this;
    const notices = new Notices(
      model,
      () => this.showEverything(),
      () => host.notify('openAgain', undefined),
    );
    this.whenPainted = painted;
    page.replaceChildren(
      putTogether(
        model,
        {
          filter: this.bars.filterSlot,
          float: this.bars.floatSlot,
          progress: this.progress.element,
          banner: notices.banner,
          empty: notices.empty,
          columns: this.columns.element,
          rows: this.viewport.element,
          strip: this.strip.element,
          scrollbar: this.scrollbar.element,
          details: this.details.element,
          status: this.status.element,
          hover: this.hover.element,
        },
        {
          run: this.run,
          listGaps: () => host.notify('listLongestGaps', undefined),
          toggleLabels: () => this.wishes.change({ showsLabels: this.wishes.now.showsLabels !== true }),
          toggleColumns: () => host.notify('toggleColumns', undefined),
        },
      ),
    );
    this.viewport.measure();
    if (state.place) void this.placing.restore(state.place);
    else if (state.following.on) this.viewport.toEnd();
    if (keptNumber('detailsOpen') === 1) this.run('toggleDetails');
    this.viewport.element.focus({ preventScroll: true });
  }

  readonly run = (command: Parameters<Told['run']>[0]): void => run(command, this);

  sayFindProgress(text: string): void {
    this.bars.showFindProgress(text);
  }

  /** Where its page has not come yet, once it is painted: unless the caret has left it by then. */
  showReasons(row: number): void {
    this.rowToExplain = row;
    this.viewport.renderNow();
  }

  private explainRow(): void {
    const row = this.rowToExplain;
    if (row === undefined) return;
    const shown = this.viewport.strip.at(row);
    const isLeft = this.caret.selection.caret.row !== row;
    if (isLeft || shown?.row) this.rowToExplain = undefined;
    if (!isLeft && shown?.row) void this.hover.show(shown);
  }

  selected(): SelectedStretch | null {
    const { selection } = this.caret;
    const { row } = ordered(selection)[0];
    const shown = this.pages.get(row);
    if (!shown || shown.cells) return null;
    const { text } = shown;
    const [start, end] = selectedSpan(selection, row, text.length) ?? [0, 0];
    return start < end ? { text, start, end } : null;
  }

  async selectedLines(): Promise<SelectedLines | null> {
    return isEmpty(this.caret.selection) ? null : this.copying.selectedLines();
  }

  private showEverything(): void {
    this.wishes.change({ filter: withClauses(this.wishes.now.filter, []), noise: 0 });
  }

  private painted(rows: readonly RowElement[]): void {
    const [first, last] = [rows.at(0)?.index ?? 0, rows.at(-1)?.index ?? 0];
    this.painting.paint(rows);
    this.columns.align();
    this.scrollbar.show();
    this.strip.showWindow();
    this.placing.moved();
    this.details.show(this.rowActions.lineOf(this.caret.place.row));
    void this.facts.want(first, last);
    void this.labels.want(first, last);
    this.explainRow();
    if (this.model.found) void this.spans.want(rows.flatMap(({ row, text }) => (row ? [text.text] : [])));
    if (this.whenPainted && (rows.some(({ row }) => row) || this.model.rows === 0)) {
      this.whenPainted();
      this.whenPainted = undefined;
    }
  }

  private listen(): void {
    const { viewport, hover } = this;
    listenToKeys(this);
    hover.watch(viewport.element);
    new RowPointer(viewport, this.caret, {
      link: (row, link) => this.rowActions.follow(row, link),
      fold: (row) => this.rowActions.unfold(row),
      more: (row) => void this.rowActions.showMore(row),
    });
    this.model.listen((change) => {
      viewport.schedule();
      if (change === 'caret') this.details.show(this.rowActions.lineOf(this.caret.place.row));
      if (change === 'analysis') this.details.refresh();
      if (change === 'reading' && this.hover.isShown) this.hover.hide();
    });
    window.addEventListener('focus', () => {
      if (document.activeElement === document.body) viewport.element.focus({ preventScroll: true });
    });
  }

  private makeFinder(): Finder {
    return new Finder(
      this.host,
      this.model,
      () => this.caret.place.row,
      (row, span) => this.caret.show(row, span),
      (status) => this.bars.sayFound(status),
    );
  }

  private barActions(): ConstructorParameters<typeof Bars>[2] {
    return {
      finder: this.finder,
      wishes: this.wishes,
      goToLine: (line) => void this.placing.goToLine(line, 0, true),
      caretSource: () => this.pages.get(this.caret.place.row)?.source ?? 0,
      focusRows: () => this.viewport.element.focus({ preventScroll: true }),
    };
  }

  private makeDetails(): DetailsPanel {
    return new DetailsPanel(this.host, {
      timeText: (time) => {
        const { zone } = this.model.reading;
        return timeText(time, zone === 'written' ? 'UTC' : zone);
      },
      whyNothing: () =>
        this.model.isAnalysed
          ? tell('This line has no fields and is of no template.')
          : tell('Fields and parameters are known once anomalies were detected.'),
      onlyThisValue: (name, value) => {
        const { filter } = this.wishes.now;
        const clause = included({ kind: 'field', name, value });
        this.wishes.change({ filter: withClauses(filter, [...filter.clauses, clause]) });
      },
      copied: () => this.status.say(tell('Copied the value')),
      closed: () => this.viewport.element.focus({ preventScroll: true }),
    });
  }

  private makeHover(): ReasonsHover {
    const rowOf = (target: EventTarget | null) => {
      const there = target instanceof Element ? target.closest('.row') : null;
      return this.viewport.strip.rows.find(({ element }) => element === there) ?? null;
    };
    return new ReasonsHover(this.host, (row: PageRow, action) => this.rowActions.mark(row, action), rowOf);
  }

  private numberOf(index: number): string {
    const row = this.pages.get(index);
    return row?.exact ? tell('Line {0}', row.number) : '';
  }
}
