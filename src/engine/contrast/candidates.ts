import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { Candidate } from './candidate';
import type { ColumnItem, ContrastItem } from './contrast-item';
import { sharesOf } from './difference';
import type { SureDifference } from './differences';
import type { LookedAt } from './looked-at';
import { Part } from './part-runs';
import type { ValueGroup } from './value-groups';

/** Records looked at: what goes with what is seen by them. */
export interface LookedRecords {
  /** Ascending. */
  readonly records: Uint32Array;
  readonly parts: Uint8Array;
  /** Undefined where values were not asked for. */
  readonly looked: LookedAt | undefined;
}

export interface CandidateSource {
  readonly records: RecordTable;
  readonly templateOfSignature: Uint32Array;
}

/** A sure difference as a candidate, with the item it is of. */
export interface ItemCandidate extends Candidate {
  readonly item: ContrastItem;
}

/** A place whose values the template decides leaves so little of its uncertainty at most, where it is known. */
const decidedShare = 0.2;
/** Of the records of one. */
const mostOfTemplate = 2_000;

export function candidateOf(
  source: CandidateSource,
  seen: LookedRecords,
  { item, count, opportunity, difference, chance }: SureDifference<ContrastItem>,
): ItemCandidate {
  const known = { item, shares: sharesOf(count, opportunity), difference, chance };
  if (item.kind !== 'value')
    return {
      ...known,
      kind: item.kind,
      factor: item.kind,
      subject: `${item.kind} ${item.id}`,
      isScoped: false,
      rows: rowsWith(source, seen, item),
      of: null,
      followsTemplate: item.kind !== 'template',
    };
  const { group, rows, of } = item;
  return {
    ...known,
    kind: group.isHost ? 'host' : 'value',
    factor: group.key,
    subject: `${group.key} ${item.value}`,
    isScoped: item.within !== null,
    rows,
    of,
    followsTemplate: seen.looked !== undefined && isDecidedByTemplate(seen.parts, seen.looked, group),
  };
}

function rowsWith(
  { records, templateOfSignature }: CandidateSource,
  { records: looked }: LookedRecords,
  { kind, id }: ColumnItem,
): Uint32Array {
  const { level, component, signature } = records;
  const idOf = {
    level: (record: number) => level.get(record),
    component: (record: number) => component.get(record),
    template: (record: number) => templateOfSignature[signature.get(record)],
  }[kind];
  const rows: number[] = [];
  for (let row = 0; row < looked.length; row++) if (idOf(looked[row]) === id) rows.push(row);
  return Uint32Array.from(rows);
}

/**
 * Whether knowing the template leaves next to nothing open of what stands there (a logger's name, a line of source), by what focus is
 * held against: of the records without the commonest value, how many are without that of their template.
 */
export function isDecidedByTemplate(
  parts: Uint8Array,
  { table }: LookedAt,
  { columns }: ValueGroup,
): boolean {
  const all = new Map<number, number>();
  let [records, ofTemplates] = [0, 0];
  for (const column of columns) {
    const values = table.valuesIn(column);
    const recordsIn = table.recordsIn(column);
    const own = new Map<number, number>();
    const step = Math.ceil(values.length / mostOfTemplate);
    for (let i = 0; i < values.length; i += step) {
      if (parts[table.rowOf(recordsIn[i] as RecordIndex)] !== Part.against) continue;
      own.set(values[i], (own.get(values[i]) ?? 0) + 1);
      all.set(values[i], (all.get(values[i]) ?? 0) + 1);
      records++;
    }
    ofTemplates += greatest(own);
  }
  return records - ofTemplates <= decidedShare * (records - greatest(all));
}

function greatest(counts: ReadonlyMap<number, number>): number {
  let most = 0;
  for (const count of counts.values()) most = Math.max(most, count);
  return most;
}
