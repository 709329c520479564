import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/engine/model/seeded-random';
import { fetchPlan } from '../../../src/engine/survey/fetch-plan';
import { strangeWindows } from '../../../src/engine/survey/strange-windows';
import type { VolumeSeries } from '../../../src/engine/survey/volume-series';

const steps = 240;
const minute = 60_000;
const grid = { fromMs: Date.UTC(2026, 2, 1), stepMs: 6 * minute };

/** Poisson counts by Knuth's product of chances. */
function poisson(mean: number, random: () => number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > least; product *= random()) count++;
  return count;
}

function noise(seed: number, meanAt: (step: number) => number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: steps }, (_, step) => poisson(meanAt(step), random));
}

function all(counts: readonly number[], unit: VolumeSeries['unit'] = 'entries'): VolumeSeries {
  return { by: 'all', labels: [], unit, counts };
}

function level(value: string, counts: readonly number[]): VolumeSeries {
  return { by: 'level', labels: [['level', value]], unit: 'entries', counts };
}

describe('what leaves its history is strange', () => {
  test.each<[kind: string, from: number, to: number, meanAt: (step: number) => number]>([
    ['burst', 100, 104, (step) => (step >= 100 && step < 104 ? 900 : 100)],
    ['drop', 60, 64, (step) => (step >= 60 && step < 64 ? 4 : 100)],
    ['silence', 150, 162, (step) => (step >= 150 && step < 162 ? 0 : 100)],
    ['shift', 119, 122, (step) => (step >= 120 ? 250 : 100)],
  ])('a %s', (kind, from, to, meanAt) => {
    for (const seed of [1, 2, 3]) {
      const [first] = strangeWindows([all(noise(seed, meanAt))], grid);
      expect(first).toMatchObject({ kind, series: 0 });
      expect(Math.abs(first.from - from)).toBeLessThanOrEqual(1);
      expect(Math.abs(first.to - to)).toBeLessThanOrEqual(1);
      expect(first.score).toBeGreaterThan(0.4);
    }
  });
});

test.each([
  ['noise', () => 100],
  ['a day that comes and goes', (step: number) => 200 + 150 * Math.sin((step / 10) * 2 * Math.PI)],
  ['hardly anything', () => 0.05],
  ['nothing', () => 0],
])('%s is not strange', (_, meanAt) => {
  const found = [1, 2, 3, 4, 5].flatMap((seed) => strangeWindows([all(noise(seed, meanAt))], grid));
  expect(found.filter(({ score }) => score > 0.4)).toEqual([]);
});

test.each([
  ['has a history', 5],
  ['has none', 0],
])('the part that swelled tells it, not the whole, where it %s', (_, usual) => {
  const info = noise(1, () => 30);
  const error = noise(2, (step) => (step >= 80 && step < 83 ? 200 : usual));
  const windows = strangeWindows(
    [all(info.map((n, i) => n + error[i])), level('info', info), level('error', error)],
    grid,
  );
  expect(windows[0]).toMatchObject({ kind: 'burst', series: 2 });
  expect(windows.filter(({ from, to }) => from < 83 && to > 80)).toHaveLength(1);
  expect(windows[0].reason.values).toContain('level=error');
});

test('trouble that hardly ever comes is worth a look each time, and less of it is none', () => {
  const error = Array.from({ length: steps }, (_, step) => (step === 17 ? 40 : 0));
  expect(strangeWindows([level('error', error)], grid)).toMatchObject([{ kind: 'burst', from: 17, to: 18 }]);
  const ends = noise(3, (step) => (step > 120 && step < 140 ? 1 : 60));
  expect(strangeWindows([level('error', ends)], grid)).toEqual([]);
});

test('bytes are judged as entries are, and said with their unit', () => {
  const bytes = noise(4, (step) => (step === 50 || step === 51 ? 1200 : 100)).map((n) => n * 5e9);
  const [first] = strangeWindows([all(bytes, 'bytes')], grid);
  expect(first).toMatchObject({ kind: 'burst', from: 50, to: 52 });
  expect(String(first.reason.values[0])).toMatch(/TB$/);
});

test('windows of any counts lie within the span, strongest first, and none is told twice', () => {
  const counts = fc.array(fc.nat(5000), { minLength: 0, maxLength: 80 });
  fc.assert(
    fc.property(counts, fc.constantFrom('all', 'level'), (some, by) => {
      const series = [by === 'all' ? all(some) : level('error', some)];
      const windows = strangeWindows(series, grid);
      for (const [i, { from, to, score }] of windows.entries()) {
        expect(from >= 0 && from < to && to <= some.length && score > 0 && score <= 1).toBe(true);
        expect(i === 0 || windows[i - 1].score >= score).toBe(true);
      }
      const plan = fetchPlan(series[0], windows, 1000);
      expect(
        plan.parts.every(({ to }, i) => i === 0 || (plan.parts[i - 1].to <= plan.parts[i].from && to > 0)),
      ).toBe(true);
      expect(plan.parts.reduce((sum, { entries }) => sum + entries, 0)).toBe(plan.entries);
      expect(plan.entries).toBeLessThanOrEqual(1000);
    }),
  );
});

describe('a plan', () => {
  const counts = Array.from({ length: 100 }, (_, step) => (step === 40 || step === 41 ? 5000 : 100));
  const burst = {
    from: 40,
    to: 42,
    kind: 'burst',
    series: 0,
    score: 0.9,
    reason: { pattern: '', values: [] },
  } as const;

  test('takes a strange window whole where the budget allows, and a sample of both sides', () => {
    const { parts, entries } = fetchPlan(all(counts), [burst], 20_000);
    expect(parts).toEqual([
      { from: 38, to: 40, why: 'around', limit: null, entries: 200 },
      { from: 40, to: 42, why: 'strange', limit: null, entries: 10_000 },
      { from: 42, to: 44, why: 'around', limit: null, entries: 200 },
    ]);
    expect(entries).toBe(10_400);
  });

  test('takes the newest of it where not', () => {
    const { parts, entries } = fetchPlan(all(counts), [burst], 1000);
    expect(parts.map(({ why, limit }) => [why, limit])).toEqual([
      ['around', 125],
      ['strange', 750],
      ['around', 125],
    ]);
    expect(entries).toBe(1000);
  });

  test('of a silence is what stands beside it', () => {
    const silent = counts.map((count, step) => (step >= 40 && step < 42 ? 0 : count));
    const { parts } = fetchPlan(all(silent), [{ ...burst, kind: 'silence' }], 1000);
    expect(parts.map(({ from, to }) => [from, to])).toEqual([
      [38, 40],
      [42, 44],
    ]);
  });

  test('where nothing is strange is a sample of all', () => {
    const { parts, entries } = fetchPlan(all(counts), [], 500);
    expect(parts).toHaveLength(10);
    expect(entries).toBe(500);
  });
});
