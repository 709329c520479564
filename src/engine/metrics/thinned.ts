/**
 * The places of at most `points` of a curve that look like all of it: its ends, the lowest and the highest of each bucket of equal time,
 * and every gap that is longer than a bucket. Ascending. After M4 (Jugel et al., VLDB 2014), with the inner points of a bucket left
 * out: a bucket is narrower than a pixel where it matters.
 *
 * `seconds` ascends; both have the same length; `points` is 8 at least.
 */
export function thinnedPlaces(seconds: Float64Array, values: Float64Array, points: number): Int32Array {
  const { length } = seconds;
  if (length <= points) return Int32Array.from({ length }, (_, i) => i);
  // Lowest, highest and a gap of each, and the two ends.
  const buckets = Math.floor((points - 2) / 3);
  const first = seconds[0];
  const width = (seconds[length - 1] - first) / buckets;
  const kept: number[] = [0];
  for (let from = 0, bucket = 0; from < length && bucket < buckets; bucket++) {
    const until = bucket === buckets - 1 ? length : behind(seconds, from, first + width * (bucket + 1));
    addBucket(kept, { seconds, values }, { from, until, width });
    from = until;
  }
  if (kept[kept.length - 1] !== length - 1) kept.push(length - 1);
  return Int32Array.from(kept);
}

interface Curve {
  readonly seconds: Float64Array;
  readonly values: Float64Array;
}

interface Bucket {
  readonly from: number;
  readonly until: number;
  /** Seconds. */
  readonly width: number;
}

/** The first place from `from` on whose time is `limit` or later. */
function behind(seconds: Float64Array, from: number, limit: number): number {
  let at = from;
  while (at < seconds.length && seconds[at] < limit) at++;
  return at;
}

function addBucket(kept: number[], curve: Curve, bucket: Bucket): void {
  const { values } = curve;
  let [low, high, gap] = [-1, -1, -1];
  for (let i = bucket.from; i < bucket.until; i++) {
    if (Number.isNaN(values[i])) {
      // Once for each run of them, or its part in this bucket.
      const begins = i === bucket.from || !Number.isNaN(values[i - 1]);
      if (gap < 0 && begins && isLongGap(curve, i, bucket.width)) gap = i;
      continue;
    }
    if (low < 0 || values[i] < values[low]) low = i;
    if (high < 0 || values[i] > values[high]) high = i;
  }
  const places = [...new Set([low, high, gap])].filter((place) => place >= 0).sort((a, b) => a - b);
  for (const place of places) if (place > kept[kept.length - 1]) kept.push(place);
}

/** The curve is broken around `at` for longer than `width`; told once, at the gap's first place in the bucket. */
function isLongGap({ seconds, values }: Curve, at: number, width: number): boolean {
  let [before, after] = [at, at];
  while (before > 0 && Number.isNaN(values[before]) && seconds[at] - seconds[before] <= width) before--;
  const last = seconds.length - 1;
  while (after < last && Number.isNaN(values[after]) && seconds[after] - seconds[at] <= width) after++;
  return seconds[after] - seconds[before] > width;
}
