import { gatherValues, type ValueLog, type ValueSink } from '../features/values/gather-values';
import type { Stretch } from '../features/values/stretches';
import type { ColumnId, ValueColumns } from '../features/values/value-columns';
import { ValuePool } from '../features/values/value-pool';
import type { RecordIndex, SourceIndex } from '../model/units';
import type { ValueOfGroup } from './contrast-item';
import type { ItemCount } from './item-history';
import type { LookedAt } from './looked-at';
import { Opportunity } from './opportunity';
import { Part, type PartRuns } from './part-runs';
import { noWindow } from './time-regions';
import { groupKey } from './value-groups';

/** A value that is worth counting in all records. */
export type SeenValue = Pick<ValueOfGroup, 'group' | 'value'>;

export interface Recount {
  readonly count: ItemCount;
  readonly opportunity: Opportunity;
  /** In focus, and in what it is held against; -1 where there is none. */
  readonly first: readonly [focus: number, against: number];
}

/** More would take a counter each for every window. */
export const mostRecounted = 300;
const recordsAStretch = 1 << 16;
const noGroup = -1;

/**
 * Counts values in all records of the logs: two to five microseconds a record. Yields the share done every few hundred records.
 *
 * @param seen at most `mostRecounted`
 * @returns one each
 */
export function* recount(
  log: ValueLog,
  runs: PartRuns,
  looked: LookedAt,
  seen: readonly SeenValue[],
): Generator<number, Recount[]> {
  const sink = new CandidateCounts(runs, looked, seen);
  const { recordCount } = log.records;
  for (const _ of gatherValues(log, wholeLogs(log), looked.columns, sink)) yield sink.record / recordCount;
  return seen.map((_, i) => sink.recountOf(i));
}

function* wholeLogs({ records }: ValueLog): Generator<Stretch> {
  for (const [index, { role, firstRecord, records: count }] of records.sources.entries()) {
    if (role !== 'log') continue;
    for (let from: number = firstRecord; from < firstRecord + count; from += recordsAStretch) {
      const to = Math.min(firstRecord + count, from + recordsAStretch);
      yield { source: index as SourceIndex, from: from as RecordIndex, to: to as RecordIndex };
    }
  }
}

class CandidateCounts implements ValueSink {
  readonly isFull = false;
  record = 0;
  private readonly columns: ValueColumns;
  private run = 0;
  private readonly pool = new ValuePool();
  private readonly groups: readonly string[];
  private readonly groupOfKey: ReadonlyMap<string, number>;
  private readonly groupOfColumn: number[] = [];
  /** By group and value of the pool: the value's place in `seen`, or -1. */
  private readonly placeOf: Int32Array;
  private readonly items: WindowCounts;
  private readonly ofs: WindowCounts;
  private readonly firsts: Int32Array[];

  constructor(
    private readonly runs: PartRuns,
    { table, columns }: LookedAt,
    private readonly seen: readonly SeenValue[],
  ) {
    this.columns = columns;
    this.groups = [...new Set(seen.map(({ group }) => group.key))];
    this.groupOfKey = new Map(this.groups.map((key, i) => [key, i]));
    this.placeOf = new Int32Array(this.groups.length * seen.length).fill(-1);
    for (const [i, { group, value }] of seen.entries()) {
      const bytes = table.bytesOf(value);
      const id = this.pool.idOf(bytes, 0, bytes.length) ?? 0;
      this.placeOf[(this.groupOfKey.get(group.key) ?? 0) * seen.length + id] = i;
    }
    this.items = new WindowCounts(seen.length, runs.windowCount);
    this.ofs = new WindowCounts(this.groups.length, runs.windowCount);
    this.firsts = [Part.focus, Part.against].map(() => new Int32Array(seen.length).fill(-1));
  }

  begin(record: RecordIndex): void {
    this.record = record;
    while (this.run < this.runs.length - 1 && this.runs.to(this.run) <= record) this.run++;
    const [part, window] = [this.runs.part(this.run), this.runs.window(this.run)];
    this.items.begin(part, window);
    this.ofs.begin(part, window);
  }

  add(column: ColumnId, bytes: Uint8Array, start: number, end: number): void {
    if (end <= start) return;
    const group = this.groupOfColumn[column] ?? this.openColumn(column);
    if (group === noGroup) return;
    this.ofs.add(group);
    const value = this.pool.known(bytes, start, end);
    const place = value === undefined ? -1 : this.placeOf[group * this.seen.length + value];
    if (place < 0) return;
    this.items.add(place);
    const first = this.firsts[this.runs.part(this.run)];
    if (first !== undefined && first[place] < 0) first[place] = this.record;
  }

  recountOf(place: number): Recount {
    const group = this.groupOfKey.get(this.seen[place].group.key) ?? 0;
    const { focus, against, byWindow } = this.ofs.of(group);
    const own = this.items.of(place);
    const windows = [...own.byWindow.keys()].filter((window) => own.byWindow[window] > 0);
    const counts = windows.map((window) => own.byWindow[window]);
    return {
      count: { focus: own.focus, against: own.against, windows, counts },
      opportunity: new Opportunity(focus, against, byWindow),
      first: [this.firsts[Part.focus][place], this.firsts[Part.against][place]],
    };
  }

  private openColumn(column: ColumnId): number {
    const group = this.groupOfKey.get(groupKey(this.columns.list[column])) ?? noGroup;
    this.groupOfColumn[column] = group;
    return group;
  }
}

/** Counters by part and by window. */
class WindowCounts {
  private readonly byPart: Uint32Array;
  private readonly byWindow: Uint32Array;
  private part: Part = Part.neither;
  private window = noWindow;

  constructor(
    private readonly length: number,
    private readonly windowCount: number,
  ) {
    this.byPart = new Uint32Array(length * 3);
    this.byWindow = new Uint32Array(length * windowCount);
  }

  begin(part: Part, window: number): void {
    this.part = part;
    this.window = window;
  }

  add(index: number): void {
    this.byPart[this.part * this.length + index]++;
    if (this.window !== noWindow) this.byWindow[index * this.windowCount + this.window]++;
  }

  of(index: number) {
    const { byPart, byWindow, length, windowCount } = this;
    return {
      focus: byPart[Part.focus * length + index],
      against: byPart[Part.against * length + index],
      byWindow: byWindow.subarray(index * windowCount, (index + 1) * windowCount),
    };
  }
}
