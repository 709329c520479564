import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockOffsetText, parseClockOffset } from '../../src/protocol/clock-offset';

describe('a clock offset as people write it', () => {
  const cases: readonly (readonly [text: string, milliseconds: number | undefined])[] = [
    ['+2.5s', 2500],
    ['-2.5s', -2500],
    ['−3h', -10_800_000],
    ['3h', 10_800_000],
    ['1d 2h 3m 4s 5ms', 93_784_005],
    ['250ms', 250],
    ['.5s', 500],
    ['-1h30m', -5_400_000],
    ['0', 0],
    ['-0', 0],
    ['+0s', 0],
    [' 5m ', 300_000],
    ['0.000001ms', 0.000_001],
    ['376d', 32_486_400_000],
    ['378d', undefined],
    ['', undefined],
    ['+', undefined],
    ['5', undefined],
    ['5x', undefined],
    ['m5', undefined],
    ['30m1h', undefined],
    ['1..5s', undefined],
    ['--5s', undefined],
    ['5s later', undefined],
    [`${'9'.repeat(400)}s`, undefined],
  ];
  for (const [text, milliseconds] of cases) {
    it(JSON.stringify(text.slice(0, 20)), () => expect(parseClockOffset(text)).toBe(milliseconds));
  }
});

describe('a clock offset written out', () => {
  const cases: readonly (readonly [milliseconds: number, text: string])[] = [
    [0, '0'],
    [2500, '+2.5s'],
    [-5_400_000, '-1h30m'],
    [250, '+250ms'],
    [-60_001, '-1m1ms'],
    [86_400_000, '+1d'],
    [60_000, '+1m'],
    [1.5, '+1.5ms'],
  ];
  for (const [milliseconds, text] of cases) {
    it(text, () => expect(clockOffsetText(milliseconds)).toBe(text));
  }

  it('is read as what it was', () => {
    const aYear = 365 * 86_400_000;
    fc.assert(
      fc.property(fc.integer({ min: -aYear, max: aYear }), (milliseconds) => {
        expect(parseClockOffset(clockOffsetText(milliseconds))).toBe(milliseconds);
      }),
    );
  });
});
