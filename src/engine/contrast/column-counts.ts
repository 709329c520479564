import { templatesOfSignatures } from '../features/mined-templates';
import { Level } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { TemplateMiner } from '../templates/template-miner';
import { seldomWindows, sharesOf } from './difference';
import { isPromising } from './family';
import { type ItemCount, ItemHistory, type WindowList } from './item-history';
import { ItemTotals } from './item-totals';
import { Opportunity } from './opportunity';
import { Part, type PartRuns } from './part-runs';
import { noWindow } from './time-regions';

export type ColumnKind = 'level' | 'template' | 'component';
export const columnKinds: readonly ColumnKind[] = ['level', 'template', 'component'];

/** Levels, templates and components of all records, by window. */
export interface ColumnCounts {
  /** By kind, then by number of the level, the template, the component. */
  readonly items: Readonly<Record<ColumnKind, readonly ItemCount[]>>;
  /** All records. */
  readonly opportunity: Opportunity;
  readonly templateOfSignature: Uint32Array;
}

export interface ColumnSource {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'signatureCount' | 'templateOf'>;
  /** Distinct components, "none" counted. */
  readonly componentCount: number;
}

const recordsAStep = 1 << 16;
const nothing: WindowList = { windows: [], counts: [] };
const notWanted = -1;

/**
 * Counts by part, then the windows of what could differ, and of what stands in few of them. Ten million records take a quarter
 * of a second. Yields at least every 65,536.
 */
export function* columnCounts(source: ColumnSource, runs: PartRuns): Generator<void, ColumnCounts> {
  const columns = new Columns(source);
  const totals = {
    level: new ItemTotals(Object.keys(Level).length),
    template: new ItemTotals(columns.templateLimit),
    component: new ItemTotals(source.componentCount),
  };
  for (let run = 0; run < runs.length; run++) {
    for (const kind of columnKinds) {
      totals[kind].begin(runs.part(run), runs.window(run));
      columns.tell(kind, runs.from(run), runs.to(run), totals[kind]);
    }
    if (columns.pauses()) yield;
  }
  const opportunity = opportunityOf(runs);
  const items = {
    level: yield* withHistory('level', columns, totals.level, opportunity, runs),
    template: yield* withHistory('template', columns, totals.template, opportunity, runs),
    component: yield* withHistory('component', columns, totals.component, opportunity, runs),
  };
  return { items, opportunity, templateOfSignature: columns.templateOfSignature };
}

/** Of items that cannot differ and say nothing of what is seldom the windows are left out. */
function* withHistory(
  kind: ColumnKind,
  columns: Columns,
  totals: ItemTotals,
  opportunity: Opportunity,
  runs: PartRuns,
): Generator<void, ItemCount[]> {
  const countOf = (item: number) => ({ focus: totals.focus[item], against: totals.against[item] });
  const wanted = Array.from({ length: totals.length }, (_, item) => item).filter(
    (item) =>
      isPromising(sharesOf(countOf(item), opportunity)) ||
      (totals.spread[item] > 0 && totals.spread[item] <= mostSpread),
  );
  const history = new ItemHistory(wanted.length);
  const slots = new Int32Array(totals.length).fill(notWanted);
  for (const [slot, item] of wanted.entries()) slots[item] = slot;
  for (const run of wanted.length === 0 ? [] : runs.inOrderOfWindows()) {
    if (runs.window(run) === noWindow) continue;
    history.begin(runs.window(run));
    columns.tellWanted(kind, runs.from(run), runs.to(run), slots, history);
    if (columns.pauses()) yield;
  }
  const lists = history.finish();
  const items = Array.from({ length: totals.length }, (_, item) => ({ ...countOf(item), ...nothing }));
  for (const [slot, item] of wanted.entries()) items[item] = { ...countOf(item), ...lists[slot] };
  return items;
}

/** A window that several logs have comes again with each. */
const mostSpread = 4 * seldomWindows;

function opportunityOf(runs: PartRuns): Opportunity {
  const byWindow = new Uint32Array(runs.windowCount);
  for (let run = 0; run < runs.length; run++) {
    const window = runs.window(run);
    if (window !== noWindow) byWindow[window] += runs.to(run) - runs.from(run);
  }
  return new Opportunity(runs.recordsOf(Part.focus), runs.recordsOf(Part.against), byWindow);
}

/** A loop of its own for each column: each finds its block once, and knows what it calls. */
class Columns {
  readonly templateOfSignature: Uint32Array;
  readonly templateLimit: number;
  private told = 0;

  constructor(private readonly source: ColumnSource) {
    this.templateOfSignature = templatesOfSignatures(source.miner);
    this.templateLimit = this.templateOfSignature.reduce((limit, id) => Math.max(limit, id + 1), 0);
  }

  /** Whether it is time to let others in. */
  pauses(): boolean {
    if (this.told < recordsAStep) return false;
    this.told = 0;
    return true;
  }

  tell(kind: ColumnKind, from: number, to: number, totals: ItemTotals): void {
    const { records } = this.source;
    this.told += to - from;
    if (kind === 'template') {
      const { templateOfSignature } = this;
      for (let i = from; i < to; i++) totals.add(templateOfSignature[records.signature.get(i)]);
    } else if (kind === 'level') for (let i = from; i < to; i++) totals.add(records.level.get(i));
    else for (let i = from; i < to; i++) totals.add(records.component.get(i));
  }

  tellWanted(kind: ColumnKind, from: number, to: number, slots: Int32Array, history: ItemHistory): void {
    const { records } = this.source;
    this.told += to - from;
    for (let i = from; i < to; i++) {
      const item =
        kind === 'template'
          ? this.templateOfSignature[records.signature.get(i)]
          : kind === 'level'
            ? records.level.get(i)
            : records.component.get(i);
      if (slots[item] !== notWanted) history.add(slots[item]);
    }
  }
}
