import fc from 'fast-check';
import { expect, it } from 'vitest';
import { beforeLastWord, Hash64 } from '../../../src/engine/triage/hash64';

const word = fc.integer({ min: 0, max: 0xffffffff });

it('a word can be taken back: what was before it, and which it was, agree in both halves', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), word, (words, last) => {
      const hash = new Hash64();
      for (const each of words) hash.add(each);
      const { upper, lower } = hash;
      hash.add(last);
      const { upperAndWord, halves } = beforeLastWord(hash.upper, hash.lower);
      expect((upper ^ upperAndWord) >>> 0).toBe(last);
      expect(halves).toBe(upper ^ lower);
    }),
  );
});

it('begins anew as it began', () => {
  const once = new Hash64().add(1).hex();
  expect(new Hash64().add(7).restart().add(1).hex()).toBe(once);
  expect(once).toMatch(/^[0-9a-f]{16}$/);
});
