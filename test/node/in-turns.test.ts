import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eachOf, inTurns, sorted, toEnd } from '../../src/node/in-turns';

it('lets others have their turn while it works', async () => {
  let isOver = false;
  let turns = 0;
  const others = () => {
    turns++;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  await inTurns(eachOf([...Array(200).keys()], () => spend(1)));
  isOver = true;
  expect(turns).toBeGreaterThan(2);
});

function spend(ms: number): void {
  for (const since = performance.now(); performance.now() - since < ms; );
}

it('sorts as an array does, what is equal in its order', () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat());
  const compare = ([one]: readonly number[], [other]: readonly number[]) => one - other;
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 60 }), (pairs) => {
      expect(toEnd(sorted(pairs, compare))).toEqual(pairs.toSorted(compare));
    }),
  );
});
