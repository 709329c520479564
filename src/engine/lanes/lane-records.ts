import type { Sessions } from '../features/sessions/sessions';
import type { RecordTable } from '../model/record-table';

/** Told of records of a lane. */
export type HearRecord = (record: number, lane: number) => void;

/** Which lane records are of: a session, or a component. Lanes are numbered from 0. */
export interface LaneRecords {
  /** Lane numbers are below it. */
  readonly lanes: number;
  /** Tells of the records of `[from, to)` that are of a lane, in order; gives how many of them were looked at. */
  each(from: number, to: number, hear: HearRecord): number;
}

/** By the column: every record is looked at. Number 0 stands for no component and is never told. */
export function componentRecords({ component }: RecordTable, names: number): LaneRecords {
  return {
    lanes: names,
    each(from, to, hear) {
      for (let record = from; record < to; record++) {
        const lane = component.get(record);
        if (lane !== 0) hear(record, lane);
      }
      return to - from;
    },
  };
}

export function sessionRecords(found: Sessions): LaneRecords {
  const { records, sessions } = found.lookedAt;
  return {
    lanes: found.count,
    each(from, to, hear) {
      const first = firstAtOrAfter(records, from);
      let row = first;
      for (; row < records.length && records[row] < to; row++)
        if (sessions[row] >= 0) hear(records[row], sessions[row]);
      return row - first;
    },
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
