import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import { eventOf, type SeriesEvent, type VolumeEvent } from './event';
import type { SeriesCounts } from './series-counts';
import type { TimeWindows } from './windows';

const stepRecords = 1 << 16;
const none = -1;

interface Watch {
  readonly event: SeriesEvent;
  /** Where the record that stands for it is. */
  readonly window: number;
  record: number;
}

/**
 * The records that events stand at: the first of the first window, or the last before a silence. Where two events would stand at one
 * record the less probable does.
 */
export function* anchors(
  events: readonly SeriesEvent[],
  series: SeriesCounts,
  windows: TimeWindows,
  records: RecordTable,
): Generator<void, Map<RecordIndex, VolumeEvent>> {
  const watches = events.map((event): Watch => ({ event, window: windowOf(event), record: none }));
  if (watches.length > 0) yield* watch(watches, series, windows, records);
  const found = new Map<RecordIndex, VolumeEvent>();
  for (const { event, record } of watches) {
    const rival = found.get(record as RecordIndex);
    if (record === none || (rival && rival.decades >= event.departure.decades)) continue;
    found.set(record as RecordIndex, eventOf(event, windows));
  }
  return found;
}

function windowOf({ departure: { kind, from } }: SeriesEvent): number {
  return kind === 'silence' ? from - 1 : from;
}

function* watch(
  watches: readonly Watch[],
  series: SeriesCounts,
  windows: TimeWindows,
  { sources, time }: RecordTable,
): Generator<void, void> {
  const byWindow = Array.from({ length: windows.count }, (_, i) =>
    watches.filter(({ window }) => window === i),
  );
  for (const { role, firstRecord, records } of sources) {
    if (role === 'baseline') continue;
    for (let record = firstRecord as number; record < firstRecord + records; record++) {
      if (record % stepRecords === 0) yield;
      for (const one of byWindow[windows.indexOf(time.millis(record))] ?? []) {
        const isOpen = one.record === none || one.event.departure.kind === 'silence';
        if (isOpen && series.isOf(one.event.subject, record as RecordIndex)) one.record = record;
      }
    }
  }
}
