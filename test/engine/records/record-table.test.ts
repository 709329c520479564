import { describe, expect, it } from 'vitest';
import { Level } from '../../../src/engine/model/level';
import { RecordTable } from '../../../src/engine/model/record-table';
import type { ByteOffset, LineIndex, RecordIndex, SignatureId } from '../../../src/engine/model/units';

/** One letter a line: R begins a record, c continues it, _ is blank, p stands before the first record. */
function tableOf(...sources: string[]): RecordTable {
  const table = new RecordTable();
  for (const [index, shape] of sources.entries()) {
    table.openSource(`source ${index}`, 'log');
    for (const kind of shape) {
      const line = table.pushLine(0 as ByteOffset, kind === '_');
      if (kind === 'R') pushRecord(table, line);
    }
  }
  return table;
}

function pushRecord(table: RecordTable, firstLine: LineIndex): void {
  const signature = 0 as SignatureId;
  table.pushRecord({ firstLine, signature, seconds: Number.NaN, nanos: 0, level: Level.none, component: 0 });
}

describe('which record a line belongs to', () => {
  const cases: { shape: string[]; records: (number | undefined)[] }[] = [
    { shape: ['RRR'], records: [0, 1, 2] },
    { shape: ['RccR'], records: [0, 0, 0, 1] },
    { shape: ['pR'], records: [undefined, 0] },
    { shape: ['R_c'], records: [0, undefined, 0] },
    { shape: ['Rc', 'pRc'], records: [0, 0, undefined, 1, 1] },
    { shape: ['R', '', 'R'], records: [0, 1] },
    { shape: ['pp'], records: [undefined, undefined] },
  ];
  for (const { shape, records } of cases) {
    it(shape.join(' | '), () => {
      const table = tableOf(...shape);
      expect(records.map((_, line) => table.recordOfLine(line as LineIndex))).toEqual(records);
    });
  }
});

describe('the last line of a record', () => {
  const cases: { shape: string[]; last: number[] }[] = [
    { shape: ['RRR'], last: [0, 1, 2] },
    { shape: ['Rcc_R'], last: [2, 4] },
    { shape: ['R__'], last: [0] },
    { shape: ['R_c_', 'pR'], last: [2, 5] },
  ];
  for (const { shape, last } of cases) {
    it(shape.join(' | '), () => {
      const table = tableOf(...shape);
      expect(last.map((_, record) => table.lastLine(record as RecordIndex))).toEqual(last);
    });
  }
});

describe('line numbers', () => {
  it('begin at 1 in each source', () => {
    const table = tableOf('RR', 'R');
    expect([0, 1, 2].map((line) => table.lineNumber(line as LineIndex))).toEqual([1, 2, 1]);
    expect([0, 1, 2].map((line) => table.sourceOfLine(line as LineIndex))).toEqual([0, 0, 1]);
  });
});

describe('times', () => {
  it('keep nanoseconds, before the epoch too', () => {
    const table = tableOf('R');
    table.time.push(-1, 999_999_999);
    table.time.push(1_700_000_000, 123_456_789);
    expect(table.time.nanosecondsAt(0)).toBeNull();
    expect(table.time.nanosecondsAt(1)).toBe(-1n);
    expect(table.time.nanosecondsAt(2)).toBe(1_700_000_000_123_456_789n);
  });
});

describe('columns', () => {
  it('hold more than one block', () => {
    const table = tableOf();
    table.openSource('big', 'log');
    for (let i = 0; i < 70_000; i++) table.pushLine((i * 3) as ByteOffset, false);
    expect([0, 65_535, 65_536, 69_999].map((i) => table.lineStart.get(i))).toEqual([
      0, 196_605, 196_608, 209_997,
    ]);
  });
});
