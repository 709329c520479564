import type { ValueLog } from '../features/values/gather-values';
import type { ComponentNames } from '../records/component-names';
import { at, scaled } from '../triage/progress';
import { candidateOf, type LookedRecords } from './candidates';
import { columnCounts } from './column-counts';
import type { Contrast, ContrastQuestion } from './contrast';
import { type ContrastItem, columnFamilies, type ValueOfGroup, valueFamily } from './contrast-item';
import { sureDifferences } from './differences';
import { type CountedItem, familyOf, type ItemFamily } from './family';
import { recordsLookedAt, valuesLookedAt } from './looked-at';
import { Part, type PartRuns } from './part-runs';
import { partsOf } from './parts';
import { rowParts } from './row-parts';
import { whyNotCompared } from './sentences';
import { toldOnce } from './told-once';
import { ValueCounts } from './value-counts';
import { valueGroups } from './value-groups';
import { mostRecounted, type Recount, recount } from './value-recount';
import { written } from './written';

/** What a contrast is found in. */
export interface ContrastLog extends ValueLog {
  readonly components: Pick<ComponentNames, 'count' | 'name'>;
}

/** More would be told apart at length, and nobody reads so far. */
const mostCandidates = 60;
/** Shares of the work, for progress. */
const countedShare = 0.1;
const lookedShare = 0.3;

/**
 * What is surely different in a window of the logs: levels, templates and components of all records, values of those looked at or of
 * all. Reads the texts back where values are asked for. Yields its share done, 0 to 1, at least every 65,536 records.
 */
export function* contrastOf(log: ContrastLog, question: ContrastQuestion): Generator<number, Contrast> {
  const { records, miner, components } = log;
  const { runs, againstWindows } = yield* at(0, partsOf(records, question));
  const source = { records, miner, componentCount: components.count };
  const counts = yield* at(0, columnCounts(source, runs));
  const families = columnFamilies(counts).map((items) => familyOf(items, runs.windowCount));
  const seen = yield* scaled(lookedRecords(log, question, runs), countedShare, lookedShare);
  const values = yield* scaled(valuesOf(log, question, runs, seen), lookedShare, 1);
  if (values) families.push(values);
  const candidates = sureDifferences(families, againstWindows)
    .slice(0, mostCandidates)
    .map((difference) => candidateOf({ records, ...counts }, seen, difference));
  const areSome = seen.looked !== undefined && seen.records.length < logRecords(runs);
  const from = {
    ...{ records, miner, runs, seen },
    templateOfSignature: counts.templateOfSignature,
    componentName: (component: number) => components.name(component),
    areValuesSampled: areSome && question.values === 'sampled',
  };
  return {
    focusRecords: counts.opportunity.focus,
    againstRecords: counts.opportunity.against,
    lookedAt: from.areValuesSampled ? seen.records.length : null,
    contrasts: toldOnce(seen.parts, candidates, question.limit).map((told) => written(told, from)),
    compared: families.reduce((sum, { compared }) => sum + compared, 0),
    notJudged: whyNotCompared(counts.opportunity),
  };
}

function* lookedRecords(
  log: ContrastLog,
  { values }: ContrastQuestion,
  runs: PartRuns,
): Generator<number, LookedRecords> {
  if (values === 'none') {
    const records = recordsLookedAt(log, runs);
    return { records, parts: rowParts(records, runs).parts, looked: undefined };
  }
  const looked = yield* at(0, valuesLookedAt(log, runs));
  const { table } = looked;
  const records = Uint32Array.from({ length: table.rowCount }, (_, row) => table.recordOf(row));
  return { records, parts: rowParts(records, runs).parts, looked };
}

function* valuesOf(
  log: ContrastLog,
  { values }: ContrastQuestion,
  runs: PartRuns,
  { looked, records }: LookedRecords,
): Generator<number, ItemFamily<ContrastItem> | undefined> {
  if (looked === undefined) return undefined;
  const counts = new ValueCounts(looked.table, rowParts(records, runs), runs.windowCount);
  const items = valueFamily(valueGroups(looked.table.columns), counts);
  if (values === 'sampled' || records.length === logRecords(runs)) return familyOf(items, runs.windowCount);
  const family = familyOf(items, runs.windowCount, mostRecounted);
  const seen = family.items.map(({ item: { group, value } }) => ({ group, item: value }));
  const recounts = yield* recount(log, runs, looked, seen);
  return { ...family, items: family.items.map((one, i) => recounted(one, recounts[i])) };
}

function recounted(
  { item, count, opportunity }: CountedItem<ValueOfGroup>,
  { first, ...all }: Recount,
): CountedItem<ContrastItem> {
  return { item: { ...item, first }, ...all, among: { count, opportunity } };
}

function logRecords(runs: PartRuns): number {
  return Object.values(Part).reduce<number>((sum, part) => sum + runs.recordsOf(part), 0);
}
