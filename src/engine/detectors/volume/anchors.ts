import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { Burst } from './bursts';
import { eventOf, type SeriesEvent, type VolumeEvent } from './event';
import { Onset } from './onset';
import type { SeriesCounts } from './series-counts';
import type { TimeWindows } from './windows';

const stepRecords = 1 << 16;
const none = -1;

interface Watch {
  readonly event: SeriesEvent;
  /** Where the record that stands for it is. */
  readonly window: number;
  /** Of an outbreak: where it sets in. */
  readonly onset: Onset | undefined;
  record: number;
}

/**
 * The records that events stand at: where the first window's rate rises, the first of a lull, or the last before a silence. Where
 * two events would stand at one record the less probable does.
 */
export function* anchors(
  events: readonly SeriesEvent[],
  series: SeriesCounts,
  windows: TimeWindows,
  records: RecordTable,
): Generator<void, Map<RecordIndex, VolumeEvent>> {
  const watches = events.map((event) => watchOf(event, windows));
  if (watches.length > 0) yield* watch(watches, series, windows, records);
  const found = new Map<RecordIndex, VolumeEvent>();
  for (const { event, record } of watches) {
    const rival = found.get(record as RecordIndex);
    if (record === none || (rival && rival.decades >= event.departure.decades)) continue;
    found.set(record as RecordIndex, { ...eventOf(event, windows), burst: burstOf(event, series) });
  }
  return found;
}

function watchOf(event: SeriesEvent, windows: TimeWindows): Watch {
  const { departure } = event;
  const onset =
    departure.kind === 'up' ? new Onset(departure.usualHigh, departure.count, windows.width) : undefined;
  return { event, window: windowOf(event), onset, record: none };
}

function windowOf({ departure: { kind, from } }: SeriesEvent): number {
  return kind === 'silence' ? from - 1 : from;
}

/** Of a template: what is more of a level, or of the whole log, is of all sorts. */
function burstOf({ subject, departure }: SeriesEvent, series: SeriesCounts): Burst | undefined {
  if (subject.kind !== 'template' || departure.kind !== 'up') return undefined;
  const { from, to } = departure;
  return { from, to, isOf: (record) => series.isOf(subject, record) };
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
      const ms = time.millis(record);
      for (const one of byWindow[windows.indexOf(ms)] ?? [])
        if (series.isOf(one.event.subject, record as RecordIndex) && isBetter(one, ms)) one.record = record;
    }
  }
}

/** Whether the event stands rather at a record of this time than at those seen before. */
function isBetter({ event, onset, record }: Watch, ms: number): boolean {
  return onset?.isBetter(ms) ?? (record === none || event.departure.kind === 'silence');
}
