import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantWordsOf, sharedInOrder, WordIndex } from '../../../../src/engine/triage/normal/shared-words';

const words: fc.Arbitrary<string[]> = fc.array(fc.constantFrom('pool', 'used', 'free', 'lost', 'open'), {
  maxLength: 8,
});

describe('words that two patterns share', () => {
  it.each([
    ['Pool <word>: <number> of <number> in use', ['Pool', 'use']],
    ['[<hex>] state=open, next="closed"', ['state', 'open', 'next', 'closed']],
    ['订单 <number> 已支付', ['订单', '已支付']],
    ['<number> <ip>', []],
  ])('constants of %s', (pattern, expected) => {
    expect(constantWordsOf(pattern)).toEqual(expected);
  });

  it.each([
    ['pool orders used up', 'pool orders free', 2],
    ['a b c', 'c b a', 1],
    ['', 'pool', 0],
  ])('%j and %j', (a, b, shared) => {
    expect(sharedInOrder(a.split(' '), b.split(' '))).toBe(shared);
  });

  it('are as many either way round, and all of a list with itself', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(sharedInOrder(a, b)).toBe(sharedInOrder(b, a));
        expect(sharedInOrder(a, a)).toBe(a.length);
        expect(sharedInOrder(a, b)).toBeLessThanOrEqual(Math.min(a.length, b.length));
      }),
    );
  });

  it('an index names every list that shares enough different words, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 6 }),
        words,
        fc.integer({ min: 1, max: 3 }),
        (lists, sought, least) => {
          const common = (list: readonly string[]) =>
            new Set(list.filter((word) => sought.includes(word))).size;
          const expected = lists.flatMap((list, i) => (common(list) >= least ? [i] : []));
          expect(new WordIndex(lists).sharing(sought, least)).toEqual(expected);
        },
      ),
    );
  });
});
