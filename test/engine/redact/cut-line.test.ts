import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutLine } from '../../../src/engine/redact/cut-line';
import { Redactor } from '../../../src/engine/redact/redactor';
import { clippedBehindBeginning } from '../../../src/engine/triage/evidence/shown-line';

const secrets: readonly (readonly [line: string, secret: string])[] = [
  ['{"user":"ottoline","password":"Kestrel-4417x","note":"said"}', 'Kestrel-4417x'],
  ['mail to mira.kowalska@example.org bounced', 'mira.kowalska@example.org'],
  ['card 4111 1111 1111 1111 declined', '4111 1111 1111 1111'],
  ['peer 203.0.113.199:443 closed', '203.0.113.199'],
  ['token ghp_aB3dE5gH7jK9mN1pQ2sT4vW6yZ8aB3dE5gH7 revoked', 'ghp_aB3dE5gH7jK9mN1pQ2sT4vW6yZ8aB3dE5gH7'],
];
const longestLeft = 5;

/** The longest beginning or end of a secret that is left. */
function leftOf(secret: string, text: string): number {
  for (let length = secret.length; length > 0; length--)
    if (text.includes(secret.slice(0, length)) || text.includes(secret.slice(-length))) return length;
  return 0;
}

describe('a piece of a line', () => {
  it.each(secrets)('of %s lets no more out than the line', (told, secret) => {
    const line = `${'before it '.repeat(60)}${told}${' behind it'.repeat(60)}`;
    const at = line.indexOf(secret);
    for (let cut = at - 30; cut < at + secret.length + 30; cut++) {
      for (const piece of [
        cutLine(line, cut, line.length),
        cutLine(line, 0, cut),
        cutLine(line, cut, cut + 20),
      ])
        expect([cut, leftOf(secret, new Redactor().redact(piece)) > longestLeft]).toEqual([cut, false]);
    }
  });

  it('around the place somebody searched for, too', () => {
    const line = `${'a word '.repeat(60)}${secrets[0][0]}${' and more'.repeat(100)}`;
    for (let place = 300; place < line.length; place += 1) {
      const shown = clippedBehindBeginning(line, 500, () => place);
      expect([place, leftOf(secrets[0][1], new Redactor().redact(shown)) > longestLeft]).toEqual([
        place,
        false,
      ]);
    }
  });

  it('is the piece itself where no secret is near', () => {
    const words = fc.array(fc.constantFrom('slow', 'query', 'took', '12 ms', 'at', 'node-7'), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, fc.nat(900), fc.nat(900), (all, from, length) => {
        const line = all.join(' ');
        const start = Math.min(from, line.length);
        const end = Math.min(start + length, line.length);
        return cutLine(line, start, end) === line.slice(start, end);
      }),
    );
  });
});
