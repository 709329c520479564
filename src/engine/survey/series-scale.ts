import type { VolumeSeries } from './volume-series';

/** Entries a step has on average where what is counted is bytes: so many make counts whose chance can be told. */
const meanOfBytes = 500;
const most = 2 ** 31;

/** Counts as whole numbers that the arithmetic of counts fits: bytes vary as entries do, not as bytes. */
export interface ScaledSeries {
  readonly counts: Uint32Array;
  /** What one of `counts` stands for. */
  readonly scale: number;
}

export function scaled({ counts, unit }: Pick<VolumeSeries, 'counts' | 'unit'>): ScaledSeries {
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  const scale = Math.max(unit === 'bytes' ? mean / meanOfBytes : 1, largest / most, Number.MIN_VALUE);
  return { counts: Uint32Array.from(counts, (count) => Math.round(count / scale)), scale };
}
