import type { RecordTable } from '../model/record-table';
import type { LineIndex } from '../model/units';
import { firstAtOrAfter } from './lane-records';

/** First lines of findings, through all sources; severities by their place in `severities`. */
export interface FindingColumns {
  readonly lines: Uint32Array;
  readonly severities: Uint8Array;
}

/** Findings by the records they begin in, ascending. */
export class FoundRecords {
  private readonly records: Uint32Array;
  private readonly severities: Uint8Array;

  constructor(table: RecordTable, { lines, severities }: FindingColumns) {
    const found: { readonly record: number; readonly severity: number }[] = [];
    for (const [i, line] of lines.entries()) {
      const record = line < table.lineCount ? table.recordOfLine(line as LineIndex) : undefined;
      if (record !== undefined) found.push({ record, severity: severities[i] ?? 0 });
    }
    found.sort((a, b) => a.record - b.record);
    this.records = Uint32Array.from(found, ({ record }) => record);
    this.severities = Uint8Array.from(found, ({ severity }) => severity);
  }

  /** Tells of the findings in records `[from, to)`, in order. */
  each(from: number, to: number, hear: (record: number, severity: number) => void): void {
    const { records, severities } = this;
    for (let i = firstAtOrAfter(records, from); i < records.length && records[i] < to; i++)
      hear(records[i], severities[i]);
  }

  /** Records of the worst findings that are wanted, of equal ones the first; each once. */
  worst(most: number, isWanted: (record: number) => boolean): number[] {
    const { records, severities } = this;
    const places = Uint32Array.from(records.keys()).sort((a, b) => severities[b] - severities[a] || a - b);
    const found = new Set<number>();
    for (const place of places) {
      if (found.size === most) break;
      if (isWanted(records[place])) found.add(records[place]);
    }
    return [...found];
  }
}
