import type { FilterTest } from '../filter/filter';
import type { Level } from '../model/level';
import { levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, TemplateId } from '../model/units';
import type { TemplateMiner } from '../templates/template-miner';
import type { ItemCandidate, LookedRecords } from './candidates';
import type { Contrasted } from './contrast';
import type { ColumnItem, ContrastItem, ValueOfGroup } from './contrast-item';
import { Part, type PartRuns } from './part-runs';
import { contrastSentence } from './sentences';

/** What writing a contrast reads. */
export interface WrittenFrom {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'template'>;
  readonly templateOfSignature: Uint32Array;
  readonly componentName: (component: number) => string;
  readonly runs: PartRuns;
  readonly seen: LookedRecords;
  /** Values were counted in the records looked at alone, and those are not all. */
  readonly areValuesSampled: boolean;
  /** Not all records were looked at. */
  readonly areSomeLookedAt: boolean;
}

type Said = Pick<Contrasted, 'name' | 'value' | 'within' | 'template' | 'filter' | 'isSampled'> & {
  readonly record: number;
};

/** Longer values are cut where they are kept, and an escape may be written otherwise: no clause would find them. */
const longestFiltered = 255;

export function written(candidate: ItemCandidate, from: WrittenFrom): Contrasted {
  const { kind, item, shares, difference, chance } = candidate;
  const part = shares.focus > 0 ? Part.focus : Part.against;
  const { record, ...said } =
    item.kind === 'value' ? valueSaid(item, part, from) : columnSaid(item, part, from);
  const subject = said.name === '' ? said.value : `${said.name} = ${said.value}`;
  return {
    kind,
    ...said,
    direction: difference.direction,
    focusCount: shares.focus,
    againstCount: shares.against,
    focusOf: shares.focusOf,
    againstOf: shares.againstOf,
    ratio: difference.ratio,
    interval: difference.interval,
    chance,
    message: contrastSentence(candidate, subject, said.within),
    line: from.records.firstLine.get(record) as LineIndex,
  };
}

function columnSaid(item: ColumnItem, part: Part, from: WrittenFrom): Said {
  const record = firstWith(item, part, from);
  const plain = { name: '', within: null, isSampled: false, record };
  if (item.kind === 'template') {
    const template = item.id as TemplateId;
    const title = nameOf(item, from);
    const { pieces } = from.miner.template(template);
    return { ...plain, value: title, template, filter: { kind: 'template', title, pieces } };
  }
  const value = nameOf(item, from);
  return { ...plain, value, template: null, filter: { kind: 'field', name: item.kind, value } };
}

function valueSaid({ group, value, rows, within, first }: ValueOfGroup, part: Part, from: WrittenFrom): Said {
  const { seen } = from;
  const text = seen.looked?.table.text(value) ?? '';
  const own = rows.filter((row) => seen.parts[row] === part);
  const earliest = own.reduce((least, row) => Math.min(least, row), seen.records.length - 1);
  return {
    name: group.name,
    value: text,
    within: within === null ? null : nameOf(within, from),
    template: templateOf(rows, from),
    filter: group.isFilterable ? fieldTest(group.name, text) : null,
    isSampled: from.areValuesSampled || (within !== null && from.areSomeLookedAt),
    record: first?.[part === Part.focus ? 0 : 1] ?? seen.records[earliest],
  };
}

/** As it is called where records that have it are spoken of. */
function nameOf(item: ContrastItem, from: WrittenFrom): string {
  if (item.kind === 'value') {
    const text = from.seen.looked?.table.text(item.value) ?? '';
    return item.group.name === '' ? text : `${item.group.name} = ${text}`;
  }
  if (item.kind === 'level') return levelName(item.id as Level);
  if (item.kind === 'component') return from.componentName(item.id);
  const { name, pattern } = from.miner.template(item.id as TemplateId);
  return name ?? pattern;
}

function fieldTest(name: string, value: string): FilterTest | null {
  const isExact = value.length < longestFiltered && !value.includes('\\');
  return isExact ? { kind: 'field', name, value } : null;
}

/** Null where it stands in more than one. */
function templateOf(
  rows: Uint32Array,
  { records, seen, templateOfSignature }: WrittenFrom,
): TemplateId | null {
  const template = (row: number) => templateOfSignature[records.signature.get(seen.records[row])];
  const first = template(rows[0]);
  return rows.every((row) => template(row) === first) ? (first as TemplateId) : null;
}

function firstWith({ kind, id }: ColumnItem, part: Part, from: WrittenFrom): number {
  const { runs, records, templateOfSignature } = from;
  const column = kind === 'level' ? records.level : records.component;
  for (let run = 0; run < runs.length; run++) {
    if (runs.part(run) !== part) continue;
    for (let record = runs.from(run); record < runs.to(run); record++) {
      const own =
        kind === 'template' ? templateOfSignature[records.signature.get(record)] : column.get(record);
      if (own === id) return record;
    }
  }
  return 0;
}
