import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Strongest } from '../../../src/engine/triage/strongest';

describe('strongest', () => {
  it('are those a full sort would give, of equal scores the earlier ones', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 200 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 30 }), (values, limit) => {
        const strongest = new Strongest<number>(limit);
        values.forEach((score, i) => {
          strongest.offer(i, score);
        });
        const sorted = values.map((_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
        expect(strongest.strongestFirst()).toEqual(sorted.slice(0, limit));
        expect(strongest.inOrder()).toEqual(sorted.slice(0, limit).sort((a, b) => a - b));
      }),
    );
  });
});
