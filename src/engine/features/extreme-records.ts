import { RecordFeatures } from './record-features';

const blockRecords = 4096;
const stepRecords = 1 << 16;

/** For each column the first record whose value is furthest from the typical one; each record once. Yields now and then. */
export function* extremeRecords(features: RecordFeatures, count: number): Generator<void, number[]> {
  const width = RecordFeatures.width;
  const rows = new Float64Array(blockRecords * width);
  const furthest = new Float64Array(width);
  const extremes = new Map<number, number>();
  for (let first = 0; first < count; first += blockRecords) {
    const end = Math.min(count, first + blockRecords);
    features.fill(first, end, rows);
    for (let at = 0; at < (end - first) * width; at++) {
      const column = at % width;
      const distance = Math.abs(rows[at] - features.typical[column]);
      if (distance <= furthest[column]) continue;
      furthest[column] = distance;
      extremes.set(column, first + Math.floor(at / width));
    }
    if (first % stepRecords === 0) yield;
  }
  return [...new Set(extremes.values())];
}
