import type { RecordRow, RecordTable } from '../model/record-table';
import type { RowColumns } from '../model/row-columns';
import type { ByteOffset, LineIndex, RecordIndex } from '../model/units';
import type { RowTable } from './row-table';

/** Their columns take 76 kB, which stay in the second-level cache until they are flushed. */
const rows = 2048;
const greatestOffset = 0xffffffff;

/**
 * Rows on their way to the record table, some thousand at a time: flat arrays are filled without looking for the block of
 * each column, and flushed column by column. Whoever reads the table flushes first. Bench, service: + templates 4 % faster.
 */
export class RowBuffer implements RowTable {
  private lines = 0;
  private records = 0;
  /** What the offsets of the lines count from. */
  private offset = 0;
  private readonly columns: RowColumns = {
    lineStart: new Uint32Array(rows),
    lineBlank: new Uint8Array(rows),
    firstLine: new Uint32Array(rows),
    signature: new Uint32Array(rows),
    seconds: new Float64Array(rows),
    nanos: new Uint32Array(rows),
    level: new Uint8Array(rows),
    component: new Uint16Array(rows),
  };

  constructor(private readonly table: RecordTable) {}

  get lineCount(): number {
    return this.table.lineCount + this.lines;
  }

  get unfit(): RowTable['unfit'] {
    return this.table.unfit;
  }

  pushLine(start: ByteOffset, blank: boolean): LineIndex {
    if (this.lines === rows || start - this.offset > greatestOffset) this.flush();
    if (this.lines === 0) this.offset = start;
    const at = this.lines++;
    this.columns.lineStart[at] = start - this.offset;
    this.columns.lineBlank[at] = blank ? 1 : 0;
    return (this.table.lineCount + at) as LineIndex;
  }

  pushRecord(row: RecordRow): RecordIndex {
    if (this.records === rows) this.flush();
    const { columns } = this;
    const at = this.records++;
    columns.firstLine[at] = row.firstLine;
    columns.signature[at] = row.signature;
    columns.seconds[at] = row.seconds;
    columns.nanos[at] = row.nanos;
    columns.level[at] = row.level;
    columns.component[at] = row.component;
    return (this.table.recordCount + at) as RecordIndex;
  }

  flush(): void {
    const { lines, records, offset } = this;
    if (lines + records === 0) return;
    this.lines = 0;
    this.records = 0;
    this.table.append(this.columns, { lines, records, firstLine: 0, offset });
  }
}
