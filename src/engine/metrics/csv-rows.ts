import { readDate, readStamp } from '../tables/column-values';
import { RowScanner } from '../tables/row-scanner';
import type { Instant } from '../time/time-shape';
import type { CsvLayout } from './csv-layout';
import { GrowingNumbers } from './growing';
import { kindOfCell, plainValue, valueOfCell } from './metric-value';

/** Text that differs more often tells no series apart. */
const mostTexts = 1000;
const decoder = new TextDecoder();

/** One column of text: each different one once, and its number row by row. */
export interface TextColumn {
  readonly texts: string[];
  readonly codes: GrowingNumbers;
  /** More than `mostTexts`: its codes say nothing. */
  isFreeText: boolean;
}

/** What is told of rows that do not fit. */
export interface RowTroubles {
  /** Rows without a time, and the first of them, counted from 1 in the file. */
  skipped: number;
  firstSkipped: number;
  /** By place of `layout.values`: cells that should be numbers. */
  readonly noNumbers: number[];
  /** The first row that has more fields than there are names. */
  wider: { readonly line: number; readonly fields: number } | undefined;
}

/** The rows of a table of figures as columns. */
export class CsvRows {
  readonly seconds = new GrowingNumbers();
  readonly values: readonly GrowingNumbers[];
  /** Of `layout.labels`, then of `metric` and `unit` where there are such. */
  readonly texts: ReadonlyMap<number, TextColumn>;
  readonly troubles: RowTroubles;
  private readonly scanner = new RowScanner();
  private readonly known = new Map<number, Map<string, number>>();
  private readonly instant: Instant = { seconds: 0, nanos: 0 };

  constructor(readonly layout: CsvLayout) {
    const { values, labels, metric, unit } = layout;
    const ofText = [...labels, metric, unit].filter((column) => column >= 0);
    this.values = values.map(() => new GrowingNumbers());
    this.texts = new Map(ofText.map((column) => [column, newTextColumn()]));
    this.troubles = { skipped: 0, firstSkipped: 0, noNumbers: values.map(() => 0), wider: undefined };
  }

  get cells(): number {
    return this.seconds.length * (this.values.length + this.texts.size + 1);
  }

  /** `line` counts from 1 in the file. */
  add(bytes: Uint8Array, start: number, end: number, line: number): void {
    const { scanner, layout, troubles } = this;
    scanner.scan(bytes, start, end, layout.delimiter);
    if (this.isWider()) troubles.wider ??= { line, fields: scanner.count };
    if (!this.readTime(bytes)) {
      if (troubles.skipped++ === 0) troubles.firstSkipped = line;
      return;
    }
    this.seconds.push(this.instant.seconds + this.instant.nanos / 1e9);
    for (let i = 0; i < layout.values.length; i++) this.values[i].push(this.valueAt(bytes, i));
    for (const [column, texts] of this.texts) this.addText(column, texts, this.textAt(bytes, column));
  }

  /** A delimiter at the end of each row is none too many. */
  private isWider(): boolean {
    const { count, starts, ends } = this.scanner;
    for (let i = this.layout.names.length; i < count; i++) if (ends[i] > starts[i]) return true;
    return false;
  }

  private readTime(bytes: Uint8Array): boolean {
    const { layout, instant, scanner } = this;
    const { time, clock, dateOnly } = layout.time;
    if (Math.max(time, clock) >= scanner.count) return false;
    const at = this.trimmed(bytes, time);
    if (clock < 0 && !dateOnly) return readStamp(bytes, at.start, at.end, instant, layout.context);
    const ofDay = clock < 0 ? undefined : this.trimmed(bytes, clock);
    return readDate(bytes, at, ofDay, instant, layout.context);
  }

  private valueAt(bytes: Uint8Array, place: number): number {
    const column = this.layout.values[place];
    const { starts, ends, count } = this.scanner;
    const plain = column < count ? plainValue(bytes, starts[column], ends[column]) : undefined;
    if (plain !== undefined) return plain;
    const text = this.textAt(bytes, column);
    const value = valueOfCell(text);
    if (Number.isNaN(value) && kindOfCell(text) !== 'missing') this.troubles.noNumbers[place]++;
    return value;
  }

  private addText(column: number, { texts, codes }: TextColumn, text: string): void {
    const known = this.known.get(column) ?? new Map<string, number>();
    this.known.set(column, known);
    let code = known.get(text);
    if (code === undefined) {
      code = Math.min(known.size, mostTexts);
      if (known.size < mostTexts) known.set(text, texts.push(text) - 1);
      else (this.texts.get(column) as TextColumn).isFreeText = true;
    }
    codes.push(code);
  }

  private textAt(bytes: Uint8Array, column: number): string {
    const { starts, ends, count, doubled } = this.scanner;
    if (column >= count) return '';
    const text = decoder.decode(bytes.subarray(starts[column], ends[column])).trim();
    return doubled[column] === 1 ? text.replaceAll('""', '"') : text;
  }

  private trimmed(bytes: Uint8Array, column: number) {
    let start = this.scanner.starts[column];
    let end = this.scanner.ends[column];
    while (start < end && bytes[start] <= 0x20) start++;
    while (end > start && bytes[end - 1] <= 0x20) end--;
    return { start, end };
  }
}

function newTextColumn(): TextColumn {
  return { texts: [], codes: new GrowingNumbers(), isFreeText: false };
}
