import { largestRemainders } from './quotas';
import { checkedWeights, type SplitShares } from './split';

/** From when until when an item goes, by whatever clock. */
export interface TimeSpan {
  readonly from: number;
  readonly until: number;
}

/**
 * By item the part it stands in: the earliest so many by the shares, then the next, then the latest; undefined for one that goes on
 * after the next part has begun. So each part ends before the next begins, however items overlap. Of equal beginnings the first item goes first.
 *
 * @throws RangeError where the shares are no shares.
 */
export function splitByTime(spans: readonly TimeSpan[], shares: SplitShares): (number | undefined)[] {
  const order = [...spans.keys()].sort((a, b) => spans[a].from - spans[b].from || a - b);
  const counts = largestRemainders(spans.length, checkedWeights(shares));
  const places = new Array<number | undefined>(spans.length).fill(undefined);
  let end = 0;
  for (const [part, count] of counts.entries()) {
    const begin = end;
    end += count;
    const next = end < order.length ? spans[order[end]].from : Number.POSITIVE_INFINITY;
    for (const item of order.slice(begin, end)) if (spans[item].until <= next) places[item] = part;
  }
  return places;
}
