import Papa from 'papaparse';
import type { Field, Header, ReadContext } from '../formats/format';
import { newHeader } from '../formats/header';
import type { ByteOffset } from '../model/units';
import { type Assembly, LinePart } from './assembly';
import { RowReader } from './row-reader';
import type { Table } from './table';

const quote = 0x22;
/** A quote that is not closed within so many lines was none. */
const mostOpenLines = 1000;

const decoder = new TextDecoder();

/**
 * Puts the rows of a delimited table together. A quoted field may hold line ends; a quote nobody closed must not take
 * the rest of the file with it: it ends where a line by itself is a row with a time, else after 1,000 lines.
 */
export class CsvAssembly implements Assembly {
  private readonly reader: RowReader;
  private readonly header = newHeader();
  /** Lines since an unclosed quote, 0 outside. */
  private openLines = 0;

  constructor(
    private readonly table: Table,
    /** Rows that name the columns; they may come again where exports were put together. */
    private readonly headerRow: Uint8Array | undefined,
    private readonly context: ReadContext,
  ) {
    this.reader = new RowReader(table, context);
  }

  get name(): string {
    return this.table.name;
  }

  get hasMessages(): boolean {
    return this.table.roles.message >= 0;
  }

  take(bytes: Uint8Array, start: number, end: number): LinePart {
    const { row } = this.reader;
    this.reader.scan(bytes, start, end);
    if (this.openLines > 0) return this.takeOpen(bytes, start, end);
    if (this.isHeaderRow(bytes, start, end)) return LinePart.aside;
    if (!row.open) return this.isRow(bytes) ? LinePart.whole : LinePart.trails;
    this.openLines = 1;
    return LinePart.begins;
  }

  read(bytes: Uint8Array, start: number, end: number, header: Header): Uint8Array {
    this.reader.scan(bytes, start, end);
    return this.reader.read(bytes, start, end, header);
  }

  fields(bytes: Uint8Array, start: number, end: number): Field[] {
    const text = decoder.decode(bytes.subarray(start, end));
    const delimiter = String.fromCharCode(this.table.delimiter);
    const [values = []] = Papa.parse<string[]>(text, { delimiter, newline: '\n' }).data;
    return values.flatMap((value, i) =>
      value === '' ? [] : [{ name: this.table.columns[i]?.name || `${i + 1}`, value }],
    );
  }

  fork(context: ReadContext): CsvAssembly {
    const copy = new CsvAssembly(this.table, this.headerRow, context);
    copy.openLines = this.openLines;
    return copy;
  }

  at(_offset: ByteOffset): CsvAssembly {
    return new CsvAssembly(this.table, this.headerRow, this.context);
  }

  private takeOpen(bytes: Uint8Array, start: number, end: number): LinePart {
    if (!this.reader.row.open && this.interrupts(bytes)) {
      this.openLines = 0;
      return LinePart.whole;
    }
    if (this.openLines >= mostOpenLines) {
      this.openLines = 0;
      return this.take(bytes, start, end);
    }
    this.openLines++;
    if (!this.closes(bytes, start, end)) return LinePart.goesOn;
    this.openLines = 0;
    return LinePart.ends;
  }

  /** A row with a time where a quoted field should go on. */
  private interrupts(bytes: Uint8Array): boolean {
    const { row, table } = this.reader;
    const isRow = table.roles.time >= 0 && row.count >= table.columns.length && !row.strayQuote;
    return isRow && this.reader.hasTime(bytes, this.header);
  }

  /** Whether the open quote is closed in the line and none is opened behind. */
  private closes(bytes: Uint8Array, start: number, end: number): boolean {
    for (let i = start; i < end; i++) {
      if (bytes[i] !== quote) continue;
      if (i + 1 < end && bytes[i + 1] === quote) i++;
      else if (i + 1 === end) return true;
      else if (bytes[i + 1] === this.table.delimiter) {
        this.reader.scan(bytes, i + 2, end);
        return !this.reader.row.open;
      }
    }
    return false;
  }

  private isRow(bytes: Uint8Array): boolean {
    const { row, table } = this.reader;
    if (row.count >= table.columns.length) return true;
    return table.roles.time >= 0 && row.count > 1 && this.reader.hasTime(bytes, this.header);
  }

  private isHeaderRow(bytes: Uint8Array, start: number, end: number): boolean {
    const { headerRow } = this;
    if (headerRow === undefined || end - start !== headerRow.length) return false;
    for (let i = 0; i < headerRow.length; i++) if (bytes[start + i] !== headerRow[i]) return false;
    return true;
  }
}
