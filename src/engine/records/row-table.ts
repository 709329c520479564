import type { RecordRow } from '../model/record-table';
import type { ByteOffset, LineIndex, RecordIndex } from '../model/units';

/** What rows are pushed into: the record table of a session, or the columns of one segment. */
export interface RowTable {
  readonly lineCount: number;
  readonly unfit: { push(line: number): void };
  pushLine(start: ByteOffset, blank: boolean): LineIndex;
  pushRecord(row: RecordRow): RecordIndex;
}
