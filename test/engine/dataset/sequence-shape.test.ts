import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf, templateSequenceHash, textKey } from '../../../src/engine/dataset/sequence-shape';
import { hostileText } from './hostile-sequences';
import { sequenceOf } from './sample-sequences';

const alike: readonly (readonly [string, string])[] = [
  ['order 17 was shipped', 'order 4711 was shipped'],
  ['request 9f3c2a1b from 10.0.0.1', 'request 0a1b from 192.168.20.7'],
  ['2026-03-14T09:26:53Z start', '2025-11-02T23:00:01Z start'],
  ['订单12已发货', '订单98已发货'],
  ['<1>', '<22>'],
];

const different: readonly (readonly [string, string])[] = [
  ['order 17 was shipped', 'order 17 was refused'],
  ['a b', 'ab'],
  ['retry 1', 'retry'],
  ['one', 'ONE'],
];

describe('texts that differ in words with digits alone have one shape', () => {
  it.each(alike)('%s | %s', (a, b) => expect(shapeOf([a])).toBe(shapeOf([b])));
  it.each(different)('%s is not %s', (a, b) => expect(shapeOf([a])).not.toBe(shapeOf([b])));
});

it('where a text ends is part of the shape', () => {
  expect(shapeOf(['a b', 'c'])).not.toBe(shapeOf(['a', 'b c']));
  expect(shapeOf(['a', 'b'])).not.toBe(shapeOf(['b', 'a']));
});

it('shapes and keys are whole numbers that a double holds', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const key of [shapeOf([text]), textKey(text)])
        expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
    }),
  );
});

it('what a check of the written texts holds for one, the hash of templates does, too', () => {
  const first = sequenceOf(['order 1 paid', 'order 1 shipped'], {
    templates: ['order <*> paid', 'order <*> shipped'],
  });
  const second = sequenceOf(['order 2 paid', 'order 2 shipped'], {
    templates: ['order <*> paid', 'order <*> shipped'],
  });
  const third = sequenceOf(['order 2 shipped', 'order 2 paid'], {
    templates: ['order <*> shipped', 'order <*> paid'],
  });
  expect(templateSequenceHash(first)).toBe(templateSequenceHash(second));
  expect(templateSequenceHash(first)).not.toBe(templateSequenceHash(third));
});
