import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSearch } from '../../../../src/engine/triage/normal/byte-search';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const cases: readonly (readonly [text: string, word: string, at: number])[] = [
  ['req-1 begins', 'req-1', 0],
  ['ends req-1', 'req-1', 5],
  ['req-12 then req-1.', 'req-1', 12],
  ['a-req-1 b_req-1 (req-1)', 'req-1', 17],
  ['req-1é', 'req-1', 0],
  ['nothing here', 'req-1', -1],
  ['', 'req-1', -1],
  ['anything', '', -1],
];

describe('search for a word among bytes', () => {
  it.each(cases)('%j for %j', (text, word, at) => {
    expect(new ByteSearch(word).next(bytesOf(text), 0)).toBe(at);
  });

  it('finds what a regular expression finds, from everywhere', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', '-', ' ', '.', '\n', '7'), maxLength: 60 });
    const words = fc.string({ unit: fc.constantFrom('a', 'b', '-', '7'), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(texts, words, fc.nat(60), (text, word, from) => {
        const whole = new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'g');
        whole.lastIndex = from;
        expect(new ByteSearch(word).next(bytesOf(text), from)).toBe(whole.exec(text)?.index ?? -1);
      }),
    );
  });
});
