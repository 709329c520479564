import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { BeatRecords } from './beat-records';
import { fewestBeats, type MissedBeats, missedBeats } from './beats';
import type { VolumeEvent } from './event';
import { quantile } from './robust';
import { volumePatterns } from './sentences';
import type { TimeWindows } from './windows';

/** The log must have gone on with at least this share of what it usually writes. */
const leastActivity = 0.3;
const stepSeries = 256;
/** A series whose first gaps are of all lengths is not looked at further. */
const firstLook = 8;
const leastAlike = 4;

/** What came regularly and stopped coming, by the last record before it did. */
export function* beatEvents(
  beats: BeatRecords,
  records: RecordTable,
  windows: TimeWindows,
  all: Uint32Array,
): Generator<void, Map<RecordIndex, VolumeEvent>> {
  const events = new Map<RecordIndex, VolumeEvent>();
  const usual = quantile(all.toSorted(), 0.5);
  const fromMs = windows.startMs;
  const untilMs = fromMs + windows.count * windows.width;
  let looked = 0;
  for (const series of beats.series()) {
    if (looked++ % stepSeries === 0) yield;
    const times = timesOf(series, records);
    const pause = times && missedBeats(times, { fromMs, untilMs });
    if (times === undefined || pause === undefined) continue;
    const begins = times[pause.last];
    if (activity(all, windows, begins, begins + pause.pause) < leastActivity * usual) continue;
    events.set(series[pause.last], eventOf(pause, pause.last === times.length - 1));
  }
  return events;
}

/** Ascending, or undefined where a clock jumped back, a time is missing or the first gaps are of all lengths. */
function timesOf(series: readonly RecordIndex[], { time }: RecordTable): number[] | undefined {
  const begin = series.slice(0, firstLook + 1).map((record) => time.millis(record) as number);
  const gaps = begin
    .slice(1)
    .map((ms, i) => ms - begin[i])
    .sort((a, b) => a - b);
  const middle = gaps[gaps.length >> 1];
  if (gaps.filter((gap) => gap > middle * 0.7 && gap < middle * 1.4).length < leastAlike) return undefined;
  const times = series.map((record) => time.millis(record) as number);
  return times.every((ms, i) => i === 0 || ms >= times[i - 1]) && series.length >= fewestBeats
    ? times
    : undefined;
}

/** Records a window that all of the log wrote meanwhile. */
function activity(all: Uint32Array, windows: TimeWindows, fromMs: number, untilMs: number): number {
  const from = Math.max(0, Math.floor((fromMs - windows.startMs) / windows.width) + 1);
  const until = Math.min(windows.count, Math.ceil((untilMs - windows.startMs) / windows.width) - 1);
  const meanwhile = all.subarray(from, Math.max(from, until));
  return meanwhile.length === 0 ? 0 : meanwhile.reduce((sum, count) => sum + count, 0) / meanwhile.length;
}

function eventOf({ period, pause, regular, gaps, decades }: MissedBeats, isLast: boolean): VolumeEvent {
  const values = [seconds(pause), seconds(period), regular, gaps];
  return {
    decades,
    message: { pattern: isLast ? volumePatterns.lastBeat : volumePatterns.missedBeats, values },
  };
}

/** Three significant digits. */
function seconds(ms: number): number {
  return Number((ms / 1000).toPrecision(3));
}
