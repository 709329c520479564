import type { SplitItem } from './split';

/** Distinct keys that stand in more than one part; 0 after `splitItems`. */
export function countLeaks(items: readonly Pick<SplitItem, 'keys'>[], places: Uint8Array): number {
  const seen = new Map<string, number>();
  const leaked = new Set<string>();
  for (const [item, { keys }] of items.entries()) {
    for (const key of keys) {
      const place = seen.get(key) ?? places[item];
      seen.set(key, place);
      if (place !== places[item]) leaked.add(key);
    }
  }
  return leaked.size;
}
