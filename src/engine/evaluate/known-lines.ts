import type { RecordTable } from '../model/record-table';
import type { LineIndex, LineNumber } from '../model/units';

/** What is known of a line of a log. */
export interface LineLabel {
  readonly line: LineNumber;
  readonly isAbnormal: boolean;
  /** What kind of trouble it is; null where that is not said. */
  readonly category: string | null;
}

/** What is known of the records of a log: its first source. */
export interface KnownRecords {
  /** 1 where one of its lines is labelled abnormal; records nobody labelled are normal. */
  readonly abnormal: Uint8Array;
  /** Abnormal records by category, each record once. */
  readonly byCategory: ReadonlyMap<string, ReadonlySet<number>>;
}

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
  return { abnormal, byCategory };
}
