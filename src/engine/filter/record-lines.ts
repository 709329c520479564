import type { RecordTable, SourceRow } from '../model/record-table';
import type { RecordIndex } from '../model/units';

/** Which lines the records of the logs take: each up to the next one's first, blank lines included. */
export class RecordLines {
  /** Baselines, which come behind the logs, are no part of what is shown. */
  readonly sources: readonly SourceRow[];
  private source: SourceRow | undefined;

  constructor(private readonly records: RecordTable) {
    this.sources = records.sources.filter(({ role }) => role === 'log');
  }

  get lines(): number {
    return this.sources.reduce((sum, { lines }) => sum + lines, 0);
  }

  get recordCount(): number {
    return this.sources.reduce((sum, { records }) => sum + records, 0);
  }

  firstLine(record: number): number {
    return this.records.firstLine.get(record);
  }

  endLine(record: number): number {
    const next = record + 1;
    const { firstRecord, firstLine, records, lines } = this.sourceOf(record);
    return next < firstRecord + records ? this.records.firstLine.get(next) : firstLine + lines;
  }

  beginsSource(record: number): boolean {
    return this.sourceOf(record).firstRecord === record;
  }

  private sourceOf(record: number): SourceRow {
    const known = this.source;
    if (known && record >= known.firstRecord && record < known.firstRecord + known.records) return known;
    this.source = this.records.sources[this.records.sourceOfRecord(record as RecordIndex)];
    return this.source;
  }
}
