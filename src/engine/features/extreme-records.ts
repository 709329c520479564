import type { DistinctRows } from './distinct-rows';
import { RecordFeatures } from './record-features';

/** For each column the first record whose value is furthest from the typical one; each record once. */
export function extremeRecords(features: RecordFeatures, rows: DistinctRows): number[] {
  const furthest = new Float64Array(RecordFeatures.width);
  const extremes = new Map<number, number>();
  const row = new Float64Array(RecordFeatures.width);
  for (let id = 0; id < rows.count; id++) {
    features.write(rows, id, row);
    for (let column = 0; column < row.length; column++) {
      const distance = Math.abs(row[column] - features.typical[column]);
      if (distance <= furthest[column]) continue;
      furthest[column] = distance;
      extremes.set(column, rows.firstRecord(id));
    }
  }
  return [...new Set(extremes.values())];
}
