import { seededRandom } from '../../model/seeded-random';
import type { SequenceLabel } from '../sequence';
import { groupsOf } from './groups';
import { largestRemainders, type QuotaTable, quotasOf } from './quotas';

/** In the order in which they take what cannot be shared out evenly. */
export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

/** Not negative, at least one above 0; they need not add up to anything. */
export type SplitShares = Readonly<Record<SplitName, number>>;

export const usualShares: SplitShares = { train: 0.8, validation: 0.1, test: 0.1 };

/** All a split needs to know of a sequence. */
export interface SplitItem {
  readonly label: SequenceLabel;
  readonly category: string | null;
  /** What may stand on one side only: its session, its template sequence (see `leakKeys`). Items that share one stay together. */
  readonly keys: readonly string[];
}

/** Sequences of one label and category in one part: as many as asked for, or not. */
export interface SplitRow {
  readonly label: SequenceLabel;
  readonly category: string | null;
  readonly split: SplitName;
  /** By the shares, in whole sequences. */
  readonly wanted: number;
  readonly got: number;
}

export interface Split {
  /** By item: index into `splitNames`. */
  readonly places: Uint8Array;
  readonly wanted: Readonly<Record<SplitName, number>>;
  readonly got: Readonly<Record<SplitName, number>>;
  /** Every label and category in every part. Where `got` is not `wanted`, groups that must stay together were too large. */
  readonly rows: readonly SplitRow[];
}

/**
 * Deals sequences into train, validation and test: by the shares, in each label and category likewise, and never two that share a
 * key into different parts. The same items in the same order with the same seed are dealt the same way.
 *
 * Groups of a shared key are dealt from the largest to the smallest, each to the part that lacks most of what it holds: single ones come
 * last and fill the counts exactly, if there are enough of them.
 *
 * @throws RangeError where the shares are no shares.
 */
export function splitItems(items: readonly SplitItem[], shares: SplitShares, seed: number): Split {
  const steps = splitSteps(items, shares, seed);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Items between two steps. */
const stepItems = 1 << 13;

/** The same, stopping so that others can work in between. */
export function* splitSteps(
  items: readonly SplitItem[],
  shares: SplitShares,
  seed: number,
): Generator<void, Split> {
  const weights = checkedWeights(shares);
  const strata = stratify(items);
  yield;
  const wanted = largestRemainders(items.length, weights);
  const quotas = quotasOf(strata.sizes, wanted);
  const missing = quotas.map((row) => [...row]);
  const places = new Uint8Array(items.length);
  let dealt = 0;
  for (const group of yield* groupsOf(items, seededRandom(seed))) {
    if (++dealt % stepItems === 0) yield;
    const counts = countsOf(group, strata.of);
    const place = mostMissing(counts, missing, quotas);
    for (const item of group) places[item] = place;
    for (const [stratum, count] of counts) missing[stratum][place] -= count;
  }
  return told(
    places,
    wanted,
    quotas,
    missing,
    strata.first.map((item) => items[item]),
  );
}

/** In the order of `splitNames`. @throws RangeError */
export function checkedWeights(shares: SplitShares): number[] {
  const weights = splitNames.map((name) => shares[name]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.every((weight) => weight >= 0) && sum > 0 && Number.isFinite(sum)) return weights;
  throw new RangeError('Shares are numbers from 0, at least one of them above it');
}

interface Strata {
  /** By item. */
  readonly of: Uint32Array;
  /** By stratum: how many items, and one of them. */
  readonly sizes: readonly number[];
  readonly first: readonly number[];
}

function stratify(items: readonly SplitItem[]): Strata {
  const known = new Map<string, number>();
  const sizes: number[] = [];
  const first: number[] = [];
  const of = Uint32Array.from(items, ({ label, category }, item) => {
    const name = category === null ? label : `${label} ${category}`;
    const stratum = known.get(name) ?? sizes.length;
    if (stratum === sizes.length) {
      known.set(name, stratum);
      first.push(item);
      sizes.push(0);
    }
    sizes[stratum]++;
    return stratum;
  });
  return { of, sizes, first };
}

function countsOf(group: readonly number[], strata: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const item of group) counts.set(strata[item], (counts.get(strata[item]) ?? 0) + 1);
  return counts;
}

/** Where the group overfills least; among equals where the largest part of the quota is missing yet. */
function mostMissing(counts: Map<number, number>, missing: QuotaTable, quotas: QuotaTable): number {
  let best = 0;
  let bestOverfill = Number.POSITIVE_INFINITY;
  let bestShare = Number.NEGATIVE_INFINITY;
  for (const place of splitNames.keys()) {
    let overfill = 0;
    let share = 0;
    for (const [stratum, count] of counts) {
      overfill += Math.max(0, count - Math.max(0, missing[stratum][place]));
      share += (count * missing[stratum][place]) / Math.max(1, quotas[stratum][place]);
    }
    if (overfill > bestOverfill || (overfill === bestOverfill && share <= bestShare)) continue;
    best = place;
    bestOverfill = overfill;
    bestShare = share;
  }
  return best;
}

function told(
  places: Uint8Array,
  wanted: readonly number[],
  quotas: QuotaTable,
  missing: QuotaTable,
  strata: readonly SplitItem[],
): Split {
  const rows = strata.flatMap(({ label, category }, stratum) =>
    splitNames.map((split, place) => {
      const quota = quotas[stratum][place];
      return { label, category, split, wanted: quota, got: quota - missing[stratum][place] };
    }),
  );
  const got = [0, 0, 0];
  for (const place of places) got[place]++;
  return { places, wanted: named(wanted), got: named(got), rows };
}

function named([train, validation, test]: readonly number[]): Record<SplitName, number> {
  return { train, validation, test };
}
