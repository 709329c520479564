import { gatherValues, type ValueLog } from '../features/values/gather-values';
import type { Stretch } from '../features/values/stretches';
import { ValueColumns } from '../features/values/value-columns';
import { ValueRows } from '../features/values/value-rows';
import type { ValueTable } from '../features/values/value-table';
import type { PartRuns } from './part-runs';
import { sampleStretches } from './sample';

/** Of lines that are read as they stand; cutting one from what wraps it costs ten times that. */
const mostRead = 200_000;
const mostCut = 20_000;
/** Without a look at the text: to see which columns go together. */
const mostByColumns = 50_000;

export interface LookedAt {
  readonly table: ValueTable;
  /** Those of the table, by which more records can be read. */
  readonly columns: ValueColumns;
}

/** The values of the records looked at: of all where they are few. Yields every few hundred records. */
export function* valuesLookedAt(log: ValueLog, runs: PartRuns): Generator<void, LookedAt> {
  const { records, readers } = log;
  const areRead = records.sources.every(
    ({ role }, i) => role !== 'log' || readers[i].firstLines !== undefined,
  );
  for (let most = areRead ? mostRead : mostCut; ; most /= 2) {
    const columns = new ValueColumns();
    const rows = new ValueRows();
    yield* gatherValues(log, sampleStretches(records, runs, most), columns, rows);
    // Records with so many values that there is no room for all: fewer are looked at, rather than none at the end of the log.
    if (!rows.isFull) return { table: rows.finish(columns, records.recordCount), columns };
  }
}

/** Records to look at where no values are asked for, ascending. */
export function recordsLookedAt({ records }: Pick<ValueLog, 'records'>, runs: PartRuns): Uint32Array {
  return Uint32Array.from(sampleStretches(records, runs, mostByColumns).flatMap(recordsOf));
}

function recordsOf({ from, to }: Stretch): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
