/** So many of its usual steps without a value are a gap, not one that came late. */
const gapSteps = 2.5;
/** Fewer steps tell nothing of what is usual. */
const fewestSteps = 3;
/** Steps looked at, spread over all. */
const mostSteps = 1001;

interface Curve {
  readonly seconds: Float64Array;
  readonly values: Float64Array;
}

/**
 * The curve with a point without a value in each stretch where values are missing, so that no line is drawn over it. `step`: seconds
 * from one value to the next; null is the usual one of the curve itself.
 */
export function withGaps(curve: Curve, step: number | null): Curve {
  const { seconds, values } = curve;
  const usual = step ?? usualStep(seconds);
  if (usual === null) return curve;
  const isGap = (i: number) => i > 0 && seconds[i] - seconds[i - 1] > gapSteps * usual;
  let gaps = 0;
  for (let i = 1; i < seconds.length; i++) if (isGap(i)) gaps++;
  if (gaps === 0) return curve;
  const [allSeconds, allValues] = [
    new Float64Array(seconds.length + gaps),
    new Float64Array(seconds.length + gaps),
  ];
  for (let i = 0, at = 0; i < seconds.length; i++) {
    if (isGap(i)) {
      allSeconds[at] = seconds[i - 1] + usual;
      allValues[at++] = Number.NaN;
    }
    allSeconds[at] = seconds[i];
    allValues[at++] = values[i];
  }
  return { seconds: allSeconds, values: allValues };
}

/** The median; null where there are too few. */
function usualStep(seconds: Float64Array): number | null {
  const steps = seconds.length - 1;
  if (steps < fewestSteps) return null;
  const stride = Math.max(1, Math.ceil(steps / mostSteps));
  const some: number[] = [];
  for (let i = 1; i <= steps; i += stride) some.push(seconds[i] - seconds[i - 1]);
  some.sort((a, b) => a - b);
  const median = some[some.length >> 1];
  return median > 0 ? median : null;
}
