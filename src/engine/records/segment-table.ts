import type { RecordRow } from '../model/record-table';
import type { RowColumns } from '../model/row-columns';
import type { ByteOffset, LineIndex, RecordIndex } from '../model/units';
import type { RowTable } from './row-table';
import type { SegmentRows } from './segment-rows';

/** Of ordinary lines in 8 MB there are as many; the arrays grow by doubling and stay for the next segment. */
const firstCapacity = 1 << 16;

/**
 * Rows of one segment in flat arrays. A segment begins and ends anywhere among the blocks of the record table, so
 * blocks could not be handed over as they are; and flat arrays go to another thread without a copy.
 */
export class SegmentTable implements RowTable {
  private lines = new LineArrays(firstCapacity);
  private rows = new RecordArrays(firstCapacity);
  unfit: number[] = [];
  lineCount = 0;
  recordCount = 0;

  /** Gives up the rows so far, which were read only for the state they leave. */
  begin(): void {
    this.unfit = [];
    this.lineCount = 0;
    this.recordCount = 0;
  }

  pushLine(start: ByteOffset, blank: boolean): LineIndex {
    if (this.lineCount === this.lines.lineStart.length) this.lines = this.lines.grown();
    this.lines.lineStart[this.lineCount] = start;
    this.lines.lineBlank[this.lineCount] = blank ? 1 : 0;
    return this.lineCount++ as LineIndex;
  }

  pushRecord(row: RecordRow): RecordIndex {
    const at = this.recordCount;
    if (at === this.rows.level.length) this.rows = this.rows.grown();
    const { rows } = this;
    rows.firstLine[at] = row.firstLine;
    rows.signature[at] = row.signature;
    rows.seconds[at] = row.seconds;
    rows.nanos[at] = row.nanos;
    rows.level[at] = row.level;
    rows.component[at] = row.component;
    return this.recordCount++ as RecordIndex;
  }

  /** Copies of just the rows there are: they are handed to another thread, the arrays stay. */
  take(): Pick<SegmentRows, 'columns' | 'unfit' | 'lines' | 'records'> {
    const { lineCount: lines, recordCount: records, unfit } = this;
    const columns: RowColumns = { ...this.lines.firstOf(lines), ...this.rows.firstOf(records) };
    this.begin();
    return { columns, unfit, lines, records };
  }
}

class LineArrays {
  readonly lineStart: Uint32Array<ArrayBuffer>;
  readonly lineBlank: Uint8Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.lineStart = new Uint32Array(capacity);
    this.lineBlank = new Uint8Array(capacity);
  }

  grown(): LineArrays {
    const twice = new LineArrays(this.lineStart.length * 2);
    twice.lineStart.set(this.lineStart);
    twice.lineBlank.set(this.lineBlank);
    return twice;
  }

  firstOf(count: number): Pick<RowColumns, keyof LineArrays & keyof RowColumns> {
    return { lineStart: this.lineStart.slice(0, count), lineBlank: this.lineBlank.slice(0, count) };
  }
}

class RecordArrays {
  readonly firstLine: Uint32Array<ArrayBuffer>;
  readonly signature: Uint32Array<ArrayBuffer>;
  readonly seconds: Float64Array<ArrayBuffer>;
  readonly nanos: Uint32Array<ArrayBuffer>;
  readonly level: Uint8Array<ArrayBuffer>;
  readonly component: Uint16Array<ArrayBuffer>;

  constructor(capacity: number) {
    this.firstLine = new Uint32Array(capacity);
    this.signature = new Uint32Array(capacity);
    this.seconds = new Float64Array(capacity);
    this.nanos = new Uint32Array(capacity);
    this.level = new Uint8Array(capacity);
    this.component = new Uint16Array(capacity);
  }

  grown(): RecordArrays {
    const twice = new RecordArrays(this.level.length * 2);
    twice.firstLine.set(this.firstLine);
    twice.signature.set(this.signature);
    twice.seconds.set(this.seconds);
    twice.nanos.set(this.nanos);
    twice.level.set(this.level);
    twice.component.set(this.component);
    return twice;
  }

  firstOf(count: number): Pick<RowColumns, keyof RecordArrays & keyof RowColumns> {
    return {
      firstLine: this.firstLine.slice(0, count),
      signature: this.signature.slice(0, count),
      seconds: this.seconds.slice(0, count),
      nanos: this.nanos.slice(0, count),
      level: this.level.slice(0, count),
      component: this.component.slice(0, count),
    };
  }
}
