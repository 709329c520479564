import type { ValueColumn } from '../../features/values/value-columns';
import type { ValueId } from '../../features/values/value-pool';
import type { ValueTable } from '../../features/values/value-table';
import type { ParameterType } from '../../model/analysis';
import type { RecordTable } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import type { Burst } from './bursts';
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
/** What stands in more than this share of a place's records besides the flood is its normal case, not somebody. */
const mostShare = 0.2;
/** What lasts for more than this share of the windows a place occurs in is how things are, not an event. */
const mostWindows = 0.4;

/** One value in one window. */
interface Peak {
  readonly value: number;
  readonly window: number;
  count: number;
  first: RecordIndex;
}

interface Flood {
  readonly value: number;
  /** The value's first record of it. */
  readonly first: RecordIndex;
  readonly event: VolumeEvent;
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
  const strongest = new Map<number, Flood>();
  for (const column of table.columns) {
    if (quantities.has(column.type) || table.recordsIn(column.id).length < fewestRecords) continue;
    yield;
    const flood = floodIn(column, table, records, windows, load);
    const rival = flood && strongest.get(flood.value);
    if (flood && (rival === undefined || rival.event.decades < flood.event.decades))
      strongest.set(flood.value, flood);
  }
  return new Map([...strongest.values()].map(({ first, event }) => [first, event]));
}

function floodIn(
  column: ValueColumn,
  table: ValueTable,
  records: RecordTable,
  windows: TimeWindows,
  load: Float64Array,
): Flood | undefined {
  const peaks = peaksIn(column, table, records, windows);
  const highest = highestOfValues(peaks);
  if (highest.length < fewestValues) return undefined;
  const [peak, ...others] = highest;
  const own = peaks.filter(({ value }) => value === peak.value);
  const flood = floodAround(peak, own);
  if (isUsual(own, flood, peaks)) return undefined;
  const ofOthers = quantile(others.map(({ count }) => count).reverse(), 0.95);
  const usual = Math.round(Math.max(ofOthers, usualOf(own, flood)) * load[peak.window]);
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
  const { first, window } = beginning(own, flood, usual);
  const to = flood[flood.length - 1].window + 1;
  const isOf = (record: RecordIndex) => table.valueIn(record, column.id) === peak.value;
  // Where not each record was looked at, nobody knows which ones are the value's.
  const burst: Burst | undefined = isAll ? { from: window, to, isOf } : undefined;
  return { value: peak.value, first, event: { decades, message: { pattern, values }, burst } };
}

/** The windows on end about its highest in which a value stands nearly as often, by order of time. */
function floodAround(peak: Peak, own: readonly Peak[]): Peak[] {
  const high = own.filter(({ count }) => count * leastTimes > peak.count).sort((a, b) => a.window - b.window);
  const middle = high.indexOf(peak);
  return high.filter(({ window }, i) => window - peak.window === i - middle);
}

/** Where its first record is: in the window before the flood's where the value stands there oftener than usual already. */
function beginning(own: readonly Peak[], [begin]: readonly Peak[], usual: number): Peak {
  return own.find(({ window, count }) => window === begin.window - 1 && count > usual) ?? begin;
}

/**
 * Whether a value is what its place usually holds, or the place holds too little besides to say what is usual: judged by the
 * windows that the flood is not in, so that a flood cannot make itself usual however large it is.
 */
function isUsual(own: readonly Peak[], flood: readonly Peak[], peaks: readonly Peak[]): boolean {
  const flooded = new Set(flood.map(({ window }) => window));
  const isBesides = ({ window }: Peak) => !flooded.has(window);
  const occurs = new Set(peaks.map(({ window }) => window));
  const besides = peaks.filter(isBesides);
  const records = total(besides);
  const values = new Set(besides.map(({ value }) => value)).size;
  if (records < fewestRecords || values < fewestValues) return true;
  return flooded.size > mostWindows * occurs.size || total(own.filter(isBesides)) > mostShare * records;
}

function total(peaks: readonly Peak[]): number {
  return peaks.reduce((sum, { count }) => sum + count, 0);
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

/** What the value itself nearly always stays within in its other windows; 0 where it has none. The flood's edges are no other windows. */
function usualOf(own: readonly Peak[], flood: readonly Peak[]): number {
  const [from, to] = [flood[0].window - 1, flood[flood.length - 1].window + 1];
  const others = own.filter(({ window }) => window < from || window > to).map(({ count }) => count);
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
