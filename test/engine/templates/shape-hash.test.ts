import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse } from '../../../src/engine/templates/collapse';
import { ShapeHash } from '../../../src/engine/templates/shape-hash';

/** The hash of a text that stands `before` bytes into a buffer, with `behind` after it. */
function hashOf(text: string, before = '', behind = '', salt = 0): string {
  const bytes = Buffer.from(`${before}${text}${behind}`, 'latin1');
  const hash = new ShapeHash();
  hash.hash(bytes, before.length, before.length + text.length, salt);
  return `${hash.a} ${hash.b}`;
}

function collapsed(text: string): string {
  return collapse(Buffer.from(text, 'latin1'), 0, text.length).text;
}

/** Texts that begin and end with a word, single blanks between: there the hash and `collapse` must agree both ways. */
const piece = fc.oneof(
  fc.constantFrom(
    'a',
    'at',
    'job',
    'ready',
    'x/',
    '=',
    '[',
    ']:',
    '.',
    'log4j',
    'k8s',
    'blk_',
    'node-',
    '0x',
    'é',
  ),
  fc.constantFrom(
    '1',
    '-1',
    '22',
    '333',
    '4444',
    '55555',
    '1234567',
    '0x1f',
    '10ms',
    'f9ed02',
    '2026-11-21',
    '2026-11-21T09',
  ),
  fc.constantFrom('blk_12', 'rdd_4_1', '7f3c1d90-1111-2222-3333-abcdef012345', 'a1b2c3_Q9'),
);
const message = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: fc.constant(' ') }), {
    maxLength: 14,
  })
  .map((pieces) => `<${pieces.join('').replace(/ +/g, ' ')}>`);

/** Mostly of the same shapes, so that the two are usually one kind. */
function withOtherDigits(text: string, shift: number): string {
  return text.replace(/\d/g, (digit) => String((Number(digit) + shift) % 10));
}

describe('the hash of a message', () => {
  it('is that of another exactly where both collapse to the same text', () => {
    fc.assert(
      fc.property(message, message, fc.nat({ max: 9 }), (one, other, shift) => {
        for (const twin of [other, withOtherDigits(one, shift)])
          expect(hashOf(one) === hashOf(twin)).toBe(collapsed(one) === collapsed(twin));
      }),
      { numRuns: 2000 },
    );
  });

  it('does not change with the digits of its numbers, however many', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('load ', 'of', ': ', 'é', '/')),
        fc.array(fc.nat()),
        (words, numbers) => {
          const filled = (digits: (n: number) => number) =>
            words.map((word, i) => `${word}${i < numbers.length ? digits(numbers[i]) : ''}~`).join('');
          expect(hashOf(filled((n) => n))).toBe(hashOf(filled((n) => (n * 7919) % 100_003)));
        },
      ),
    );
  });

  it('goes by nothing but the message: neither where it stands nor what is around it', () => {
    const around = fc.string({ unit: fc.constantFrom('7', 'x', ' ', '-'), maxLength: 9 });
    fc.assert(
      fc.property(message, around, around, (text, before, behind) => {
        expect(hashOf(text, before, behind)).toBe(hashOf(text));
      }),
    );
  });

  it('is another with another salt', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 1, max: 1 << 30 }), (text, salt) => {
        expect(hashOf(text, '', '', salt)).not.toBe(hashOf(text));
      }),
    );
  });
});
