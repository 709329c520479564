import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnCounts } from '../../../src/engine/contrast/column-counts';
import { valuesLookedAt } from '../../../src/engine/contrast/looked-at';
import { Part } from '../../../src/engine/contrast/part-runs';
import { partsOf } from '../../../src/engine/contrast/parts';
import { rowParts } from '../../../src/engine/contrast/row-parts';
import { sampleStretches } from '../../../src/engine/contrast/sample';
import { ValueCounts } from '../../../src/engine/contrast/value-counts';
import { valueGroups } from '../../../src/engine/contrast/value-groups';
import { recount } from '../../../src/engine/contrast/value-recount';
import { Level } from '../../../src/engine/model/level';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { SessionSources } from '../../../src/engine/session-sources';
import { finish } from '../log-builder';
import { textsOf } from '../source-texts';
import { every, jsonLog, minutes, startMs } from './asked';

const random = seededRandom(8);
const levels = ['debug', 'info', 'warn', 'error'];
const lines = every(1_500, 0, 60, (i) => ({
  level: levels[Math.floor(random() * 4)],
  host: `web-${Math.floor(random() * 5)}`,
  service: `desk-${i % 3}`,
  text: i % 2 === 0 ? `Key ${i} for floor ${i % 7}` : `Towel of size ${i % 4}`,
}));
const text = jsonLog(lines);

function read(asked = { focus: minutes(20, 30), against: null }) {
  const sources = new SessionSources();
  sources.open({ path: 'a.log', role: 'log', referenceSeconds: startMs / 1000 });
  sources.push(new TextEncoder().encode(text));
  sources.close([], 0);
  const { records, readers, miner, cutter, components } = sources;
  const question = { ...asked, values: 'exact' as const, limit: 10 };
  const { runs } = finish(partsOf(records, question));
  return { log: { records, readers, miner, cutter, texts: textsOf(text) }, components, runs };
}

describe('counts by part', () => {
  it('of columns are those of counting one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 55 }), fc.integer({ min: 0, max: 30 }), (from, length) => {
        const { log, runs } = read({ focus: minutes(from, from + length), against: null });
        const source = { records: log.records, miner: log.miner, componentCount: 4 };
        const { items, opportunity } = finish(columnCounts(source, runs));
        const isIn = ({ at }: { at: number }) => at >= from * 60_000 && at <= (from + length) * 60_000;
        const errors = lines.filter(({ level }) => level === 'error');
        expect(items.level[Level.error].focus).toBe(errors.filter(isIn).length);
        expect(items.level[Level.error].against).toBe(errors.filter((line) => !isIn(line)).length);
        expect(opportunity.focus + opportunity.against).toBe(lines.length);
        const inWindows = opportunity.byWindow.reduce((sum, n) => sum + n, 0);
        expect(inWindows).toBeLessThanOrEqual(opportunity.against);
      }),
      { numRuns: 15 },
    );
  });

  it('of values are the same from the table and from reading all again', () => {
    const { log, runs } = read();
    const looked = finish(valuesLookedAt(log, runs));
    const records = Uint32Array.from({ length: looked.table.rowCount }, (_, row) =>
      looked.table.recordOf(row),
    );
    const counts = new ValueCounts(looked.table, rowParts(records, runs), runs.windowCount);
    const known = valueGroups(looked.table.columns).flatMap((group) => {
      const { items, opportunity } = counts.count(group);
      return items.map(({ value, count }) => ({ group, value, count, opportunity }));
    });
    expect(known.length).toBeGreaterThan(10);
    const again = finish(recount(log, runs, looked, known.slice(0, 200)));
    for (const [i, { count, opportunity }] of again.entries()) {
      expect(byWindow(count)).toEqual(byWindow(known[i].count));
      expect({ ...count, windows: [], counts: [] }).toEqual({ ...known[i].count, windows: [], counts: [] });
      expect([...opportunity.byWindow]).toEqual([...known[i].opportunity.byWindow]);
    }
  });
});

function byWindow({ windows, counts }: { windows: ArrayLike<number>; counts: ArrayLike<number> }) {
  return new Map(
    Array.from(windows, (window, i): [number, number] => [window, counts[i]]).sort((a, b) => a[0] - b[0]),
  );
}

describe('records looked at', () => {
  const { log, runs } = read();
  const recordsOf = (limit: number) =>
    sampleStretches(log.records, runs, limit).flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => from + i),
    );

  it('are all where they are few', () => {
    expect(recordsOf(10_000)).toEqual(Array.from(lines, (_, i) => i));
  });

  it('are at most so many, ascend, and half of them are in focus where there are enough', () => {
    const some = recordsOf(400);
    expect(some.length).toBeLessThanOrEqual(400);
    expect(some.length).toBeGreaterThan(250);
    expect(new Set(some).size).toBe(some.length);
    expect(some).toEqual(some.toSorted((a, b) => a - b));
    const { parts } = rowParts(Uint32Array.from(some), runs);
    const inFocus = parts.filter((part) => part === Part.focus).length;
    expect(inFocus / some.length).toBeCloseTo(0.5, 0);
    expect(recordsOf(400)).toEqual(some);
  });
});
