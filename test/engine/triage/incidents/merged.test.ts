import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Merged } from '../../../../src/engine/triage/incidents/merged';

const joins = fc.integer({ min: 1, max: 40 }).chain((size) => {
  const member = fc.nat(size - 1);
  return fc.record({ size: fc.constant(size), pairs: fc.array(fc.tuple(member, member)) });
});

it('puts each member into one set, with all it was joined with', () => {
  fc.assert(
    fc.property(joins, ({ size, pairs }) => {
      const merged = new Merged(size);
      for (const [one, other] of pairs) merged.join(one, other);
      const sets = merged.sets();
      expect(sets.flat().toSorted((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, i) => i));
      const setOf = new Map(sets.flatMap((set) => set.map((member) => [member, set] as const)));
      for (const [one, other] of pairs) expect(setOf.get(one)).toBe(setOf.get(other));
      expect(sets.length).toBeGreaterThanOrEqual(size - new Set(pairs.map(String)).size);
    }),
  );
});
