import { expect, test } from 'vitest';
import { quantityText } from '../../src/protocol/quantity-text';

const cases: readonly (readonly [number, 's' | 'B' | null, string])[] = [
  [1204, null, '1,204'],
  [-40, null, '-40'],
  [0, null, '0'],
  [12.34567, null, '12.35'],
  [0.00123456, null, '0.001235'],
  [98765.4321, null, '98,770'],
  [3, 's', '3 s'],
  [5400, 's', '5,400 s'],
  [0.003, 's', '3 ms'],
  [0.00025, 's', '250 µs'],
  [0, 's', '0 s'],
  [-0.5, 's', '-500 ms'],
  [512, 'B', '512 B'],
  [1_500_000, 'B', '1.5 MB'],
  [2_048, 'B', '2.048 kB'],
];

test.each(cases)('%d of unit %s is %s', (value, unit, text) => {
  expect(quantityText(value, unit)).toBe(text);
});
