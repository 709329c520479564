import type { ValueLog } from '../features/values/gather-values';
import { type ItemCandidate, isDecidedByTemplate, type LookedRecords } from './candidates';
import { areClocks } from './clock-values';
import { type ContrastItem, itemsOfGroup, type ValueOfGroup } from './contrast-item';
import { fewestHistoryWindows } from './difference';
import { type CountedItem, familyOf, type ItemFamily } from './family';
import type { LookedAt } from './looked-at';
import type { PartRuns } from './part-runs';
import { type RowParts, rowParts } from './row-parts';
import { type ScopedValue, ScopedValues } from './scoped-values';
import { type CountedGroup, ValueCounts } from './value-counts';
import { groupKey, type ValueGroup, valueGroups } from './value-groups';
import { mostRecounted, type Recount, recount } from './value-recount';

export interface ValueStageInput extends LookedRecords {
  readonly runs: PartRuns;
  readonly looked: LookedAt;
}

/** What is over-represented has so many records looked into at most. */
const mostScopes = 12;
/** Fewer records of the same elsewhere say nothing of what values they usually have. */
const leastOfSame = 20;

/** Compares values: first of all records that have them, then of those that are over-represented. */
export class ValueStage {
  private readonly groups: readonly ValueGroup[];
  private readonly parts: RowParts;
  private readonly counts: ValueCounts;
  private readonly countedGroups = new Map<ValueGroup, CountedGroup>();

  constructor(
    private readonly log: ValueLog,
    private readonly input: ValueStageInput,
  ) {
    const { runs, looked, records } = input;
    this.groups = valueGroups(looked.table.columns).filter((group) => !areClocks(group, looked.table));
    this.parts = rowParts(records, runs);
    this.counts = new ValueCounts(looked.table, this.parts, runs.windowCount);
  }

  /** Of the records looked at; `isExact`: the most telling of them counted again in all records. */
  *family(isExact: boolean): Generator<number, ItemFamily<ContrastItem>> {
    const { runs, looked, records } = this.input;
    const items: CountedItem<ValueOfGroup>[] = [];
    for (const group of this.groups) {
      for (const item of itemsOfGroup(group, this.counts)) items.push(item);
      yield 0;
    }
    if (!isExact || records.length === runs.records) return familyOf(items, runs.windowCount);
    const family = familyOf(items, runs.windowCount, mostRecounted);
    const recounts = yield* recount(
      this.log,
      runs,
      looked,
      family.items.map(({ item }) => item),
    );
    return { ...family, items: family.items.map((one, i) => recounted(one, recounts[i])) };
  }

  /** What the records of each thing that is over-represented have in common, where they usually have not. */
  within(candidates: readonly ItemCandidate[]): ItemFamily<ContrastItem> {
    const { runs, looked } = this.input;
    const groupOfKey = new Map(this.groups.map(({ key }, i) => [key, i]));
    const groupOfColumn = Int32Array.from(
      looked.table.columns,
      (column) => groupOfKey.get(groupKey(column)) ?? -1,
    );
    const values = new ScopedValues(looked.table, this.parts, groupOfColumn, runs.windowCount);
    const scopes = candidates.filter(({ difference }) => difference.direction === 'over');
    const items = scopes
      .slice(0, mostScopes)
      .flatMap((scope) =>
        values.within(scope.rows.toSorted()).flatMap((value) => this.itemsOf(value, scope)),
      );
    return { ...familyOf(items, runs.windowCount), clumps: null };
  }

  private itemsOf(scoped: ScopedValue, scope: ItemCandidate): CountedItem<ContrastItem>[] {
    const { value, rows, of, count, opportunity } = scoped;
    const group = this.groups[scoped.group];
    if (group.key === scope.factor) return [];
    const item: ValueOfGroup = {
      ...{ kind: 'value', group, value, rows, of, within: scope.item, first: null },
    };
    const isKnown = opportunity.against >= leastOfSame && opportunity.windows >= fewestHistoryWindows;
    return isKnown ? [{ item, count, opportunity }] : this.heldAgainstAll(item, scoped);
  }

  /** Of a new thing: what its records have in common, against all others that have such a field. */
  private heldAgainstAll(
    item: ValueOfGroup,
    { count, opportunity }: ScopedValue,
  ): CountedItem<ContrastItem>[] {
    const { parts, looked } = this.input;
    if (isDecidedByTemplate(parts, looked, item.group)) return [];
    const all = this.countedGroup(item.group);
    const own = all.items.find(({ value }) => value === item.value)?.count;
    const { against, windows, counts } = own ?? { against: 0, windows: [], counts: [] };
    return [
      {
        item,
        count: { focus: count.focus, against, windows, counts },
        opportunity: all.opportunity.withFocus(opportunity.focus),
      },
    ];
  }

  private countedGroup(group: ValueGroup): CountedGroup {
    const known = this.countedGroups.get(group) ?? this.counts.count(group);
    this.countedGroups.set(group, known);
    return known;
  }
}

function recounted(
  { item, count, opportunity }: CountedItem<ValueOfGroup>,
  { first, ...all }: Recount,
): CountedItem<ContrastItem> {
  return { item: { ...item, first }, ...all, among: { count, opportunity } };
}
