import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StrongestRecords } from '../../../src/engine/triage/strongest-records';
import { recordAt } from '../log-builder';

describe('strongest records', () => {
  it('are those a full sort would give, of equal scores the earlier ones', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 200 });
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 30 }), (values, limit) => {
        const strongest = new StrongestRecords(limit);
        values.forEach((score, i) => {
          strongest.offer(recordAt(i), score);
        });
        const sorted = values.map((_, i) => i).sort((a, b) => values[b] - values[a] || a - b);
        expect(strongest.strongestFirst()).toEqual(sorted.slice(0, limit));
        expect(strongest.inOrder()).toEqual(sorted.slice(0, limit).sort((a, b) => a - b));
      }),
    );
  });
});
