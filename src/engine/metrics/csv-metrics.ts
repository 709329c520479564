import type { Sentence } from '../model/finding';
import { LineSplitter } from '../text/line-splitter';
import { type CsvLayout, csvLayoutOf } from './csv-layout';
import { csvNotes, csvProblems } from './csv-problems';
import { CsvRows } from './csv-rows';
import { isPreamble } from './csv-rows-of-head';
import { csvSeries } from './csv-series';
import type { MetricsProblem, ReadMetrics } from './metric-series';

/** Lines that decide what the columns are for. */
const headLines = 500;
/** 8 bytes each. */
const mostCells = 20_000_000;

/**
 * Reads a CSV of figures: wide (a column of times and one a series), long (time, metric, value, labels), or between the two (columns of
 * text tell series apart). Takes UTF-8 in chunks of any size; the same bytes give the same series.
 */
export class CsvMetricsReader {
  private readonly splitter = new LineSplitter((bytes, start, end) => this.line(bytes, start, end));
  private head: Uint8Array[] = [];
  private lines = 0;
  private rows: CsvRows | undefined;
  private problem: Sentence | undefined;

  /** `file` as people know it. `referenceSeconds`: a time without a year lies before. */
  constructor(
    private readonly file: string,
    private readonly referenceSeconds: number,
  ) {}

  /** False where more bytes change nothing: something is wrong. */
  push(chunk: Uint8Array): boolean {
    this.splitter.push(chunk);
    return this.problem === undefined;
  }

  end(): ReadMetrics | MetricsProblem {
    this.splitter.end();
    if (this.rows === undefined && this.problem === undefined) this.begin();
    const { rows, file } = this;
    if (this.problem !== undefined) return { problem: this.problem };
    if (rows === undefined || rows.seconds.length === 0) return { problem: csvProblems.empty(file) };
    const { series, notes } = csvSeries(rows, file);
    if (series.length === 0) return { problem: csvProblems.noValues(file) };
    return { series, notes: [...this.notesOf(rows), ...notes] };
  }

  private line(bytes: Uint8Array, start: number, end: number): void {
    if (this.problem !== undefined) return;
    this.lines++;
    if (this.rows !== undefined) {
      this.add(this.rows, bytes.subarray(start, end), this.lines);
      return;
    }
    this.head.push(bytes.slice(start, end));
    if (this.head.length === headLines) this.begin();
  }

  private begin(): void {
    const { head } = this;
    const layout: CsvLayout | Sentence = csvLayoutOf(head, this.referenceSeconds, this.file);
    this.head = [];
    if ('pattern' in layout) {
      this.problem = layout;
      return;
    }
    const rows = new CsvRows(layout);
    this.rows = rows;
    for (let i = layout.linesBefore; i < head.length; i++) this.add(rows, head[i], i + 1);
  }

  private add(rows: CsvRows, line: Uint8Array, number: number): void {
    if (isPreamble(line)) return;
    rows.add(line, 0, line.length, number);
    const { wider } = rows.troubles;
    if (wider)
      this.problem = csvProblems.wider(this.file, wider.line, wider.fields, rows.layout.names.length);
    else if (rows.cells > mostCells) this.problem = csvProblems.tooMuch(this.file, mostCells);
  }

  private notesOf({ troubles, layout }: CsvRows): Sentence[] {
    const { file } = this;
    const { skipped, firstSkipped, noNumbers } = troubles;
    return [
      ...(layout.zoneOpen ? [csvNotes.zoneOpen(file)] : []),
      ...(skipped > 0 ? [csvNotes.skipped(file, skipped, firstSkipped)] : []),
      ...noNumbers.flatMap((cells, i) =>
        cells > 0 ? [csvNotes.noNumbers(file, cells, layout.names[layout.values[i]])] : [],
      ),
    ];
  }
}
