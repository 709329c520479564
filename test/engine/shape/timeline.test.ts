import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Level } from '../../../src/engine/model/level';
import type { RecordTable } from '../../../src/engine/model/record-table';
import type { TemplateId } from '../../../src/engine/model/units';
import { templateCounts } from '../../../src/engine/shape/template-counts';
import { templateSeries } from '../../../src/engine/shape/template-series';
import { binsOver, type TimeBins } from '../../../src/engine/shape/time-bins';
import { binsOf, levelTimeline } from '../../../src/engine/shape/timeline';
import { windowBlocks } from '../../../src/engine/shape/window-blocks';
import { finish } from '../log-builder';
import {
  anyOffsets,
  anySources,
  anyTime,
  indexOf,
  minedOf,
  second,
  someTime,
  tableCutAfter,
  timedTable,
} from './timed-table';

const signatures = 6;
const mined = minedOf(signatures);

function timelineOf(records: RecordTable, bins: TimeBins, clockOffsets: readonly number[] = []) {
  return finish(levelTimeline(records, indexOf(records), bins, clockOffsets));
}

/** Bin by bin and one by one, in BigInt: records of each row of a table. */
function countedOneByOne(
  records: RecordTable,
  bins: TimeBins,
  clockOffsets: readonly number[],
  rows: number,
  rowOf: (record: number) => number,
): number[] {
  const counts = new Array<number>(rows * bins.count).fill(0);
  for (const [source, { role, firstRecord, records: count }] of records.sources.entries()) {
    const offset = BigInt(Math.round((clockOffsets[source] ?? 0) * 1e6));
    for (let record: number = firstRecord; role === 'log' && record < firstRecord + count; record++) {
      const own = records.time.nanosecondsAt(record);
      const row = rowOf(record);
      if (own === null || row < 0 || own + offset < bins.from) continue;
      const bin = Number((own + offset - bins.from) / bins.width);
      if (bin < bins.count) counts[row * bins.count + bin]++;
    }
  }
  return counts;
}

describe('a timeline', () => {
  it('stacks levels by bin', () => {
    const minute = someTime - (someTime % (60n * second));
    const at = (seconds: number, level: Level) => ({ at: minute + BigInt(seconds) * second, level });
    const rows = [at(0, Level.info), at(59, Level.error), at(61, Level.info), at(62, Level.info)];
    const { counts, records } = timelineOf(timedTable([{ rows }]), {
      from: minute,
      width: 60n * second,
      count: 2,
    });
    expect(records).toBe(4);
    const byLevel = Array.from({ length: 7 }, (_, level) => [...counts.slice(2 * level, 2 * level + 2)]);
    expect(byLevel[Level.info]).toEqual([1, 2]);
    expect(byLevel[Level.error]).toEqual([1, 0]);
    expect(byLevel.flat().reduce((sum, count) => sum + count)).toBe(4);
  });

  it('counts no record without a time, and none of a baseline', () => {
    const rows = [{ at: someTime }, { at: null }];
    const records = timedTable([{ rows }, { role: 'baseline', rows }]);
    const index = indexOf(records);
    expect(timelineOf(records, binsOver(someTime, someTime, 9)).records).toBe(1);
    expect([index.recordCount, index.untimed]).toEqual([2, 1]);
  });

  it('covers a window that reaches beyond the log, or ends before it', () => {
    const extent = { first: someTime, last: someTime + second };
    const early = { from: null, until: someTime - 5n * second, clockOffsets: [] };
    expect(binsOf(early, extent, 10)).toMatchObject({ from: someTime - 5n * second, count: 1 });
    const around = { from: someTime - second, until: someTime + 8n * second, clockOffsets: [] };
    expect(binsOf(around, extent, 10)).toEqual({ from: someTime - second, width: second, count: 10 });
  });
});

describe('in any logs', () => {
  const anyBins = fc
    .tuple(anyTime, anyTime, fc.integer({ min: 1, max: 40 }))
    .map(([from, until, most]) => binsOver(from ?? someTime, until ?? from ?? someTime, most));

  it('each bin counts what looking at each record one by one finds', () => {
    fc.assert(
      fc.property(anySources, anyBins, anyOffsets, (sources, bins, offsets) => {
        const records = timedTable(sources);
        const { counts } = timelineOf(records, bins, offsets);
        const byLevel = countedOneByOne(records, bins, offsets, 7, (record) => records.level.get(record));
        expect([...counts]).toEqual(byLevel);
      }),
    );
  });

  it('where a block of the columns ends among them, too', () => {
    fc.assert(
      fc.property(anySources, fc.nat(12), anyBins, (sources, before, bins) => {
        const [cut, whole] = [tableCutAfter(before, sources), timedTable(sources)];
        expect(timelineOf(cut, bins)).toEqual(timelineOf(whole, bins));
      }),
      { numRuns: 15 },
    );
  });

  it('the bins over all of a log and the records without a time are all its records', () => {
    fc.assert(
      fc.property(anySources, anyOffsets, (sources, offsets) => {
        const records = timedTable(sources);
        const index = indexOf(records);
        const extent = index.extent(offsets);
        const open = { from: null, until: null, clockOffsets: offsets };
        const binned = extent ? timelineOf(records, binsOf(open, extent, 30), offsets).records : 0;
        expect(binned + index.untimed).toBe(index.recordCount);
      }),
    );
  });

  it('templates of a window are counted as its records are, and in bins as templates', () => {
    fc.assert(
      fc.property(anySources, anyTime, anyTime, anyBins, (sources, from, until, bins) => {
        const records = timedTable(sources);
        const index = indexOf(records);
        const window = { from, until, clockOffsets: [] };
        const { ids, counts, records: counted } = finish(templateCounts(records, index, mined, window));
        const expected = new Map<number, number>();
        for (const run of [...windowBlocks(records, index, window)].flat())
          for (let record = run.from; record < run.to; record++) {
            const template = records.signature.get(record) + 100;
            expected.set(template, (expected.get(template) ?? 0) + 1);
          }
        const sorted = [...expected].sort(([one], [other]) => one - other);
        expect([...ids].map((id, i) => [id, counts[i]])).toEqual(sorted);
        expect(counted).toBe(sorted.reduce((sum, [, count]) => sum + count, 0));

        const asked = [103, 101, 999, 103] as TemplateId[];
        const series = finish(templateSeries(records, index, mined, asked, bins, []));
        const ofRow = asked.map((template) =>
          countedOneByOne(records, bins, [], 1, (record) =>
            records.signature.get(record) + 100 === template ? 0 : -1,
          ),
        );
        expect([...series]).toEqual(ofRow.flat());
      }),
    );
  });
});
