import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParameterType } from '../../../src/engine/model/analysis';
import { ParameterValues } from '../../../src/engine/templates/parameter-summary';
import { quantityOf } from '../../../src/engine/templates/quantity';

describe('numbers with their units folded', () => {
  const cases: [text: string, type: ParameterType, value: number | undefined, unit?: 's' | 'B' | null][] = [
    ['17', 'number', 17, null],
    ['-1.5', 'number', -1.5, null],
    ['2e3', 'number', 2000, null],
    ['93%', 'word', 93, null],
    ['10ms', 'duration', 0.01, 's'],
    ['250µs', 'duration', 0.00025, 's'],
    ['2m', 'duration', 120, 's'],
    ['3h', 'duration', 10_800, 's'],
    ['1.5 GB', 'size', 1.5e9, 'B'],
    ['2KiB', 'size', 2048, 'B'],
    ['7M', 'size', 7e6, 'B'],
    ['512B', 'size', 512, 'B'],
    ['4ms', 'word', 0.004, 's'],
    ['3Mb', 'number', 3e6, 'B'],
    ['1,2,3', 'number', undefined],
    ['0x1f', 'hex', undefined],
    ['', 'number', undefined],
    ['12 monkeys', 'word', undefined],
    ['10.1.2.3', 'ip', undefined],
    ['7xb', 'word', undefined],
    ['1'.repeat(400), 'number', undefined],
  ];
  it.each(cases)('%s, a %s', (text, type, value, unit) => {
    const quantity = quantityOf(text, type);
    if (value === undefined) expect(quantity).toBeUndefined();
    else {
      expect(quantity?.value).toBeCloseTo(value, 9);
      expect(quantity?.unit).toBe(unit);
    }
  });

  it('of any text whatever: a finite number or none', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<ParameterType>('number', 'duration', 'size', 'word'),
        (text, type) => {
          const value = quantityOf(text, type)?.value ?? 0;
          expect(Number.isNaN(value)).toBe(false);
        },
      ),
    );
  });
});

function summaryOf(values: readonly string[], type: ParameterType = 'number', isWhole = true) {
  const gathered = new ParameterValues({ position: 2, type });
  for (const value of values) gathered.add(value);
  return gathered.summary(isWhole);
}

describe('a summary', () => {
  it('of numbers has quantiles that occur, across units of one kind', () => {
    expect(summaryOf(['1s', '10ms', '30ms', '20ms'], 'duration')).toEqual({
      position: 2,
      type: 'duration',
      distinct: 4,
      distinctIsExact: true,
      numbers: { unit: 's', min: 0.01, p50: 0.02, p90: 1, p99: 1, max: 1 },
      top: [
        { value: '10ms', count: 1 },
        { value: '1s', count: 1 },
        { value: '20ms', count: 1 },
        { value: '30ms', count: 1 },
      ],
    });
  });

  it.each([
    ['one value is no number', ['1', 'two', '3'], null],
    ['seconds and bytes have no order', ['1s', '2kB'], null],
    [
      'a record of another shape has no value',
      ['', '7', ''],
      { unit: null, min: 7, p50: 7, p90: 7, p99: 7, max: 7 },
    ],
    ['nothing', [], null],
  ])('%s', (_, values, numbers) => {
    expect(summaryOf(values, 'word').numbers).toEqual(numbers);
  });

  it('names the commonest values, at most five', () => {
    const values = ['a', 'b', 'b', 'c', 'c', 'c', 'd', 'e', 'f'];
    expect(summaryOf(values, 'word').top).toEqual([
      { value: 'c', count: 3 },
      { value: 'b', count: 2 },
      { value: 'a', count: 1 },
      { value: 'd', count: 1 },
      { value: 'e', count: 1 },
    ]);
  });

  it('says “at least” where not all were looked at or told apart', () => {
    expect(summaryOf(['a', 'b'], 'word', false)).toMatchObject({ distinct: 2, distinctIsExact: false });
    const ids = Array.from({ length: 1500 }, (_, i) => `id${i}`);
    expect(summaryOf(ids, 'word')).toMatchObject({ distinct: 1000, distinctIsExact: false, top: [] });
  });
});
