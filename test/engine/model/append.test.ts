import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitColumn, Uint8Column, Uint16Column } from '../../../src/engine/model/column';
import { NarrowColumn } from '../../../src/engine/model/narrow-column';
import { OffsetColumn } from '../../../src/engine/model/offset-column';
import { TimeColumn } from '../../../src/engine/model/time-column';

/** Rows before, so that what is appended crosses the end of a block. */
const before = fc.constantFrom(0, 1, 65_533);
const word = fc.oneof(fc.nat(9), fc.nat(70_000), fc.integer({ min: 2 ** 31, max: 2 ** 32 - 1 }));
const second = fc.oneof(fc.constant(Number.NaN), fc.nat(9), fc.constantFrom(1.78e9, -6e10, 2.5e11));
const nano = fc.constantFrom(0, 250_000_000, 250_000_001, 999_999_999);

/** What a column holds after so many pushes of 0, and what it holds where they are followed by one `append`. */
function check<Value>(
  values: fc.Arbitrary<Value>,
  { push, append, get }: ReturnType<typeof columns<Value>>,
): void {
  fc.assert(
    fc.property(before, fc.array(values, { minLength: 1, maxLength: 20 }), (rows, appended) => {
      const [pushed, filled] = [push(rows, appended), append(rows, appended)];
      const held = (column: unknown) => appended.map((_, i) => get(column, rows + i));
      expect(held(filled)).toEqual(held(pushed));
    }),
    { numRuns: 150 },
  );
}

/** How a kind of column is filled and read. */
function columns<Value>(of: {
  create: () => { length: number };
  push: (column: never, value: Value) => void;
  append: (column: never, values: readonly Value[]) => void;
  get: (column: never, row: number) => unknown;
  first: Value;
}) {
  const filled = (rows: number) => {
    const column = of.create();
    for (let row = 0; row < rows; row++) of.push(column as never, of.first);
    return column;
  };
  return {
    push: (rows: number, values: readonly Value[]) => {
      const column = filled(rows);
      for (const value of values) of.push(column as never, value);
      return column;
    },
    append: (rows: number, values: readonly Value[]) => {
      const column = filled(rows);
      of.append(column as never, values);
      return column;
    },
    get: (column: unknown, row: number) => of.get(column as never, row),
  };
}

describe('values appended together are those pushed one by one', () => {
  it('bytes', () =>
    check(
      fc.nat(255),
      columns({
        create: () => new Uint8Column(),
        push: (column: Uint8Column, value) => column.push(value),
        append: (column: Uint8Column, values) => column.append(Uint8Array.from(values), values.length),
        get: (column: Uint8Column, row) => column.get(row),
        first: 0,
      }),
    ));
  it('two bytes', () =>
    check(
      fc.nat(65_535),
      columns({
        create: () => new Uint16Column(),
        push: (column: Uint16Column, value) => column.push(value),
        append: (column: Uint16Column, values) => column.append(Uint16Array.from(values), values.length),
        get: (column: Uint16Column, row) => column.get(row),
        first: 0,
      }),
    ));
  it('bits', () =>
    check(
      fc.nat(1),
      columns({
        create: () => new BitColumn(),
        push: (column: BitColumn, value) => column.push(value === 1),
        append: (column: BitColumn, values) => column.append(Uint8Array.from(values), values.length),
        get: (column: BitColumn, row) => column.get(row),
        first: 0,
      }),
    ));
  it('offsets, counted from one far into a file', () =>
    check(
      word,
      columns({
        create: () => new OffsetColumn(),
        push: (column: OffsetColumn, value) => column.push(7e9 + value),
        append: (column: OffsetColumn, values) => column.append(7e9, Uint32Array.from(values), values.length),
        get: (column: OffsetColumn, row) => column.get(row),
        first: 0,
      }),
    ));
  it.each([0, 1] as const)('numbers with slope %i', (slope) =>
    check(
      slope === 0 ? word : fc.nat(70_000).map((value) => value + 65_533),
      columns({
        create: () => new NarrowColumn(slope),
        push: (column: NarrowColumn, value) => column.push(value),
        append: (column: NarrowColumn, values) => column.append(0, Uint32Array.from(values), values.length),
        get: (column: NarrowColumn, row) => column.get(row),
        first: 0,
      }),
    ),
  );
  it('times, and none', () =>
    check(
      fc.tuple(second, nano),
      columns({
        create: () => new TimeColumn(),
        push: (column: TimeColumn, [seconds, nanos]) => column.push(seconds, nanos),
        append: (column: TimeColumn, values) =>
          column.append(
            Float64Array.from(values, ([seconds]) => seconds),
            Uint32Array.from(values, ([, nanos]) => nanos),
            values.length,
          ),
        get: (column: TimeColumn, row) => column.nanosecondsText(row),
        first: [Number.NaN, 0] as [number, number],
      }),
    ));
});
