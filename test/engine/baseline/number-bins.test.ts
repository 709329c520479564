import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binOfNumber, numberOfBin } from '../../../src/engine/baseline/number-bins';

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 });

describe('bins of numbers', () => {
  it('keep a number but for 1.1 %', () => {
    fc.assert(
      fc.property(finite, (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-300);
        const kept = numberOfBin(binOfNumber(value));
        expect(Math.abs(kept - value)).toBeLessThanOrEqual(0.011 * Math.abs(value));
      }),
    );
  });

  it('keep the order of numbers', () => {
    fc.assert(
      fc.property(finite, finite, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(binOfNumber(low)).toBeLessThanOrEqual(binOfNumber(high));
      }),
    );
  });

  it('are found again', () => {
    fc.assert(
      fc.property(finite, (value) => {
        const bin = binOfNumber(value);
        expect(binOfNumber(numberOfBin(bin))).toBe(bin);
      }),
    );
  });
});
