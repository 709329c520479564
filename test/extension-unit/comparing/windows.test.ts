import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, firstHalf } from '../../../src/extension/comparing/windows';

const second = 1_000_000_000n;

test('windows end within the log, before its last part', () => {
  const spans = fc.tuple(fc.bigInt(-(2n ** 60n), 2n ** 60n), fc.bigInt(2n * second, 2n ** 60n));
  fc.assert(
    fc.property(spans, ([first, length]) => {
      const span = { first: String(first), last: String(first + length) };
      expect(BigInt(endOf(span, 1))).toBe(first + length - second - 1n);
      const middle = BigInt(firstHalf(span));
      expect(middle - first <= first + length - middle && middle >= first).toBe(true);
    }),
  );
});
