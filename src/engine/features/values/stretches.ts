import type { SourceRow } from '../../model/record-table';
import type { RecordIndex, SourceIndex } from '../../model/units';

/** Consecutive records of one source: `[from, to)`. */
export interface Stretch {
  readonly source: SourceIndex;
  readonly from: RecordIndex;
  readonly to: RecordIndex;
}

/**
 * Which records are looked at: all of a source's up to its share of `limit`, beyond that stretches of `length` records evenly
 * spread, the first and the last among them. Whole stretches, so that records which belong together are seen together.
 */
export function stretchesOf(
  sources: readonly (Pick<SourceRow, 'firstRecord' | 'records'> & { readonly index: number })[],
  limit: number,
  length: number,
): Stretch[] {
  const total = sources.reduce((sum, { records }) => sum + records, 0);
  return sources.flatMap(({ index, firstRecord, records }) => {
    const stretch = (from: number, to: number): Stretch => ({
      source: index as SourceIndex,
      from: (firstRecord + from) as RecordIndex,
      to: (firstRecord + to) as RecordIndex,
    });
    const count = Math.max(2, Math.floor((records * limit) / total / length));
    if (total <= limit || count * length >= records) return records === 0 ? [] : [stretch(0, records)];
    return Array.from({ length: count }, (_, i) => {
      const from = Math.floor((i * (records - length)) / (count - 1));
      return stretch(from, from + length);
    });
  });
}
