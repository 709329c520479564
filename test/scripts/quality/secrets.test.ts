import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { luhnDigit, residentDigit } from '../../../scripts/quality/secrets/check-digits.mjs';
import { cleanOfAHalf, corpus, plantedAKind } from '../../../scripts/quality/secrets/corpus.mjs';
import { isHidden, mayBeLeft, recallTable, touchedTable } from '../../../scripts/quality/secrets/score.mjs';
import { seededRandom } from '../../../src/engine/model/seeded-random';

const open = corpus('open', seededRandom);
const closed = corpus('closed', seededRandom);
const secretsOf = (kind: string) =>
  [...open.planted, ...closed.planted].filter((each) => each.kind === kind).map(({ secret }) => secret);

describe('check digits', () => {
  it.each([
    ['411111111111111', '1'],
    ['37828224631000', '5'],
    ['7992739871', '3'],
  ])('Luhn puts behind %s a %s', (payload, digit) => expect(luhnDigit(payload)).toBe(digit));

  it('of residents are as GB 11643 shows it', () => {
    expect(residentDigit('11010519491231002')).toBe('X');
  });

  it('tell any one digit written wrongly', () => {
    const digits = fc.stringMatching(/^\d{17}$/);
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (payload, at, by) => {
        const wrong = payload.slice(0, at) + ((Number(payload[at]) + by) % 10) + payload.slice(at + 1);
        expect(luhnDigit(wrong)).not.toBe(luhnDigit(payload));
        expect(residentDigit(wrong)).not.toBe(residentDigit(payload));
      }),
    );
  });
});

describe('the corpus of secrets', () => {
  it('has 1,000 secrets of 25 kinds and 6,000 clean lines, half of each in a half', () => {
    for (const { planted, clean } of [open, closed]) {
      expect(new Set(planted.map(({ kind }) => kind)).size).toBe(25);
      expect(planted).toHaveLength(25 * plantedAKind);
      expect(clean).toHaveLength(cleanOfAHalf);
    }
    expect(open.planted.length + closed.planted.length).toBe(1_000);
    expect(open.clean.length + closed.clean.length).toBeGreaterThanOrEqual(5_000);
  });

  it('is the same each time, and its halves share no text', () => {
    expect(corpus('open', seededRandom)).toEqual(open);
    const texts = new Set(open.planted.map(({ before, secret, after }) => before + secret + after));
    expect(closed.planted.filter(({ before, secret, after }) => texts.has(before + secret + after))).toEqual(
      [],
    );
  });

  it('leaves no name in braces unfilled and no mark of a place', () => {
    for (const { planted, clean } of [open, closed]) {
      const texts = [...planted.map(({ before, after }) => before + after), ...clean.map(({ text }) => text)];
      expect(texts.filter((text) => /\{@\}|\uE000/.test(text))).toEqual([]);
      expect(
        planted.filter(({ secret, before, after }) => secret.length < 5 || before + after === ''),
      ).toEqual([]);
    }
  });

  it('plants cards and residents with the right check digit, groups or none', () => {
    for (const card of secretsOf('card number')) {
      const digits = card.replaceAll(/\D/g, '');
      expect(digits.at(-1)).toBe(luhnDigit(digits.slice(0, -1)));
    }
    for (const number of secretsOf('Chinese ID number'))
      expect(number.at(-1)).toBe(residentDigit(number.slice(0, -1)));
  });

  it.each([
    ['AWS access key id', /^A(KIA|SIA)[A-Z2-7]{16}$/],
    ['AWS secret key', /^[A-Za-z0-9+/]{40}$/],
    ['GitHub token', /^(gh[pousr]_\w{36}|github_pat_\w{82})$/],
    ['JWT', /^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43,}$/],
    ['Google API key', /^AIza[\w-]{35}$/],
  ])('plants a %s as its issuer makes it', (kind, form) => {
    for (const secret of secretsOf(kind)) expect(secret).toMatch(form);
  });
});

describe('what counts as hidden', () => {
  const planted = { kind: 'x', before: 'user=', secret: 'abcdefghijklmnop', after: ' abcdefg' };

  it.each([
    ['user=<X_1> abcdefg', true],
    ['user=abcde<X_1> abcdefg', true],
    ['user=abcdef<X_1> abcdefg', false],
    ['user=abcdefghijklmnop abcdefg', false],
    ['user=<X_1>klmnop abcdefg', false],
  ])('in %s: %s', (redacted, hidden) => expect(isHidden(planted, redacted)).toBe(hidden));

  it('a short secret keeps no more than half of it, no secret more than a third or four characters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (length) => {
        expect(mayBeLeft(length)).toBeLessThanOrEqual(Math.max(4, length / 3));
        expect(mayBeLeft(length)).toBeLessThanOrEqual(length / 2);
      }),
    );
  });

  it.each([
    ['hides all', () => '', '1.000', String(cleanOfAHalf)],
    ['hides nothing', (text: string) => text, '0.000', '0'],
  ])('a shield that %s', (_, redact, recall, touched) => {
    const together = (table: string) => table.slice(table.lastIndexOf('\n')).split(/ ?\| ?/);
    expect(together(recallTable(open.planted, redact))[4]).toBe(recall);
    expect(together(touchedTable(open.clean, redact))[3]).toBe(touched);
  });
});
