import type { RecordTable } from '../../model/record-table';
import type { ValueColumn } from '../values/value-columns';
import type { ValueTable } from '../values/value-table';

/** Seconds, minutes, hours, days. */
const steps = [1, 60, 3600, 86_400];
/** Of the pairs of neighbours, those that may differ: clocks jump, days begin at midnight elsewhere. */
const mostUnlike = 0.02;
const fewestPairs = 20;
/** A day as a header writes it; where it ends depends on a zone nobody names. */
const day = /^\d{2,4}([-./])\d{1,2}\1\d{2,4}$/;
/** Enough to tell. */
const mostPairs = 5_000;

/**
 * Whether the values are another stamp of the record's time (epoch seconds beside a date, the day alone): neighbours then have
 * the same value exactly where they have the same second, minute, hour or day.
 */
export function tellsTime(
  table: ValueTable,
  columns: readonly ValueColumn[],
  { time }: RecordTable,
): boolean {
  if (columns[0].kind === 'parameter') return false;
  const column = columns.reduce((largest, one) =>
    table.recordsIn(one.id).length > table.recordsIn(largest.id).length ? one : largest,
  );
  const records = table.recordsIn(column.id).subarray(0, mostPairs);
  const values = table.valuesIn(column.id);
  if (day.test(table.text(values[0]))) return true;
  if (records.length <= fewestPairs) return false;
  return steps.some((step) => {
    const unlike = { same: 0, other: 0 };
    let [same, other] = [0, 0];
    for (let i = 1; i < records.length; i++) {
      const isSameTime = bucket(time, records[i], step) === bucket(time, records[i - 1], step);
      const isSameValue = values[i] === values[i - 1];
      if (isSameTime) same++;
      else other++;
      if (isSameTime && !isSameValue) unlike.same++;
      if (!isSameTime && isSameValue) unlike.other++;
    }
    return same > 0 && other > 0 && unlike.same <= same * mostUnlike && unlike.other <= other * mostUnlike;
  });
}

function bucket(time: RecordTable['time'], record: number, step: number): number {
  return Math.floor(time.millis(record) / (1000 * step));
}
