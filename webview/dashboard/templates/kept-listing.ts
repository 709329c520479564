import { levelNames } from '../terms';
import { type Listing, sortKeys, usualListing } from './template-list';

/** A listing the page kept, which an older version of it may have written: what does not fit is as usual. */
export function listingOf(kept: unknown): Listing {
  if (typeof kept !== 'object' || kept === null) return usualListing;
  const given = kept as Readonly<Record<keyof Listing, unknown>>;
  const isLevel = levelNames.some((_, level) => level === given.atLeast);
  return {
    sort: sortKeys.find((key) => key === given.sort) ?? usualListing.sort,
    isDescending: given.isDescending !== false,
    search: typeof given.search === 'string' ? given.search : '',
    atLeast: isLevel ? Number(given.atLeast) : 0,
    onlyNew: given.onlyNew === true,
  };
}
