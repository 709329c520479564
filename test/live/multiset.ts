import { expect } from 'vitest';

const shown = 5;

export type Multiset = ReadonlyMap<string, number>;

export function multiset(keys: Iterable<string>): Multiset {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Members of `one` that `other` has not, or not as often. */
function missingFrom(other: Multiset, one: Multiset): string[] {
  const missing: string[] = [];
  for (const [key, count] of one) {
    const lacking = count - (other.get(key) ?? 0);
    if (lacking > 0) missing.push(lacking === 1 ? key : `${lacking} × ${key}`);
  }
  return missing;
}

const said = (keys: readonly string[]) => ({ count: keys.length, first: keys.slice(0, shown) });

/** Nothing lost, nothing doubled. */
export function expectSame(found: Multiset, wanted: Multiset): void {
  const lost = said(missingFrom(found, wanted));
  const tooMany = said(missingFrom(wanted, found));
  expect({ lost, tooMany }).toEqual({ lost: said([]), tooMany: said([]) });
}
