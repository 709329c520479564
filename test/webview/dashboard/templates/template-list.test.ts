import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listingOf } from '../../../../webview/dashboard/templates/kept-listing';
import { nextDirection } from '../../../../webview/dashboard/templates/table-columns';
import {
  type Listing,
  sortKeys,
  TemplateList,
  usualListing,
} from '../../../../webview/dashboard/templates/template-list';
import { columnsOf } from './template-columns';

const columns = columnsOf([
  { title: 'Order <number> served', count: 900, level: 3, rarity: 0.1, first: 1, last: 99 },
  { title: 'cache miss', count: 50, level: 2, rarity: 0.4, first: 5, last: 60 },
  { title: 'disk is full', count: 50, level: 5, rarity: 0.7, first: 40, last: 41 },
]);
const list = new TemplateList(columns, null, null);
const range = { from: '30000000000', until: '70000000000' };
const inRange = new TemplateList(columns, range, {
  ids: Uint32Array.of(12, 10),
  counts: Uint32Array.of(30, 10),
  records: 40,
});

describe('templates are listed', () => {
  test.each<readonly [string, TemplateList, Partial<Listing>, readonly number[]]>([
    ['the commonest first, equal ones as the log has them', list, {}, [0, 1, 2]],
    ['the rarest first', list, { sort: 'rarity' }, [2, 1, 0]],
    ['by title, upper and lower case alike', list, { sort: 'title', isDescending: false }, [1, 2, 0]],
    ['by level', list, { sort: 'level' }, [2, 0, 1]],
    ['by when they were last seen', list, { sort: 'last' }, [0, 1, 2]],
    ['where the search is in the title', list, { search: ' DISK ' }, [2]],
    ['from a level on', list, { atLeast: 3 }, [0, 2]],
    ['in a range by the records in it, without those that have none', inRange, {}, [2, 0]],
    ['new in a range', inRange, { onlyNew: true }, [2]],
    ['without a range all are as new', list, { onlyNew: true }, [0, 1, 2]],
  ])('%s', (_, of, listing, rows) => {
    expect([...of.rows({ ...usualListing, ...listing })]).toEqual(rows);
  });

  test('shares are of the records that are counted', () => {
    expect(list.shareOf(0)).toBe(0.9);
    expect(inRange.shareOf(2)).toBe(0.75);
    expect(new TemplateList(columnsOf([]), null, null).records).toBe(0);
  });

  test('however they are sorted, the same ones once each', () => {
    const template = fc.record({
      title: fc.string({ maxLength: 5 }),
      count: fc.nat(5),
      level: fc.nat(6),
      first: fc.nat(9),
    });
    const listing = fc.record({ sort: fc.constantFrom(...sortKeys), isDescending: fc.boolean() });
    fc.assert(
      fc.property(fc.array(template, { maxLength: 12 }), listing, (templates, how) => {
        const sorted = new TemplateList(columnsOf(templates), null, null).rows({ ...usualListing, ...how });
        const present = templates.flatMap(({ count }, row) => (count > 0 ? [row] : []));
        expect([...sorted].sort((a, b) => a - b)).toEqual(present);
      }),
    );
  });
});

describe('what the page kept of a listing', () => {
  const whole: Listing = { sort: 'last', isDescending: false, search: 'x', atLeast: 4, onlyNew: true };
  test.each<readonly [string, unknown, Listing]>([
    ['nothing', undefined, usualListing],
    ['all of it', whole, whole],
    ['what an older version wrote', { sort: 'colour', search: 7, atLeast: 99, onlyNew: 'yes' }, usualListing],
    ['a text', 'listing', usualListing],
  ])('%s', (_, kept, listing) => {
    expect(listingOf(kept)).toEqual(listing);
  });
});

test('a column is sorted from what is looked for first, then from its other end', () => {
  const byCount = { sort: 'count', isDescending: true } as const;
  expect(nextDirection('rarity', byCount)).toBe(true);
  expect(nextDirection('title', byCount)).toBe(false);
  expect(nextDirection('count', byCount)).toBe(false);
});
