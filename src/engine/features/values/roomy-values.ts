import type { RecordIndex, SourceIndex } from '../../model/units';
import { gatherValues, type ValueLog } from './gather-values';
import { type Stretch, stretchesOf } from './stretches';
import { ValueColumns } from './value-columns';
import { mostCells, ValueRows } from './value-rows';
import type { ValueSource } from './value-source';
import type { ValueTable } from './value-table';

/** Of the room there is for cells: records elsewhere may have more than those looked at. */
const roomUsed = 0.9;
/** Records of wrapped logs take ten times as long: six seconds for so many. */
const mostCut = 200_000;
/** So long that few sessions are cut where a log is larger still. */
const stretch = 50_000;

/**
 * The values of all records of a log, for those who must not miss a session: of one that is looked at in stretches while it is judged,
 * read anew, three microseconds a record. Of a log with more values than there is room for (about a million records) longer stretches.
 */
export class RoomyValues implements ValueSource {
  known: ValueTable | undefined;

  /** `judged`: what the analysis looked at. `room`: cells. */
  constructor(
    private readonly log: ValueLog,
    private readonly judged: ValueSource,
    private readonly room = mostCells,
  ) {}

  *table(): Generator<void, ValueTable> {
    this.known ??= yield* this.gather();
    return this.known;
  }

  private *gather(): Generator<void, ValueTable> {
    const judged = yield* this.judged.table();
    if (judged.rowCount === judged.recordCount) return judged;
    const columns = new ValueColumns();
    const rows = new ValueRows(this.room);
    yield* gatherValues(this.log, this.stretches(judged), columns, rows);
    return rows.finish(columns, this.log.records.recordCount);
  }

  private stretches(judged: ValueTable): Stretch[] {
    const { records, readers } = this.log;
    const cellsARow = Math.max(1, judged.firstCell(judged.rowCount) / Math.max(1, judged.rowCount));
    const most = Math.floor((this.room * roomUsed) / cellsARow);
    const areRead = records.sources.every(
      (_, index) => readers[index as SourceIndex].firstLines !== undefined,
    );
    const sources = records.sources.map((source, index) => ({ ...source, index }));
    const limit = areRead ? most : Math.min(most, mostCut);
    return stretchesOf(sources, limit, Math.min(stretch, limit >> 1)).flatMap(pieces);
  }
}

/** Between two of them it is seen whether there is room left. */
function pieces({ source, from, to }: Stretch): Stretch[] {
  const count = Math.ceil((to - from) / stretch);
  return Array.from({ length: count }, (_, i) => ({
    source,
    from: (from + i * stretch) as RecordIndex,
    to: Math.min(to, from + (i + 1) * stretch) as RecordIndex,
  }));
}
