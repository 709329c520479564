import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitColumn, Uint16Column } from '../../../src/engine/model/column';
import { OffsetColumn } from '../../../src/engine/model/offset-column';
import { TimeColumn } from '../../../src/engine/model/time-column';

const rowsIn2Blocks = 66_000;
const length = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 65_530, max: rowsIn2Blocks }));

describe('a column cut short and filled again holds what was pushed last', () => {
  it('bits, which only rise', () => {
    check(
      new BitColumn(),
      (row) => row % 3 === 0,
      (row) => row % 2 === 0,
    );
  });
  it('numbers', () => {
    check(
      new Uint16Column(),
      (row) => row & 0xff,
      (row) => row & 0xfff,
    );
  });
  it('offsets, of another source too', () => {
    check(
      new OffsetColumn(),
      (row) => row * 5_000_000,
      (row) => row * 7,
    );
  });
  it('times', () => {
    const column = new TimeColumn();
    const asNumbers = {
      push: (value: number) => column.push(value < 0 ? Number.NaN : value, 7),
      get: (row: number) => (column.has(row) ? Math.floor(column.millis(row) / 1000) : -1),
      truncate: (rows: number) => column.truncate(rows),
    };
    check(
      asNumbers,
      (row) => (row % 5) - 1,
      (row) => 4e9 * (row % 2),
    );
  });
});

interface Column<Value> {
  push(value: Value): void;
  get(row: number): Value;
  truncate(rows: number): void;
}

function check<Value>(
  column: Column<Value>,
  before: (row: number) => Value,
  after: (row: number) => Value,
): void {
  column.truncate(0);
  for (let row = 0; row < rowsIn2Blocks; row++) column.push(before(row));
  fc.assert(
    fc.property(length, (kept) => {
      column.truncate(kept);
      for (let row = kept; row < rowsIn2Blocks; row++) column.push(after(row));
      const wrong = Array.from({ length: rowsIn2Blocks }, (_, row) => row).filter(
        (row) => column.get(row) !== (row < kept ? before : after)(row),
      );
      expect(wrong.slice(0, 3)).toEqual([]);
      column.truncate(kept);
      for (let row = kept; row < rowsIn2Blocks; row++) column.push(before(row));
    }),
    { numRuns: 12 },
  );
}
