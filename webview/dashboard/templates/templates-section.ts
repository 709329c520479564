import { keep, kept } from '../../shared/host';
import { tell } from '../../shared/tell';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import type { DashboardLog } from '../terms';
import { momentText } from '../time-words';
import { listingOf } from './kept-listing';
import { ListingControls } from './listing-controls';
import { Sparklines } from './sparklines';
import { nextDirection } from './table-columns';
import { TemplateActs } from './template-acts';
import { TemplateGrid } from './template-grid';
import { type Listing, type SortKey, TemplateList } from './template-list';
import type { RowSource } from './template-row';
import { templateSentence, templateTable } from './template-table';

export function templatesSection(parts: SectionParts): Section {
  return new TemplatesSection(parts);
}

const keptName = 'templates';

/** All kinds of messages of the log: how often, when, how bad; found, sorted, and gone to. */
class TemplatesSection implements Section {
  readonly shows = ['log', 'range', 'zone'] as const;
  private listing: Listing = listingOf(kept(keptName));
  private list: TemplateList | undefined;
  private version = -1;
  private rows: Uint32Array = new Uint32Array();
  private readonly acts: TemplateActs;
  private readonly grid: TemplateGrid;
  private readonly sparklines: Sparklines;
  private controls: ListingControls | undefined;

  constructor(private readonly parts: SectionParts) {
    this.sparklines = new Sparklines(parts.host, () => this.grid.draw());
    this.acts = new TemplateActs(parts, () => this.grid.draw());
    this.grid = new TemplateGrid({
      sortBy: (key) => this.sortBy(key),
      act: (row, action) => this.list && this.acts.act(this.list, row, action),
      seen: (rows) => this.seen(rows),
    });
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const { host, model } = this.parts;
    const { range, state } = model;
    const version = state.log?.version ?? -1;
    const isSame = version === this.version;
    const columns = (isSame && this.list?.columns) || (await host.call('templates', undefined, { signal }));
    const inRange = range ? await host.call('templateCounts', range, { signal }) : null;
    if (!isSame) this.acts.forget();
    this.version = version;
    this.list = new TemplateList(columns, range, inRange);
    if (this.list.records === 0) return this.nothing(range !== null);
    this.sparklines.reset(version, range);
    this.put();
    this.show();
    return this.shown(this.list);
  }

  private nothing(hasRange: boolean): Shown {
    const { model } = this.parts;
    if (!hasRange) return { kind: 'empty', text: tell('The log holds no records, and so no templates.') };
    return {
      kind: 'empty',
      text: tell('No record lies in the range.'),
      cure: { label: tell('Show all of its time'), press: () => model.setRange(null) },
    };
  }

  private shown(list: TemplateList): Shown {
    const { model } = this.parts;
    const table = () => templateTable(list, this.rows, model.state.zone);
    return {
      kind: 'content',
      sentence: templateSentence(list, model.range !== null),
      // As it is sorted and searched when it is asked for: 50,000 rows are not made to be thrown away.
      get tables() {
        return [table()];
      },
      picture: null,
    };
  }

  private put(): void {
    if (this.controls) return;
    this.controls = new ListingControls(this.listing, (change) => this.change(change));
    this.parts.frame.body.append(this.controls.element, this.grid.element);
  }

  private show(): void {
    const { list } = this;
    if (!list) return;
    this.rows = list.rows(this.listing);
    const { sort, isDescending } = this.listing;
    this.grid.showSort(sort, isDescending);
    this.grid.show(this.sourceOf(list), this.rows, tell('No template fits what is searched for.'));
    const listable = list.counts.reduce((sum, count) => sum + Number(count > 0), 0);
    this.controls?.show(this.parts.model.range !== null, this.rows.length, listable);
  }

  private sourceOf(list: TemplateList): RowSource {
    const { zone, log } = this.parts.model.state;
    const most = list.counts.reduce((high, count) => Math.max(high, count), 0);
    return {
      list,
      zone,
      isOneDay: log !== null && isOneDay(log, zone),
      isUntimed: log?.firstTime == null,
      mostShare: most / Math.max(1, list.records),
      labelOf: (row) => this.acts.labelOf(list, row),
      sparklineOf: (row) => this.sparklines.of(list.idOf(row)),
    };
  }

  private seen(rows: readonly number[]): void {
    const { list } = this;
    if (list && this.parts.model.state.log?.firstTime != null)
      this.sparklines.want(rows.map((row) => list.idOf(row)));
  }

  private sortBy(sort: SortKey): void {
    this.change({ sort, isDescending: nextDirection(sort, this.listing) });
  }

  private change(change: Partial<Listing>): void {
    this.listing = { ...this.listing, ...change };
    keep(keptName, this.listing);
    this.grid.scrollToTop();
    this.show();
  }
}

function isOneDay({ firstTime, lastTime }: DashboardLog, zone: string): boolean {
  if (firstTime === null || lastTime === null) return false;
  return momentText(firstTime, zone).slice(0, 10) === momentText(lastTime, zone).slice(0, 10);
}
