import { spreadOf, stabilised } from '../detectors/volume/robust';

export interface LevelShift {
  /** First step of the new level. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /** Deviations of the steps around their level between the two. */
  readonly sigmas: number;
}

/** Neither side is shorter: else it is a burst, or the edge of the span. */
const shortestShare = 0.1;
const fewestSteps = 6;
const leastSigmas = 4;
const leastTimes = 1.5;

/**
 * Where a series went from one level to another and stayed: the cut at which sums leave a straight line farthest (CUSUM, Page 1954),
 * believed where the medians of both sides are far apart by the spread around them. `usual` is what is expected by time of day.
 */
export function levelShift(counts: Uint32Array, usual: Float64Array | undefined): LevelShift | null {
  const least = Math.max(fewestSteps, Math.ceil(counts.length * shortestShare));
  const values = Float64Array.from(
    counts,
    (count, i) => stabilised(count) - (usual ? stabilised(usual[i]) : 0),
  );
  const at = farthestCut(values, least);
  if (at < 0) return null;
  const [left, right] = [spreadOf(values.subarray(0, at)), spreadOf(values.subarray(at))];
  const sigmas = Math.abs(right.median - left.median) / Math.max(1, left.deviation, right.deviation);
  const [before, after] = [spreadOf(counts.subarray(0, at)).median, spreadOf(counts.subarray(at)).median];
  const isApart = Math.max(before, after) >= leastTimes * Math.max(1, Math.min(before, after));
  return sigmas >= leastSigmas && isApart ? { at, before, after, sigmas } : null;
}

/** -1 where there is no room for a cut. */
function farthestCut(values: Float64Array, least: number): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  let best = -1;
  let farthest = 0;
  let sum = 0;
  for (let at = 1; at <= values.length - least; at++) {
    sum += values[at - 1];
    if (at < least) continue;
    const apart = sum - (at / values.length) * total;
    const distance = (apart * apart) / (at * (values.length - at));
    if (distance > farthest) [best, farthest] = [at, distance];
  }
  return best;
}
