import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tailMasses, tailMassesWithin } from '../../../src/engine/features/tail-mass';

const cases = [
  { name: 'one odd record among many alike', counts: [9_999, 1], masses: [1, 0.0001] },
  { name: 'nothing but one-offs', counts: [1, 1, 1, 1], masses: [1, 1, 1, 1] },
  { name: 'every second record a one-off', counts: [1, 1, 2], masses: [0.5, 0.5, 1] },
  { name: 'a kind that never occurs', counts: [0, 4], masses: [1, 1] },
];

describe('tail masses', () => {
  it.each(cases)('$name', ({ counts, masses }) => {
    expect([...tailMasses(Uint32Array.from(counts))]).toEqual(masses);
  });

  it('never fall when a kind is commoner, and end at 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 60 }), (counts) => {
        const masses = tailMasses(Uint32Array.from(counts));
        const byCount = counts
          .map((count, i) => ({ count, mass: masses[i] }))
          .sort((a, b) => a.count - b.count);
        for (let i = 1; i < byCount.length; i++)
          expect(byCount[i].mass).toBeGreaterThanOrEqual(byCount[i - 1].mass);
        expect(byCount[byCount.length - 1].mass).toBe(1);
      }),
    );
  });

  it('within groups are those of each group alone', () => {
    const member = fc.record({ group: fc.nat(4), count: fc.integer({ min: 1, max: 5e6 }) });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 60 }), (members) => {
        const counts = Uint32Array.from(members, ({ count }) => count);
        const groups = Uint32Array.from(members, ({ group }) => group);
        const masses = tailMassesWithin(counts, groups, 5);
        members.forEach(({ group, count }, i) => {
          const sharing = members.filter((other) => other.group === group).map((other) => other.count);
          const alone = tailMasses(Uint32Array.from(sharing))[sharing.indexOf(count)];
          expect(masses[i]).toBeCloseTo(alone, 12);
        });
      }),
    );
  });
});
