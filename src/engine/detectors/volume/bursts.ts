import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { TimeWindows } from './windows';

/** What there was too much of, for a time. */
export interface Burst {
  /** Windows `[from, to)`. */
  readonly from: number;
  readonly to: number;
  readonly isOf: (record: RecordIndex) => boolean;
}

const stepRecords = 1 << 16;

/** The records of each burst from the one it stands at, its key, to the end of its last window; ascending. One pass over the log for all of them. */
export function* burstRecords(
  bursts: ReadonlyMap<RecordIndex, Burst>,
  windows: TimeWindows,
  { sources, time }: RecordTable,
): Generator<void, Map<RecordIndex, RecordIndex[]>> {
  const found = new Map([...bursts.keys()].map((begin) => [begin, [] as RecordIndex[]]));
  if (bursts.size === 0) return found;
  const byWindow = Array.from({ length: windows.count }, (_, window) =>
    [...bursts].filter(([, { from, to }]) => window >= from && window < to),
  );
  for (const { role, firstRecord, records } of sources) {
    if (role === 'baseline') continue;
    for (let at = firstRecord as number; at < firstRecord + records; at++) {
      if (at % stepRecords === 0) yield;
      const record = at as RecordIndex;
      for (const [begin, { isOf }] of byWindow[windows.indexOf(time.millis(at))] ?? [])
        if (record >= begin && isOf(record)) found.get(begin)?.push(record);
    }
  }
  return found;
}
