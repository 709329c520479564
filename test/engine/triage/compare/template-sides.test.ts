import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLogs } from './compare-logs';

const start = Date.UTC(2026, 4, 4, 10);

/** A line a second; each message so many times, one after the other. */
function log(...runs: readonly (readonly [string, number])[]): string {
  const messages = runs.flatMap(([message, times]) => Array.from({ length: times }, () => message));
  return messages
    .map((message, i) => `${new Date(start + i * 1000).toISOString()} INFO ${message}\n`)
    .join('');
}

/** `pattern bad:good @line`, in order. */
function sides(bad: string, goods: readonly string[]): string[] {
  return compareLogs(bad, goods).sides.map(
    ({ pattern, bad: inBad, good, line }) => `${pattern} ${inBad}:${good} @${line}`,
  );
}

const usual = [
  ['Oven heated', 40],
  ['Bread sold', 40],
] as const;

test.for<[string, string, readonly string[], readonly string[]]>([
  ['what both have alike is left out', log(...usual), [log(...usual)], []],
  [
    'what is new and what is gone',
    log(...usual, ['Flour is damp', 6]),
    [log(...usual, ['Cake glazed', 20])],
    ['Cake glazed 0:20 @null', 'Flour is damp 6:0 @81'],
  ],
  [
    'many are more telling than few, and none than some',
    log(...usual, ['Door jammed', 30], ['Bell rang', 30], ['Mouse seen', 1]),
    [log(...usual, ['Bell rang', 10], ['Milk poured', 51])],
    ['Milk poured 0:51 @null', 'Door jammed 30:0 @81', 'Bell rang 30:10 @111', 'Mouse seen 1:0 @141'],
  ],
  ['a log twice as long as the good one', log(...usual, ...usual), [log(...usual)], []],
  [
    'the mean of several good logs',
    log(...usual),
    [log(...usual, ['Cake glazed', 9]), log(...usual, ['Cake glazed', 6])],
    ['Cake glazed 0:7.5 @null'],
  ],
  ['logs without times', 'plain start\nplain end\n', ['plain start\nplain end\n'], []],
])('%s', ([, bad, goods, expected]) => {
  expect(sides(bad, goods)).toEqual(expected);
});

test('no more than a thousand, those that differ most', () => {
  const letters = 'abcdefghijk';
  const word = (i: number) => [...String(i)].map((digit) => letters[Number(digit)]).join('');
  const bad = Array.from({ length: 1100 }, (_, i) => [`${word(i)}x ${word(i)}y ${word(i)}z`, 1] as const);
  const found = compareLogs(log(...bad, ['Door jammed', 30]), [log(...usual)]).sides;
  expect(found).toHaveLength(1000);
  expect(found.map(({ pattern }) => pattern)).toContain('Door jammed');
});

test('whatever the logs: a log against itself differs in nothing, and each side is what was counted', () => {
  const runs = fc.array(fc.tuple(fc.constantFrom('Oven on', 'Oven off', 'Bread is sold'), fc.nat(5)), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(runs, runs, (one, other) => {
      const [bad, good] = [log(...one), log(...other)];
      expect(sides(bad, [bad])).toEqual([]);
      const count = (text: string, words: string) => text.split(words).length - 1;
      for (const side of compareLogs(bad, [good]).sides) {
        if (side.pattern.includes('<')) continue;
        expect(side).toMatchObject({ bad: count(bad, side.pattern), good: count(good, side.pattern) });
        expect(side.line === null).toBe(side.bad === 0);
      }
    }),
    { numRuns: 30 },
  );
});
