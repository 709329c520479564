import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grainOf, hourCells } from '../../../webview/dashboard/heat-map/hour-cells';

const at = (text: string) => Date.parse(text) / 1000;
const hour = 3600;

test.for<[string, number, string]>([
  ['twenty minutes', hour / 3, 'minutes'],
  ['a day', 24 * hour, 'fives'],
  ['a week', 7 * 24 * hour, 'hours'],
  ['a year', 365 * 24 * hour, 'weekdays'],
])('cells of %s', ([, seconds, grain]) => {
  expect(grainOf(seconds)).toBe(grain);
});

test('an anomaly stands in the hour its zone’s clock shows', () => {
  const times = [at('2026-03-14T23:30:00Z'), at('2026-03-15T00:10:00Z')];
  const first = at('2026-03-14T00:00:00Z');
  const last = at('2026-03-16T00:00:00Z');
  const filled = (zone: string) => {
    const { rows, columns, counts } = hourCells(times, first, last, zone);
    return [...counts].flatMap((count, cell) =>
      count > 0 ? [`${rows[Math.floor(cell / columns.length)]} ${columns[cell % columns.length]}`] : [],
    );
  };
  expect(filled('UTC')).toEqual(['2026-03-14 23', '2026-03-15 00']);
  expect(filled('Asia/Shanghai')).toEqual(['2026-03-15 07', '2026-03-15 08']);
});

test('every anomaly within stands in one cell, and in the range of that cell', () => {
  const day = at('2026-03-14T00:00:00Z');
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 20 * 86_400 }), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 1, max: 20 * 86_400 }),
      (offsets, length) => {
        const within = offsets.filter((offset) => offset <= length).map((offset) => day + offset);
        const cells = hourCells(
          offsets.map((offset) => day + offset),
          day,
          day + length,
          'UTC',
        );
        expect(cells.counts.reduce((sum, count) => sum + count, 0)).toBe(within.length);
        if (cells.grain === 'weekdays') return;
        const { columns, counts, rangeOf } = cells;
        for (const [cell, count] of counts.entries()) {
          const range = rangeOf(Math.floor(cell / columns.length), cell % columns.length);
          // To the nanosecond: as a number of seconds the end of a cell is the beginning of the next.
          const from = BigInt(range?.from ?? '0');
          const until = BigInt(range?.until ?? '0');
          const times = within.map((time) => BigInt(time) * 1_000_000_000n);
          expect(times.filter((time) => time >= from && time <= until).length).toBe(count);
        }
      },
    ),
  );
});
