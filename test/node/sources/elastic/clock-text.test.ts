import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNs, msAfter, msBefore, nsOfText } from '../../../../src/node/sources/elastic/clock-text';

const ns = fc.bigInt(0n, 9_223_372_036_854_775_807n);

describe('Times of the servers', () => {
  const cases: [text: string, ns: string | null][] = [
    ['2026-03-01T00:00:00.123456789Z', '1772323200123456789'],
    ['2026-03-01T00:00:00.123Z', '1772323200123000000'],
    ['2026-03-01T00:00:00.000000001Z', '1772323200000000001'],
    ['2026-03-01T00:00:00Z', '1772323200000000000'],
    ['1970-01-01T00:00:00.000000007Z', '7'],
    ['1969-12-31T23:59:59.999Z', null],
    ['2026-13-01T00:00:00Z', null],
    ['yesterday', null],
    ['', null],
  ];
  it.each(cases)('%s is %s', (text, expected) => expect(nsOfText(text)).toBe(expected));

  it('keep every nanosecond', () => {
    fc.assert(
      fc.property(ns, (time) => {
        const second = new Date(Number(time / 1_000_000_000n) * 1000).toISOString().slice(0, -5);
        const text = `${second}.${String(time % 1_000_000_000n).padStart(9, '0')}Z`;
        expect(nsOfText(text)).toBe(String(time));
      }),
    );
  });

  it('lie between the milliseconds around them, and compare as numbers do', () => {
    fc.assert(
      fc.property(ns, ns, (one, other) => {
        expect(BigInt(msBefore(`${one}`)) * 1_000_000n <= one).toBe(true);
        expect(BigInt(msAfter(`${one}`)) * 1_000_000n >= one).toBe(true);
        expect(msAfter(`${one}`) - msBefore(`${one}`)).toBe(one % 1_000_000n === 0n ? 0 : 1);
        expect(Math.sign(compareNs(`${one}`, `${other}`))).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });
});
