import { clockOffset } from '../merge/source-cursor';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { BinRuler } from '../shape/bin-ruler';
import { isBefore, type Moment, timeOf } from '../shape/moment';
import { binsOver, type TimeBins } from '../shape/time-bins';
import type { BlockTimes } from '../shape/time-index';
import type { TimeWindow } from '../shape/time-window';

const nanosPerSecond = 1_000_000_000;

/** Where some records stand along a chart: over the times they have, or where none has one in equal stretches of them. */
export interface RecordBins {
  readonly bins: TimeBins | undefined;
  readonly count: number;
  /** By record; -1 of those without a time. */
  readonly binOf: Int16Array;
}

export function binRecords(
  table: RecordTable,
  records: readonly RecordIndex[],
  clockOffsets: TimeWindow['clockOffsets'],
  most: number,
): RecordBins {
  const times = timesOf(table, records, clockOffsets);
  const { length } = records;
  if (times.first === undefined || times.last === undefined) {
    const count = Math.min(most, length);
    const binOf = Int16Array.from(records, (_, i) => Math.floor((i * count) / length));
    return { bins: undefined, count, binOf };
  }
  const bins = binsOver(timeOf(times.first), timeOf(times.last), most);
  const binOf = new Int16Array(length);
  new BinRuler(bins).measure(times, length, binOf);
  return { bins, count: bins.count, binOf };
}

interface RecordTimes extends Pick<BlockTimes, 'seconds' | 'nanos'> {
  readonly first: Moment | undefined;
  readonly last: Moment | undefined;
}

/** As the clocks of their sources were set right. */
function timesOf(
  table: RecordTable,
  records: readonly RecordIndex[],
  clockOffsets: TimeWindow['clockOffsets'],
): RecordTimes {
  const offsets = table.sources.map((_, source) => clockOffset(clockOffsets[source] ?? 0));
  const seconds = new Float64Array(records.length);
  const nanos = new Uint32Array(records.length);
  let first: Moment | undefined;
  let last: Moment | undefined;
  for (const [i, record] of records.entries()) {
    const offset = offsets[table.sourceOfRecord(record)];
    const sum = table.time.nanosAt(record) + offset.nanos;
    const carries = sum >= nanosPerSecond ? 1 : 0;
    seconds[i] = table.time.secondsAt(record) + offset.seconds + carries;
    nanos[i] = sum - carries * nanosPerSecond;
    if (Number.isNaN(seconds[i])) continue;
    const moment = { seconds: seconds[i], nanos: nanos[i] };
    if (first === undefined || isBefore(moment, first)) first = moment;
    if (last === undefined || isBefore(last, moment)) last = moment;
  }
  return { seconds, nanos, first, last };
}
