import type { Header, ReadContext } from '../formats/format';
import { resetHeader } from '../formats/header';
import { saltOfStatus } from '../model/event-class';
import { Level } from '../model/level';
import { maxLineBytes } from '../text/line-splitter';
import {
  levelOfStatus,
  readDate,
  readLevel,
  readStamp,
  saysAuditFailure,
  statusClass,
} from './column-values';
import { RowScanner } from './row-scanner';
import type { Table } from './table';

const quote = 0x22;
const lineFeed = 0x0a;
const blank = 0x20;
const dash = 0x2d;

/**
 * Reads the rows of a table: header from its columns, the message from its message column; a table without one has
 * `name=value …` of all columns that are not in the header.
 */
export class RowReader {
  readonly row = new RowScanner();
  /** Message and component where they are not in the row as they are: unescaped, or put together. */
  private readonly made = new Uint8Array(maxLineBytes);
  private madeBytes = 0;

  constructor(
    readonly table: Table,
    private readonly context: ReadContext,
  ) {}

  scan(bytes: Uint8Array, start: number, end: number): void {
    this.row.scan(bytes, start, end, this.table.delimiter);
  }

  /** Fills the header of the row scanned last; its offsets index the bytes it answers with, valid until the next row. */
  read(bytes: Uint8Array, start: number, end: number, header: Header): Uint8Array {
    resetHeader(header, bytes, start, end);
    this.readTime(bytes, header);
    this.readLevel(bytes, header);
    const { message, component } = this.table.roles;
    const { starts, ends, doubled } = this.row;
    this.madeBytes = 0;
    const hasMessage = this.has(message) && !isEmpty(bytes, starts[message], ends[message]);
    if (hasMessage && doubled[message] === 0) {
      this.pointAt(bytes, message, component, header);
      return bytes;
    }
    if (hasMessage) this.add(bytes, message);
    else this.addColumns(bytes);
    header.messageStart = 0;
    header.messageEnd = firstLineEnd(this.made, 0, this.madeBytes);
    header.componentStart = this.madeBytes;
    header.componentEnd = this.madeBytes;
    if (this.has(component)) this.addComponent(bytes, component, header);
    return this.made;
  }

  /** Whether the row scanned last has a time where the table says; true of all rows of a table without. */
  hasTime(bytes: Uint8Array, header: Header): boolean {
    return this.table.roles.time < 0 || this.readTime(bytes, header);
  }

  private has(column: number): boolean {
    return column >= 0 && column < this.row.count;
  }

  private pointAt(bytes: Uint8Array, message: number, component: number, header: Header): void {
    const { starts, ends } = this.row;
    header.messageStart = starts[message];
    // Unquoted delimiters of a message in the last column.
    const last = message === this.table.columns.length - 1 ? this.row.count - 1 : message;
    header.messageEnd = firstLineEnd(bytes, starts[message], ends[last]);
    if (!this.has(component)) return;
    header.componentStart = starts[component];
    header.componentEnd = ends[component];
  }

  private readTime(bytes: Uint8Array, header: Header): boolean {
    const { time, clock, dateOnly } = this.table.roles;
    const { starts, ends } = this.row;
    if (!this.has(time) || clock >= this.row.count) return false;
    const date = { start: starts[time], end: ends[time] };
    const read =
      clock < 0 && !dateOnly
        ? readStamp(bytes, date.start, date.end, header, this.context)
        : readDate(
            bytes,
            date,
            clock < 0 ? undefined : { start: starts[clock], end: ends[clock] },
            header,
            this.context,
          );
    if (!read) {
      header.seconds = Number.NaN;
      header.nanos = 0;
    }
    return read;
  }

  private readLevel(bytes: Uint8Array, header: Header): void {
    const { level, scale, status, keywords } = this.table.roles;
    const { starts, ends } = this.row;
    if (this.has(level)) header.level = readLevel(bytes, starts[level], ends[level], scale);
    if (this.has(keywords) && saysAuditFailure(bytes, starts[keywords], ends[keywords]))
      header.level = Math.max(header.level, Level.warn) as Level;
    if (!this.has(status)) return;
    const first = statusClass(bytes, starts[status], ends[status]);
    if (first === 0) return;
    header.salt = saltOfStatus(first);
    if (level < 0) header.level = levelOfStatus(first);
  }

  /** Behind a blank: these bytes are shown to whoever asks what was understood. */
  private addComponent(bytes: Uint8Array, component: number, header: Header): void {
    this.put(blank);
    header.componentStart = this.madeBytes;
    this.add(bytes, component);
    header.componentEnd = this.madeBytes;
  }

  private addColumns(bytes: Uint8Array): void {
    const { columns, roles } = this.table;
    const { starts, ends, count } = this.row;
    const known = Math.min(count, columns.length);
    for (let i = 0; i < known; i++) {
      if (i === roles.time || i === roles.clock || i === roles.level || i === roles.component) continue;
      if (columns[i].shown === 'not' || isEmpty(bytes, starts[i], ends[i])) continue;
      if (this.madeBytes > 0) this.put(blank);
      for (const byte of columns[i].label) this.put(byte);
      this.addValue(bytes, i, columns[i].shown === 'quoted' || hasBlank(bytes, starts[i], ends[i]));
    }
  }

  private addValue(bytes: Uint8Array, column: number, quoted: boolean): void {
    if (quoted) this.put(quote);
    const from = this.madeBytes;
    this.add(bytes, column);
    if (!quoted) return;
    // A quote or line end within would end the value before its end.
    for (let i = from; i < this.madeBytes; i++)
      if (this.made[i] === quote || this.made[i] < blank) this.made[i] = blank;
    this.put(quote);
  }

  /** The field's text, doubled quotes as one. */
  private add(bytes: Uint8Array, column: number): void {
    const end = this.row.ends[column];
    for (let i = this.row.starts[column]; i < end; i++) {
      this.put(bytes[i]);
      if (bytes[i] === quote && this.row.doubled[column] === 1) i++;
    }
  }

  private put(byte: number): void {
    if (this.madeBytes < this.made.length) this.made[this.madeBytes++] = byte;
  }
}

/** Of a message of several lines the first that holds anything says what kind it is. */
function firstLineEnd(bytes: Uint8Array, start: number, end: number): number {
  let from = start;
  while (from < end && bytes[from] <= blank) from++;
  const feed = bytes.subarray(from, end).indexOf(lineFeed);
  return feed < 0 ? end : from + feed;
}

function hasBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] <= blank) return true;
  return false;
}

/** Nothing, or the dash that stands for nothing. */
function isEmpty(bytes: Uint8Array, start: number, end: number): boolean {
  return start >= end || (end - start === 1 && bytes[start] === dash);
}
