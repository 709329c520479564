import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransitionCounts } from '../../../src/engine/features/transition-counts';

const pairs = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { maxLength: 500 });

describe('transition counts', () => {
  it('count every pair exactly, however far the table has to grow', () => {
    const counts = new TransitionCounts();
    for (let i = 0; i < 20_000; i++) counts.add(i % 7_000, (i * 31) % 7_000);
    const expected = new Map<string, number>();
    for (let i = 0; i < 20_000; i++) {
      const key = `${i % 7_000} ${(i * 31) % 7_000}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    const seen = new Map<string, number>();
    counts.forEach((from, to, count) => {
      seen.set(`${from} ${to}`, count);
    });
    expect(seen).toEqual(expected);
  });

  it('agree with a plain map, and say 0 for what never came', () => {
    fc.assert(
      fc.property(pairs, (sequence) => {
        const counts = new TransitionCounts();
        for (const [from, to] of sequence) counts.add(from, to);
        for (const [from, to] of sequence) {
          expect(counts.count(from, to)).toBe(sequence.filter(([a, b]) => a === from && b === to).length);
        }
        expect(counts.count(41, 0)).toBe(0);
      }),
    );
  });

  it('take in no new pair when full, and go on counting the known ones', () => {
    const counts = new TransitionCounts(2);
    const sequence = [
      [1, 2],
      [2, 3],
      [3, 4],
      [1, 2],
    ];
    for (const [from, to] of sequence) counts.add(from, to);
    expect(counts.full).toBe(true);
    expect([counts.count(1, 2), counts.count(2, 3), counts.count(3, 4)]).toEqual([2, 1, 0]);
  });
});
