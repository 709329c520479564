import { blockLength } from '../model/column';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { BinRuler } from '../shape/bin-ruler';
import type { TimeBins } from '../shape/time-bins';
import { BlockTimes } from '../shape/time-index';
import { offsetOf, type TimeWindow } from '../shape/time-window';

/** Where records stand along a chart. */
export interface LaneBins {
  /** Undefined where no record has a time: then bins are equal stretches of the records. */
  readonly bins: TimeBins | undefined;
  readonly count: number;
  /** Of the records `[from, to)`, of one source and one block of the columns; holds until the next. */
  of(from: number, to: number): RecordPlaces;
}

/** By record. */
export interface RecordPlaces {
  /** -1 of those that have none. */
  readonly bins: Int16Array;
  /** Milliseconds since the epoch, as clocks were set right; NaN without a time. */
  readonly millis: Float64Array;
}

export function timeBins(
  records: RecordTable,
  bins: TimeBins,
  clockOffsets: TimeWindow['clockOffsets'],
): LaneBins {
  const times = new BlockTimes(records);
  const places = newPlaces();
  const offsets = records.sources.map((_, source) => offsetOf({ clockOffsets }, source));
  const rulers = offsets.map((offset) => new BinRuler({ ...bins, from: bins.from - offset }));
  return {
    bins,
    count: bins.count,
    of(from, to) {
      const source = records.sourceOfRecord(from as RecordIndex);
      times.read(from, to);
      rulers[source].measure(times, to - from, places.bins);
      fillMillis(places.millis, times, to - from, Number(offsets[source]) / 1e6);
      return places;
    },
  };
}

/** In the order they were read. */
export function stretchBins(recordCount: number, most: number): LaneBins {
  const count = Math.min(most, recordCount);
  const places = newPlaces();
  return {
    bins: undefined,
    count,
    of(from, to) {
      for (let record = from; record < to; record++)
        places.bins[record - from] = Math.floor((record * count) / recordCount);
      return places;
    },
  };
}

function newPlaces(): RecordPlaces {
  return { bins: new Int16Array(blockLength), millis: new Float64Array(blockLength).fill(Number.NaN) };
}

function fillMillis(
  millis: Float64Array,
  { seconds, nanos }: BlockTimes,
  count: number,
  offset: number,
): void {
  for (let i = 0; i < count; i++) millis[i] = seconds[i] * 1000 + nanos[i] / 1e6 + offset;
}
