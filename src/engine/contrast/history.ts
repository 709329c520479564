import type { ItemCount } from './item-history';
import type { Opportunity } from './opportunity';

/**
 * What an item's windows say of how much its share wavers, whatever its mean: counts of logs come in bursts, so that what a
 * binomial allows is far too little.
 */
export interface History {
  /** Windows in which it could have stood. */
  readonly windows: number;
  /** Windows in which it did. */
  readonly present: number;
  /** Of these: how often, on average. */
  readonly meanCount: number;
  /**
   * Correlation within a window, 0 to 1: the variance of a count k of n is n·p·(1 − p)·(1 + (n − 1)·correlation), as of a beta-binomial.
   * The larger of two estimates by moments: over Pearson's residuals, and over plain ones, in which large windows weigh more.
   */
  readonly correlation: number;
  /** Of the windows that have it: ln of its share, drawn towards 0 where a window is small. */
  readonly meanLog: number;
  /** Of these beyond what small counts have by chance. */
  readonly varianceLog: number;
  readonly highest: number;
  readonly lowest: number;
  /** Large enough to have it, by its usual share, and without it all the same. */
  readonly missed: number;
}

/** A window should have had an item so often that its being missing says something. */
const leastExpected = 3;

/** `padding`: records added to each window's, so that the share in a small one counts little. */
export function historyOf(item: ItemCount, opportunity: Opportunity, padding: number): History {
  const sums = sumsOf(item, opportunity);
  const logs = logSharesOf(item, opportunity, padding);
  const mean = logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length);
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return {
    windows: opportunity.windows,
    present: logs.length,
    meanCount: sums.count / Math.max(1, logs.length),
    correlation: correlationOf(sums, opportunity),
    meanLog: mean,
    varianceLog: logs.length < 2 ? 0 : Math.max(0, squares / (logs.length - 1) - noiseOf(item)),
    highest: logs.reduce((most, log) => Math.max(most, log), Number.NEGATIVE_INFINITY),
    lowest: logs.reduce((least, log) => Math.min(least, log), Number.POSITIVE_INFINITY),
    missed: missedIn(item, opportunity, sums.count),
  };
}

/** The correlation of all values that could have stood in the same records, as one; below 0 where they vary less than by chance. */
export function pooledCorrelation(items: readonly ItemCount[], opportunity: Opportunity): number {
  let [excess, most] = [0, 0];
  for (const item of items) {
    const sums = sumsOf(item, opportunity);
    if (sums.count === 0) continue;
    const own = excessOf(sums, opportunity);
    excess += own.excess;
    most += own.most;
  }
  return most <= 0 ? 0 : excess / most;
}

/** ln of a share in focus, as `highest` and `lowest` are. */
export function logShare(count: number, of: number, padding: number): number {
  return Math.log(count / (of + padding));
}

interface Sums {
  readonly count: number;
  readonly countSquared: number;
  readonly countTimesRecords: number;
  /** Σ k² / n. */
  readonly countShares: number;
}

function sumsOf({ windows, counts }: ItemCount, { byWindow }: Opportunity): Sums {
  const sums = { count: 0, countSquared: 0, countTimesRecords: 0, countShares: 0 };
  for (let i = 0; i < windows.length; i++) {
    const [k, n] = [counts[i], byWindow[windows[i]]];
    sums.count += k;
    sums.countSquared += k * k;
    sums.countTimesRecords += k * n;
    sums.countShares += (k * k) / n;
  }
  return sums;
}

/**
 * Where windows are small a single item's own says next to nothing: it is drawn towards that of all values that could have stood there,
 * as if those were known from so many pairs of records.
 */
const pooledPairs = 200;

function correlationOf(sums: Sums, opportunity: Opportunity): number {
  const { windows, records, pairs } = opportunity;
  const p = records === 0 ? 0 : sums.count / records;
  if (windows < 2 || p * (1 - p) <= 0) return 0;
  const pearson = (sums.countShares / p - sums.count) / (1 - p);
  const byPearson = (pearson - (windows - 1)) / Math.max(1, records - windows);
  const { excess, most } = excessOf(sums, opportunity);
  const own = Math.max(byPearson, excess / Math.max(1, most));
  const drawn = (own * pairs + opportunity.pooledCorrelation * pooledPairs) / (pairs + pooledPairs);
  return Math.min(1, Math.max(0, drawn));
}

/** How much more the counts of windows vary than a binomial's, and how much more they could at most. */
function excessOf(
  { count, countSquared, countTimesRecords }: Pick<Sums, 'count' | 'countSquared' | 'countTimesRecords'>,
  { records, recordsSquared }: Pick<Opportunity, 'records' | 'recordsSquared'>,
): { readonly excess: number; readonly most: number } {
  const p = count / records;
  const residuals = countSquared - 2 * p * countTimesRecords + p * p * recordsSquared;
  const spread = p * (1 - p);
  return { excess: residuals - spread * records, most: spread * (recordsSquared - records) };
}

/** The mean variance of the logarithms of Poisson counts, of those that are not 0: 1 / (k + 2) is within a tenth of it from a mean of 2 on. */
function noiseOf({ counts }: ItemCount): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += 1 / (counts[i] + 2);
  return sum / counts.length;
}

function logSharesOf({ windows, counts }: ItemCount, { byWindow }: Opportunity, padding: number): number[] {
  return Array.from(windows, (window, i) => logShare(counts[i], byWindow[window], padding));
}

function missedIn({ windows }: ItemCount, opportunity: Opportunity, count: number): number {
  if (count === 0) return 0;
  const least = (leastExpected * opportunity.records) / count;
  let withIt = 0;
  for (let i = 0; i < windows.length; i++) if (opportunity.byWindow[windows[i]] >= least) withIt++;
  return opportunity.windowsOf(least) - withIt;
}
