import { expect, test } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import { isRare, type Order, ordered, shareOf } from '../../../src/extension/templates-tree/rows';
import { template } from '../analysed-log';

const templates = [
  template(1, { count: 5, rarity: 0.5, firstLine: 9 as LineNumber }),
  template(2, { count: 90, rarity: 0, firstLine: 2 as LineNumber }),
  template(3, { count: 1, rarity: 1, firstLine: 5 as LineNumber }),
  template(4, { count: 5, rarity: 0.5, firstLine: 1 as LineNumber }),
];

const orders: readonly { readonly order: Order; readonly ids: readonly number[] }[] = [
  { order: 'count', ids: [2, 4, 1, 3] },
  { order: 'rarity', ids: [3, 4, 1, 2] },
  { order: 'first-seen', ids: [4, 2, 3, 1] },
];

test.each(orders)('by $order, equals by where they begin', ({ order, ids }) => {
  expect(ordered(templates, order).map(({ id }) => id)).toEqual(ids);
});

const shares: readonly { readonly count: number; readonly records: number; readonly share: string }[] = [
  { count: 150, records: 1000, share: '15 %' },
  { count: 15, records: 1000, share: '1.5 %' },
  { count: 1, records: 100_000, share: '< 0.1 %' },
  { count: 1, records: 1, share: '100 %' },
  { count: 0, records: 0, share: '< 0.1 %' },
];

test.each(shares)('$count of $records is $share', ({ count, records, share }) => {
  expect(shareOf(template(1, { count }), records)).toBe(share);
});

const rarities: readonly { readonly share: number; readonly records: number; readonly rare: boolean }[] = [
  { share: 0.009, records: 10_000, rare: true },
  { share: 0.011, records: 10_000, rare: false },
  { share: 1, records: 10_000, rare: false },
  { share: 0.02, records: 50, rare: false },
];

test.each(rarities)('templates seldom enough to make up $share of $records records: rare is $rare', (one) => {
  const rarity = -Math.log10(one.share) / Math.log10(one.records);
  expect(isRare(template(1, { rarity }), one.records)).toBe(one.rare);
});
