import { devianceOf, inflationOf, intervalOf, ratioOf, type Shares } from './compare-shares';
import { type History, historyOf, logShare } from './history';
import type { ItemCount } from './item-history';
import type { Opportunity } from './opportunity';
import { lnTailOfT, t95 } from './student-t';

/** How an item differs, by the counts and what is usual for it. */
export interface Difference {
  readonly direction: 'over' | 'under';
  readonly ratio: number | null;
  readonly interval: readonly [number, number | null];
  /** Of the shares, in units of what the history allows: how telling it is. */
  readonly strength: number;
  readonly inflation: number;
  readonly degrees: number;
  /** ln of how often chance does as much, of this item alone. */
  readonly lnChance: number;
  /** It stands in so few windows that its own history says nothing of how large it can be. */
  readonly isSeldom: boolean;
}

/** Fewer records in focus, or expected there, can differ by chance whatever else is known. */
export const leastCount = 5;
/** A difference that is sure and smaller is no news. */
const leastRatio = 1.5;
/** Fewer windows are no history. */
export const fewestHistoryWindows = 6;
/** What stands in so few windows is new, or comes seldom and in clumps. */
export const seldomWindows = 3;
/** Before its history is looked at: what a binomial allows is no difference, as a history only allows more. */
const worthALook = Math.log(0.05);
/** Of the logarithms of an item's shares, before its history is known: as a prior of so many degrees of freedom. */
const priorVariance = 0.3 ** 2;
const priorDegrees = 1;
/** Windows that have it less often, on average, show no bursts. */
const burstCount = 3;
/** Small windows' shares say little: so much of a usual one is added to each window's records. */
const paddingShare = 0.25;
/** A count of none has no logarithm. */
const halfCount = 0.5;

/** Whether it is often enough for a difference to be seen at all: only these count as compared. */
export function isComparable(shares: Shares): boolean {
  const { focus, focusOf, against, againstOf } = shares;
  if (focusOf === 0 || againstOf === 0) return false;
  return Math.max(focus, (focusOf * against) / againstOf) >= leastCount;
}

/** Undefined where it is no different from what it usually is. */
export function differenceOf(
  item: ItemCount,
  opportunity: Opportunity,
  againstWindows: number,
): Difference | undefined {
  const shares = sharesOf(item, opportunity);
  const direction = directionOf(shares);
  if (direction === undefined || opportunity.windows < fewestHistoryWindows) return undefined;
  const deviance = devianceOf(shares);
  if (lnTailOfT(Math.sqrt(deviance), Number.MAX_SAFE_INTEGER) > worthALook) return undefined;
  const usual = opportunity.records / opportunity.windows;
  const padding = Math.max(leastCount, paddingShare * Math.min(shares.focusOf, usual));
  const history = historyOf(item, opportunity, padding);
  const log = logShare(Math.max(halfCount, shares.focus), shares.focusOf, padding);
  if (wasSoBefore(direction, log, history)) return undefined;
  const inflation = inflationOf(shares, history.correlation, opportunity.usualSize, againstWindows);
  const degrees = history.windows - 1;
  const strength = deviance / inflation;
  const lnByShare = lnTailOfT(Math.sqrt(strength), degrees);
  const isSeldom = history.present <= seldomWindows;
  return {
    direction,
    ratio: ratioOf(shares),
    interval: intervalOf(shares, inflation, t95(degrees)),
    strength,
    inflation,
    degrees,
    lnChance:
      isSeldom || history.meanCount < burstCount
        ? lnByShare
        : Math.max(lnByShare, lnByLogarithm(log, shares.focus, history)),
    isSeldom,
  };
}

export function sharesOf(item: Pick<ItemCount, 'focus' | 'against'>, opportunity: Opportunity): Shares {
  return {
    focus: item.focus,
    focusOf: opportunity.focus,
    against: item.against,
    againstOf: opportunity.against,
  };
}

function directionOf(shares: Shares): Difference['direction'] | undefined {
  if (!isComparable(shares)) return undefined;
  const { focus, focusOf, against, againstOf } = shares;
  const expected = (focusOf * against) / againstOf;
  if (focus >= leastCount && focus >= leastRatio * expected) return 'over';
  return expected >= leastCount && focus * leastRatio <= expected ? 'under' : undefined;
}

/** What a window elsewhere had as much of, or as little, is nothing that happens here alone. */
function wasSoBefore(direction: Difference['direction'], log: number, history: History): boolean {
  if (direction === 'over') return history.present > 0 && log <= history.highest;
  return history.missed > 0 || log >= history.lowest;
}

/** Of windows that have it: bursts differ by factors, which a share's variance knows nothing of. */
function lnByLogarithm(log: number, count: number, history: History): number {
  const degrees = priorDegrees + history.present - 1;
  const known = (history.present - 1) * history.varianceLog;
  const variance = (priorDegrees * priorVariance + known) / degrees;
  const error = variance * (1 + 1 / history.present) + 1 / Math.max(halfCount, count);
  return lnTailOfT((log - history.meanLog) / Math.sqrt(error), degrees);
}
