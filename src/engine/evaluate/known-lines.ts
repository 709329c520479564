import type { RecordTable } from '../model/record-table';
import type { LineIndex, LineNumber } from '../model/units';

/** What is known of a line of a log. */
export interface LineLabel {
  readonly line: LineNumber;
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

/** By labels of lines of its first source: records that none of them calls abnormal are normal. */
export function knownRecords(records: RecordTable, labels: readonly LineLabel[]): KnownRecords {
  const abnormal = new Uint8Array(records.sources[0].records);
  const byCategory = new Map<string, Set<number>>();
  for (const { line, isAbnormal, category } of labels) {
    const record = isAbnormal ? records.recordOfLine((line - 1) as LineIndex) : undefined;
    if (record === undefined || record >= abnormal.length) continue;
    abnormal[record] = 1;
    if (category === null) continue;
    const found = byCategory.get(category);
    if (found === undefined) byCategory.set(category, new Set([record]));
    else found.add(record);
  }
  return { rows: null, abnormal, byCategory };
}
