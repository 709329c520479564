import { BitColumn, Uint8Column, Uint16Column, Uint32Column } from './column';
import type { Level } from './level';
import { NarrowColumn } from './narrow-column';
import { OffsetColumn } from './offset-column';
import type { RowColumns, RowExtent } from './row-columns';
import { TimeColumn } from './time-column';
import type { ByteOffset, LineIndex, LineNumber, RecordIndex, SignatureId, SourceIndex } from './units';

/** What the lines of one record share; lines without one (before the first record, empty) have none. */
export interface RecordRow {
  readonly firstLine: LineIndex;
  readonly signature: SignatureId;
  /** Whole seconds since the epoch, NaN without a time. */
  readonly seconds: number;
  /** 0 to 999,999,999. */
  readonly nanos: number;
  readonly level: Level;
  /** Index into the session's component names; 0 is "none". */
  readonly component: number;
}

export type SourceRole = 'log' | 'baseline';

export interface SourceRow {
  readonly path: string;
  readonly role: SourceRole;
  readonly firstLine: LineIndex;
  readonly firstRecord: RecordIndex;
  /** Lines of the file that stand before the first of `lines`: 0 unless reading began later. */
  linesBefore: number;
  lines: number;
  records: number;
  bytes: number;
}

/**
 * Lines and records of all sources, in columns.
 *
 * | column    | of     | bytes | what |
 * |-----------|--------|-------|------|
 * | lineStart | line   | 4     | byte offset in its source |
 * | lineBlank | line   | 1/8   | true where the line holds nothing but white space |
 * | firstLine | record | 2     | line the record begins on |
 * | signature | record | 2     | masked message |
 * | time      | record | 6     | seconds and nanoseconds |
 * | level     | record | 1     | see Level |
 * | component | record | 2     | logger, process or service |
 *
 * 17 bytes where every line is a record and times are whole milliseconds, up to 23 else. A record ends where the
 * next begins or its source ends, so its last line is not stored.
 */
export class RecordTable {
  readonly lineStart = new OffsetColumn();
  readonly lineBlank = new BitColumn();
  readonly firstLine = new NarrowColumn(1);
  readonly signature = new NarrowColumn(0);
  readonly time = new TimeColumn();
  readonly level = new Uint8Column();
  readonly component = new Uint16Column();
  /**
   * Lines that neither begin a record as their format does nor look like a part of one, in order. A list, not a column of
   * the lines: in a log that is understood there are next to none.
   */
  readonly unfit = new Uint32Column();
  readonly sources: SourceRow[] = [];

  get lineCount(): number {
    return this.lineStart.length;
  }

  get recordCount(): number {
    return this.firstLine.length;
  }

  openSource(path: string, role: SourceRole): SourceIndex {
    this.sources.push({
      path,
      role,
      firstLine: this.lineCount as LineIndex,
      firstRecord: this.recordCount as RecordIndex,
      linesBefore: 0,
      lines: 0,
      records: 0,
      bytes: 0,
    });
    return (this.sources.length - 1) as SourceIndex;
  }

  pushLine(start: ByteOffset, blank: boolean): LineIndex {
    this.lineStart.push(start);
    this.lineBlank.push(blank);
    this.sources[this.sources.length - 1].lines++;
    return (this.lineCount - 1) as LineIndex;
  }

  pushRecord(row: RecordRow): RecordIndex {
    this.firstLine.push(row.firstLine);
    this.signature.push(row.signature);
    this.time.push(row.seconds, row.nanos);
    this.level.push(row.level);
    this.component.push(row.component);
    this.sources[this.sources.length - 1].records++;
    return (this.recordCount - 1) as RecordIndex;
  }

  /**
   * Appends rows of the source opened last. Column by column: a loop of its own for each finds its block once, and makes no
   * object a row.
   */
  append(columns: RowColumns, { lines, records, firstLine, offset }: RowExtent): void {
    this.lineStart.append(offset, columns.lineStart, lines);
    this.lineBlank.append(columns.lineBlank, lines);
    this.firstLine.append(firstLine, columns.firstLine, records);
    this.signature.append(0, columns.signature, records);
    this.time.append(columns.seconds, columns.nanos, records);
    this.level.append(columns.level, records);
    this.component.append(columns.component, records);
    const source = this.sources[this.sources.length - 1];
    source.lines += lines;
    source.records += records;
  }

  /**
   * Keeps the rows before `line` and `record`, which must be of the source opened last, and so many lines that do not fit: of a
   * line before `line` it may have turned out later.
   */
  truncate(line: LineIndex, record: RecordIndex, unfit: number): void {
    const source = this.sources[this.sources.length - 1];
    source.lines = line - source.firstLine;
    source.records = record - source.firstRecord;
    for (const column of [this.lineStart, this.lineBlank]) column.truncate(line);
    this.unfit.truncate(unfit);
    for (const column of [this.firstLine, this.signature, this.time, this.level, this.component])
      column.truncate(record);
  }

  /** How many of the lines before `line` do not fit: what stands in `unfit` from there on are those from `line` on. */
  unfitBefore(line: number): number {
    return lastAtOrBefore(this.unfit.length, (i) => this.unfit.get(i), line - 1) + 1;
  }

  /** Where the record's first byte stands in its source. */
  startOf(record: number): number {
    return this.lineStart.get(this.firstLine.get(record));
  }

  levelAt(record: RecordIndex): Level {
    return this.level.get(record) as Level;
  }

  sourceOfRecord(record: RecordIndex): SourceIndex {
    return lastAtOrBefore(this.sources.length, (i) => this.sources[i].firstRecord, record) as SourceIndex;
  }

  sourceOfLine(line: LineIndex): SourceIndex {
    return lastAtOrBefore(this.sources.length, (i) => this.sources[i].firstLine, line) as SourceIndex;
  }

  lineNumber(line: LineIndex): LineNumber {
    return this.lineNumberIn(this.sourceOfLine(line), line);
  }

  /** Of a line that is known to be the source's: its number in the file. */
  lineNumberIn(source: SourceIndex, line: number): LineNumber {
    const { firstLine, linesBefore } = this.sources[source];
    return (line - firstLine + linesBefore + 1) as LineNumber;
  }

  /** The other way round; undefined of a line that was not read or is not there. */
  lineOfNumber(source: SourceIndex, number: LineNumber): LineIndex | undefined {
    const row = this.sources[source];
    if (row === undefined) return undefined;
    const at = number - row.linesBefore - 1;
    return at < 0 || at >= row.lines ? undefined : ((row.firstLine + at) as LineIndex);
  }

  /** Last line of the record that is not blank. */
  lastLine(record: RecordIndex): LineIndex {
    const source = this.sources[this.sourceOfRecord(record)];
    const next =
      record + 1 < source.firstRecord + source.records
        ? this.firstLine.get(record + 1)
        : source.firstLine + source.lines;
    let last = next - 1;
    while (last > this.firstLine.get(record) && this.lineBlank.get(last)) last--;
    return last as LineIndex;
  }

  /** The record a line belongs to, or undefined for a blank line and for one before its source's first record. */
  recordOfLine(line: LineIndex): RecordIndex | undefined {
    if (this.lineBlank.get(line)) return undefined;
    const record = lastAtOrBefore(this.recordCount, (i) => this.firstLine.get(i), line);
    if (record < 0 || this.firstLine.get(record) < this.sources[this.sourceOfLine(line)].firstLine)
      return undefined;
    return record as RecordIndex;
  }
}

/** Bisection: the last index whose value is not above `wanted`, or -1; of equal values the last. */
function lastAtOrBefore(length: number, valueAt: (index: number) => number, wanted: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
