import type { ValueLog } from '../features/values/gather-values';
import type { ComponentNames } from '../records/component-names';
import { at, scaled } from '../triage/progress';
import { candidateOf, type LookedRecords } from './candidates';
import { columnCounts } from './column-counts';
import type { Contrast, ContrastQuestion } from './contrast';
import { type ContrastItem, columnFamilies } from './contrast-item';
import { type SureDifference, sureDifferences } from './differences';
import { familyOf } from './family';
import { recordsLookedAt, valuesLookedAt } from './looked-at';
import type { PartRuns } from './part-runs';
import { partsOf } from './parts';
import { rowParts } from './row-parts';
import { whyNotCompared } from './sentences';
import { toldOnce } from './told-once';
import { ValueStage } from './value-stage';
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
  const values = seen.looked && new ValueStage(log, { runs, ...seen, looked: seen.looked });
  if (values) families.push(yield* scaled(values.family(question.values === 'exact'), lookedShare, 1));
  const candidateFrom = (difference: SureDifference<ContrastItem>) =>
    candidateOf({ records, ...counts }, seen, difference);
  const sure = sureDifferences(families, againstWindows).slice(0, mostCandidates).map(candidateFrom);
  const first = toldOnce(seen.parts, sure, question.limit);
  // Asked only where something is named at all, and corrected for by itself: over a quiet log it cannot name anything.
  const within = values === undefined ? [] : [values.within(first)];
  const second = sureDifferences(within, againstWindows).slice(0, mostCandidates).map(candidateFrom);
  const told = toldOnce(seen.parts, [...first, ...second], question.limit);
  const areSome = seen.looked !== undefined && seen.records.length < runs.records;
  const from = {
    ...{ records, miner, runs, seen },
    templateOfSignature: counts.templateOfSignature,
    componentName: (component: number) => components.name(component),
    areValuesSampled: areSome && question.values === 'sampled',
    areSomeLookedAt: areSome,
  };
  return {
    focusRecords: counts.opportunity.focus,
    againstRecords: counts.opportunity.against,
    lookedAt: from.areValuesSampled ? seen.records.length : null,
    contrasts: told.map((each) => written(each, from)),
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
