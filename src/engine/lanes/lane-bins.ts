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
  /** Of the records `[from, to)`, of one source and one block of the columns: the bin of each, -1 of those that have none; holds until the next. */
  of(from: number, to: number): Int16Array;
}

export function timeBins(
  records: RecordTable,
  bins: TimeBins,
  clockOffsets: TimeWindow['clockOffsets'],
): LaneBins {
  const times = new BlockTimes(records);
  const binOf = new Int16Array(blockLength);
  const rulers = records.sources.map((_, source) => {
    const from = bins.from - offsetOf({ clockOffsets }, source);
    return new BinRuler({ ...bins, from });
  });
  return {
    bins,
    count: bins.count,
    of(from, to) {
      times.read(from, to);
      rulers[records.sourceOfRecord(from as RecordIndex)].measure(times, to - from, binOf);
      return binOf;
    },
  };
}

/** In the order they were read. */
export function stretchBins(recordCount: number, most: number): LaneBins {
  const count = Math.min(most, recordCount);
  const binOf = new Int16Array(blockLength);
  return {
    bins: undefined,
    count,
    of(from, to) {
      for (let record = from; record < to; record++)
        binOf[record - from] = Math.floor((record * count) / recordCount);
      return binOf;
    },
  };
}
