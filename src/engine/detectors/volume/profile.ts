import { quantile } from './robust';
import { dayMs, type TimeWindows } from './windows';

/** Periods people and jobs go by, longest first. */
const periodsMs = [7 * dayMs, dayMs, dayMs / 24];
/** A period is known from so many of them. */
const fewestCycles = 3;
/** Of the distance from the median, what may be left where a profile is worth having. */
const leftShare = 0.7;

/**
 * What is usual in each window by its place in the week, the day or the hour: the median over the cycles. Undefined where the
 * log is too short for it, or no period says much more than the plain median.
 */
export function profileOf(counts: Uint32Array, windows: TimeWindows): Float64Array | undefined {
  const plain = distance(counts, new Float64Array(counts.length).fill(medianOf(counts)));
  for (const period of periodsMs) {
    const cycle = period / windows.width;
    if (!Number.isInteger(cycle) || cycle < 2 || counts.length < fewestCycles * cycle) continue;
    const profile = byPhase(counts, cycle);
    if (distance(counts, profile) <= leftShare * plain) return profile;
  }
  return undefined;
}

function byPhase(counts: Uint32Array, cycle: number): Float64Array {
  const profile = new Float64Array(counts.length);
  for (let phase = 0; phase < cycle; phase++) {
    const same = new Uint32Array(Math.ceil((counts.length - phase) / cycle));
    for (let i = 0; i < same.length; i++) same[i] = counts[phase + i * cycle];
    const usual = medianOf(same);
    for (let i = phase; i < profile.length; i += cycle) profile[i] = usual;
  }
  return profile;
}

function medianOf(counts: Uint32Array): number {
  return quantile(counts.toSorted(), 0.5);
}

function distance(counts: Uint32Array, expected: Float64Array): number {
  return counts.reduce((sum, count, i) => sum + Math.abs(count - expected[i]), 0);
}
