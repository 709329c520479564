import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse } from '../../../src/engine/templates/collapse';
import { ShapeHash } from '../../../src/engine/templates/shape-hash';
import { vectorMemory } from '../../../src/engine/text/vector-memory';

type HashOf = (text: string, before?: string, behind?: string, salt?: number) => string;

/** The hash of a text that stands `before` bytes into what `placed` gives, with `behind` after it. */
function hashOfPlaced(placed: (bytes: Uint8Array) => Uint8Array): HashOf {
  return (text, before = '', behind = '', salt = 0) => {
    const bytes = placed(Buffer.from(`${before}${text}${behind}`, 'latin1'));
    const hash = new ShapeHash();
    hash.hash(bytes, before.length, before.length + text.length, salt);
    return `${hash.a} ${hash.b}`;
  };
}

function inVectorMemory(bytes: Uint8Array): Uint8Array {
  if (vectorMemory === undefined) throw new Error('this host has no vectors');
  vectorMemory.take(bytes);
  vectorMemory.usedUp();
  return vectorMemory.bytes;
}

const byWords = hashOfPlaced((bytes) => bytes);
const byVectors = hashOfPlaced(inVectorMemory);

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
  .map((pieces) => `<${pieces.join('').replace(/ +/g, ' ')}>`)
  .filter(hasNoLongRun);

/** Vectors leave longer ones to words, so that one kind of message has two hashes. */
function hasNoLongRun(text: string): boolean {
  return !/[\w-]{64}/.test(text);
}

/** Mostly of the same shapes, so that the two are usually one kind. */
function withOtherDigits(text: string, shift: number): string {
  return text.replace(/\d/g, (digit) => String((Number(digit) + shift) % 10));
}

describe.each([
  ['words', byWords],
  ['vectors', byVectors],
])('the hash of a message by %s', (_, hashOf) => {
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

describe('by vectors', () => {
  /** Runs that end before, at and behind the window's 64 bytes, and texts that end before, at and behind a step's 16. */
  const long = fc
    .array(
      fc.tuple(fc.constantFrom('a', 'é', '.', 'f', '-', ' '), fc.nat({ max: 40 }), fc.nat({ max: 1e9 })),
      {
        maxLength: 8,
      },
    )
    .map(
      (parts) => `<${parts.map(([char, times, n]) => char.repeat(times).replace(/ +/g, ' ') + n).join('')}>`,
    )
    .filter(hasNoLongRun);

  it('says of two long messages what words say, whether they are of one kind', () => {
    fc.assert(
      fc.property(long, long, fc.nat({ max: 9 }), (one, other, shift) => {
        for (const twin of [other, withOtherDigits(one, shift)])
          expect(byVectors(one) === byVectors(twin)).toBe(byWords(one) === byWords(twin));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves a run of 64 bytes to words', () => {
    for (const text of [`${'f'.repeat(64)} `, `at ${'7'.repeat(64)}.`, `${'x'.repeat(70)}5`])
      expect(byVectors(text)).toBe(byWords(text));
    expect(byVectors('f'.repeat(63))).not.toBe(byWords('f'.repeat(63)));
  });

  it('has no hash in common with words', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(byVectors(text)).not.toBe(byWords(text));
      }),
    );
  });
});
