import type { Sessions } from '../features/sessions/sessions';
import { blockLength } from '../model/column';
import type { RecordTable } from '../model/record-table';

/** Which lane records are of: a session, or a component. Lanes are numbered from 0. */
export interface LaneRecords {
  /** Lane numbers are below it. */
  readonly lanes: number;
  /** Of the records `[from, to)`, at most 65,536: the lane of each, -1 of those that are of none; holds until the next. */
  of(from: number, to: number): Int32Array;
  /** How many of them were looked at. */
  lookedAt(from: number, to: number): number;
}

/** By the column: every record is looked at. Number 0 stands for no component and is no lane. */
export function componentRecords({ component }: RecordTable, names: number): LaneRecords {
  const lanes = new Int32Array(blockLength);
  return {
    lanes: names,
    of(from, to) {
      for (let record = from; record < to; record++) lanes[record - from] = component.get(record) || -1;
      return lanes;
    },
    lookedAt: (from, to) => to - from,
  };
}

export function sessionRecords(found: Sessions): LaneRecords {
  const { records, sessions } = found.lookedAt;
  const lanes = new Int32Array(blockLength);
  return {
    lanes: found.count,
    of(from, to) {
      lanes.fill(-1);
      for (let row = firstAtOrAfter(records, from); row < records.length && records[row] < to; row++)
        lanes[records[row] - from] = sessions[row];
      return lanes;
    },
    lookedAt: (from, to) => firstAtOrAfter(records, to) - firstAtOrAfter(records, from),
  };
}

/** Of ascending values the place of the first that is not below `wanted`. */
export function firstAtOrAfter(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
