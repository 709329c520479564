import type { ValueColumn } from '../../features/values/value-columns';
import type { ValueId } from '../../features/values/value-pool';
import type { ValueTable } from '../../features/values/value-table';
import type { ParameterType } from '../../model/analysis';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { VolumeEvent } from './event';
import { quantile, stabilised, tailDecades } from './robust';
import { volumePatterns } from './sentences';
import type { TimeWindows } from './windows';

/** Quantities name nobody. */
const quantities: ReadonlySet<ParameterType | undefined> = new Set(['number', 'time', 'duration', 'size']);
/** A place must have shown so many records and different values before one of them is too frequent. */
const fewestRecords = 60;
const fewestValues = 8;
const leastTimes = 3;
const leastMore = 10;
/** What stands in more than this share of a place's records is its normal case, not somebody. */
const mostShare = 0.2;

/** One value in one window. */
interface Peak {
  readonly value: number;
  readonly window: number;
  count: number;
  first: RecordIndex;
}

/**
 * Values (a client, an account, a host) that stand in far more records of one window than any other value of their place usually
 * does, and than themselves before: what scans, floods and storms are called by.
 */
export function* valueFloods(
  table: ValueTable,
  records: RecordTable,
  windows: TimeWindows,
  all: Uint32Array,
): Generator<void, Map<RecordIndex, VolumeEvent>> {
  const load = loadOf(all);
  const strongest = new Map<number, { peak: Peak; event: VolumeEvent }>();
  for (const column of table.columns) {
    if (quantities.has(column.type) || table.recordsIn(column.id).length < fewestRecords) continue;
    yield;
    const flood = floodIn(column, table, records, windows, load);
    const rival = flood && strongest.get(flood.peak.value);
    if (flood && (rival === undefined || rival.event.decades < flood.event.decades))
      strongest.set(flood.peak.value, flood);
  }
  return new Map([...strongest.values()].map(({ peak, event }) => [peak.first, event]));
}

function floodIn(
  column: ValueColumn,
  table: ValueTable,
  records: RecordTable,
  windows: TimeWindows,
  load: Float64Array,
): { peak: Peak; event: VolumeEvent } | undefined {
  const peaks = peaksIn(column, table, records, windows);
  const highest = highestOfValues(peaks);
  if (highest.length < fewestValues) return undefined;
  const [peak, ...others] = highest;
  const own = peaks.filter(({ value }) => value === peak.value);
  if (own.reduce((sum, { count }) => sum + count, 0) > mostShare * table.recordsIn(column.id).length)
    return undefined;
  const ofOthers = quantile(others.map(({ count }) => count).reverse(), 0.95);
  const usual = Math.round(Math.max(ofOthers, usualOf(peak, own)) * load[peak.window]);
  if (peak.count < leastTimes * usual || peak.count < usual + leastMore) return undefined;
  const chance = tailDecades(stabilised(peak.count) - stabilised(usual));
  const decades = chance - Math.log10(highest.length * windows.count);
  if (decades <= 0) return undefined;
  const isAll = table.rowCount === table.recordCount;
  const values = [
    peak.count,
    table.text(peak.value as ValueId),
    windows.duration(1),
    windows.clock(peak.window),
    usual,
  ];
  const pattern = isAll ? volumePatterns.flood : volumePatterns.floodAtLeast;
  return { peak, event: { decades, message: { pattern, values } } };
}

/** Of all values and windows; records without a time are in none. */
function peaksIn(
  column: ValueColumn,
  table: ValueTable,
  { time }: RecordTable,
  windows: TimeWindows,
): Peak[] {
  const peaks = new Map<number, Peak>();
  const values = table.valuesIn(column.id);
  table.recordsIn(column.id).forEach((record, i) => {
    const window = windows.indexOf(time.millis(record));
    if (window < 0) return;
    const key = values[i] * windows.count + window;
    const known = peaks.get(key);
    if (known === undefined)
      peaks.set(key, { value: values[i], window, count: 1, first: record as RecordIndex });
    else known.count++;
  });
  return [...peaks.values()];
}

/** The highest window of each value, the highest first. */
function highestOfValues(peaks: readonly Peak[]): Peak[] {
  const highest = new Map<number, Peak>();
  for (const peak of peaks) {
    const known = highest.get(peak.value);
    if (known === undefined || known.count < peak.count) highest.set(peak.value, peak);
  }
  return [...highest.values()].sort((a, b) => b.count - a.count || a.first - b.first);
}

/** What the value itself nearly always stays within in its other windows, those next to its highest left out; 0 where it has none. */
function usualOf({ window }: Peak, own: readonly Peak[]): number {
  const others = own.filter((peak) => Math.abs(peak.window - window) > 1).map(({ count }) => count);
  return others.length === 0
    ? 0
    : quantile(
        others.sort((a, b) => a - b),
        0.95,
      );
}

/** How many times the usual all of the log did in each window, at least 1. */
function loadOf(all: Uint32Array): Float64Array {
  const usual = Math.max(1, quantile(all.toSorted(), 0.5));
  return Float64Array.from(all, (count) => Math.max(1, count / usual));
}
