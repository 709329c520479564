import type { RecordTable } from '../model/record-table';
import type { LineIndex, LineNumber } from '../model/units';

/** What is known of lines of a log. */
export interface LineLabel {
  readonly line: LineNumber;
  /** The last of them. */
  readonly endLine: LineNumber;
  readonly isAbnormal: boolean;
  /** What kind of trouble it is; null where that is not said. */
  readonly category: string | null;
}

/** What is known of records of a log. */
export interface KnownRecords {
  /** The records that are measured, by row; null where each row of `abnormal` is the record of that number. */
  readonly rows: Uint32Array | null;
  /** By row, 1 of what is abnormal. */
  readonly abnormal: Uint8Array;
  /** Abnormal records by category, each record once. */
  readonly byCategory: ReadonlyMap<string, ReadonlySet<number>>;
}

const stepRecords = 1 << 16;

/** By labels of lines of its first source: records that none of them calls abnormal are normal. Yields every 65,536 records. */
export function* knownRecords(
  records: RecordTable,
  labels: readonly LineLabel[],
): Generator<void, KnownRecords> {
  const abnormal = new Uint8Array(records.sources[0].records);
  const byCategory = new Map<string, Set<number>>();
  let looked = 0;
  for (const { line, endLine, isAbnormal, category } of labels) {
    for (let at: number = line - 1; isAbnormal && at < Math.min(endLine, records.lineCount); ) {
      if (++looked % stepRecords === 0) yield;
      const record = records.recordOfLine(at as LineIndex);
      at = record === undefined ? at + 1 : records.lastLine(record) + 1;
      if (record === undefined || record >= abnormal.length) continue;
      abnormal[record] = 1;
      if (category !== null) recordsOf(byCategory, category).add(record);
    }
  }
  return { rows: null, abnormal, byCategory };
}

function recordsOf(byCategory: Map<string, Set<number>>, category: string): Set<number> {
  const known = byCategory.get(category) ?? new Set();
  byCategory.set(category, known);
  return known;
}
