import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindOfCell, plainValue, valueOfCell } from '../../../src/engine/metrics/metric-value';

const cells: readonly (readonly [cell: string, kind: string, value: number])[] = [
  ['12', 'number', 12],
  [' -1.5 ', 'number', -1.5],
  ['+.5', 'number', 0.5],
  ['1.', 'number', 1],
  ['1e-3', 'number', 0.001],
  ['1e999', 'number', Number.NaN],
  ['35 %', 'number', 35],
  ['', 'missing', Number.NaN],
  ['-', 'missing', Number.NaN],
  ['N/A', 'missing', Number.NaN],
  ['-Infinity', 'missing', Number.NaN],
  ['0,5', 'commas', Number.NaN],
  ['1.234,5', 'commas', Number.NaN],
  ['1,234', 'commas', Number.NaN],
  ['0x10', 'text', Number.NaN],
  ['1_000', 'text', Number.NaN],
  ['up', 'text', Number.NaN],
];

describe('a cell', () => {
  it.each(cells)('%j is %s', (cell, kind, value) => {
    expect([kindOfCell(cell), valueOfCell(cell)]).toEqual([kind, value]);
  });
});

describe('digits over bytes', () => {
  const digits = fc.stringMatching(/^-?[0-9]{0,17}(\.[0-9]{0,12})?$/);
  const anything = fc.oneof(digits, fc.double().map(String), fc.string({ maxLength: 6 }));

  it('are the same number as the text, or left to it', () => {
    const property = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      const plain = plainValue(bytes, 0, bytes.length);
      if (plain !== undefined) expect(plain).toBe(valueOfCell(text));
    };
    fc.assert(fc.property(anything, property), { numRuns: 2000 });
  });

  it.each([['7'], ['-0.25'], ['123456.789']])('are read of %s', (text) => {
    const bytes = new TextEncoder().encode(text);
    expect(plainValue(bytes, 0, bytes.length)).toBe(Number(text));
  });
});
