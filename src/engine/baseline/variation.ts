import type { Variation } from './baseline-model';
import { middleOf, peakOf, type StretchShares, stretches } from './stretch-shares';

/** Fewer records in a stretch tell nothing of how logs of the kind vary. */
const fewestRecords = 20 * stretches;

/**
 * How much the stretches of one good log differ: what each has beyond the others, in the middle one, as a log is held against its
 * baseline later. 0 of a log too short to tell.
 */
export function variationOf(shares: StretchShares, kinds: number): Variation {
  if (shares.records < fewestRecords) return { unknown: 0, excess: 0 };
  const unknown = new Float64Array(stretches);
  const excess = new Float64Array(stretches);
  for (let kind = 0; kind < kinds; kind++) addKind(shares, kind, unknown, excess);
  return { unknown: middleOf(unknown), excess: middleOf(excess) };
}

/** Only the stretch that has most of a kind has more of it than all others. */
function addKind(shares: StretchShares, kind: number, unknown: Float64Array, excess: Float64Array): void {
  const peak = peakOf(shares, kind);
  if (peak === 0) return;
  let top = 0;
  let next = 0;
  for (let stretch = 0; stretch < stretches; stretch++) {
    const share = shares.share(kind, stretch);
    if (share === peak) top = stretch;
  }
  for (let stretch = 0; stretch < stretches; stretch++)
    if (stretch !== top) next = Math.max(next, shares.share(kind, stretch));
  if (next === 0) unknown[top] += peak;
  else excess[top] += peak - next;
}
