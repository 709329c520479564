import type { RecordTable } from '../../model/record-table';
import type { ValueTable } from '../values/value-table';

/** Sessions that stretch over more rows than this share do may be cut wherever they stand. */
const longSession = 0.95;

/**
 * Which sessions may have begun before what was looked at (1) or go on behind it (2). Records are looked at in stretches, and a log
 * begins and ends anywhere: who stands nearer to such an edge than most sessions are long may have lost a part.
 */
export function cutsOf(
  table: ValueTable,
  records: RecordTable,
  sessions: readonly (readonly number[])[],
): Uint8Array {
  const lengths = sessions.map((rows) => rows[rows.length - 1] - rows[0]).sort((a, b) => a - b);
  const usual = lengths[Math.floor((lengths.length - 1) * longSession)] ?? 0;
  const { starts, ends } = edges(table, records);
  return Uint8Array.from(sessions, (rows) => {
    const [first, last] = [rows[0], rows[rows.length - 1]];
    const begin = first - starts[first] < usual ? 1 : 0;
    return begin | (ends[last] - last < usual ? 2 : 0);
  });
}

/** By row: the first and the last row of the stretch it stands in. */
function edges(table: ValueTable, records: RecordTable): { starts: Uint32Array; ends: Uint32Array } {
  const rows = table.rowCount;
  const starts = new Uint32Array(rows);
  const ends = new Uint32Array(rows);
  const follows = (row: number) =>
    table.recordOf(row) === table.recordOf(row - 1) + 1 && roleOf(row) === roleOf(row - 1);
  const roleOf = (row: number) => records.sources[records.sourceOfRecord(table.recordOf(row))].role;
  for (let row = 1; row < rows; row++) starts[row] = follows(row) ? starts[row - 1] : row;
  if (rows > 0) ends[rows - 1] = rows - 1;
  for (let row = rows - 2; row >= 0; row--) ends[row] = starts[row + 1] === row + 1 ? row : ends[row + 1];
  return { starts, ends };
}
