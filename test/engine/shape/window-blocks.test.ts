import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordTable } from '../../../src/engine/model/record-table';
import type { TimeWindow } from '../../../src/engine/shape/time-window';
import { windowBlocks } from '../../../src/engine/shape/window-blocks';
import {
  anyOffsets,
  anySources,
  anyTime,
  indexOf,
  second,
  someTime,
  type TimedRow,
  tableCutAfter,
  timedTable,
} from './timed-table';

function recordsIn(records: RecordTable, window: TimeWindow): number[] {
  const runs = [...windowBlocks(records, indexOf(records), window)].flat();
  return runs.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
}

const window = (from: bigint | null, until: bigint | null): TimeWindow => ({ from, until, clockOffsets: [] });

describe('a record is in a window', () => {
  const at = (...seconds: (number | null)[]): TimedRow[] =>
    seconds.map((one) => ({ at: one === null ? null : someTime + BigInt(one) * second }));
  const bound = (seconds: number) => someTime + BigInt(seconds) * second;
  const cases: { name: string; rows: TimedRow[]; window: TimeWindow; records: number[] }[] = [
    { name: 'at both bounds', rows: at(1, 2, 3, 4), window: window(bound(2), bound(3)), records: [1, 2] },
    { name: 'where nothing bounds it', rows: at(null, 2), window: window(null, null), records: [0, 1] },
    { name: 'from a time on', rows: at(1, 2, 3), window: window(bound(2), null), records: [1, 2] },
    { name: 'up to a time', rows: at(1, 2, 3), window: window(null, bound(2)), records: [0, 1] },
    {
      name: 'without a time with the one before it',
      rows: at(1, null, 2, null),
      window: window(bound(2), bound(2)),
      records: [2, 3],
    },
    {
      name: 'before the first time in no bounded one',
      rows: at(null, 1),
      window: window(null, bound(1)),
      records: [1],
    },
    {
      name: 'whatever the order of times',
      rows: at(3, 1, 2, 9, 2),
      window: window(bound(2), bound(3)),
      records: [0, 2, 4],
    },
    { name: 'in no window that is empty', rows: at(1, 2), window: window(bound(2), bound(1)), records: [] },
  ];
  it.each(cases)('$name', ({ rows, window, records }) => {
    expect(recordsIn(timedTable([{ rows }]), window)).toEqual(records);
  });

  it('by its clock as it was set right', () => {
    const records = timedTable([{ rows: at(1, 2) }, { rows: at(1, 2) }]);
    const moved = { ...window(bound(2), bound(2)), clockOffsets: [0, 1000] };
    expect(recordsIn(records, moved)).toEqual([1, 2]);
  });
});

/** One by one, in BigInt. */
function countedOneByOne(records: RecordTable, { from, until, clockOffsets }: TimeWindow): number[] {
  const found: number[] = [];
  for (const [source, { role, firstRecord, records: count }] of records.sources.entries()) {
    let last: bigint | null = null;
    const offset = BigInt(Math.round((clockOffsets[source] ?? 0) * 1e6));
    for (let record: number = firstRecord; role === 'log' && record < firstRecord + count; record++) {
      const own = records.time.nanosecondsAt(record);
      if (own !== null) last = own + offset;
      const isOpen = from === null && until === null;
      const fits = last !== null && (from === null || last >= from) && (until === null || last <= until);
      if (isOpen || fits) found.push(record);
    }
  }
  return found;
}

describe('in any logs', () => {
  it('a window holds what looking at each record one by one finds', () => {
    fc.assert(
      fc.property(anySources, anyTime, anyTime, anyOffsets, (sources, from, until, clockOffsets) => {
        const records = timedTable(sources);
        const asked = { from, until, clockOffsets };
        expect(recordsIn(records, asked)).toEqual(countedOneByOne(records, asked));
      }),
      { numRuns: 100 },
    );
  });

  it('the same where a block of the columns ends among them', () => {
    fc.assert(
      fc.property(anySources, fc.nat(12), anyTime, anyTime, (sources, before, from, until) => {
        const records = tableCutAfter(before, sources);
        const asked = window(from, until);
        expect(recordsIn(records, asked)).toEqual(countedOneByOne(records, asked));
      }),
      { numRuns: 20 },
    );
  });
});
