import type { RecordTable, SourceRow } from '../model/record-table';

/** So many stretches of a log are compared with each other and with a baseline. */
export const stretches = 8;
const stepRecords = 1 << 16;

/** In which shares kinds of records come in the eighths of one log. */
export interface StretchShares {
  readonly records: number;
  /** Kind by kind: its share in each stretch, 0 to 1. */
  share(kind: number, stretch: number): number;
}

/** Counts the kinds of one source's records by stretch; a log of fewer than 8 records has empty ones. Yields now and then. */
export function* stretchShares(
  { firstRecord, records: count }: SourceRow,
  { signature }: RecordTable,
  kindOf: (signature: number) => number,
  kinds: number,
): Generator<void, StretchShares> {
  const counts = new Uint32Array(kinds * stretches);
  const sizes = new Uint32Array(stretches);
  for (let i = 0; i < count; i++) {
    const stretch = Math.floor((i * stretches) / count);
    counts[kindOf(signature.get(firstRecord + i)) * stretches + stretch]++;
    sizes[stretch]++;
    if (i % stepRecords === 0) yield;
  }
  return {
    records: count,
    share: (kind, stretch) => counts[kind * stretches + stretch] / Math.max(1, sizes[stretch]),
  };
}

/** The greatest share of a kind in any stretch. */
export function peakOf(shares: StretchShares, kind: number): number {
  let peak = 0;
  for (let stretch = 0; stretch < stretches; stretch++) peak = Math.max(peak, shares.share(kind, stretch));
  return peak;
}

/** The middle one of the values of all stretches, the lower of two. */
export function middleOf(values: Float64Array): number {
  return values.toSorted()[(values.length - 1) >>> 1];
}
