import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSequences } from '../../../../src/engine/dataset/export/choose-sequences';
import { ended } from './ended';

interface Case {
  readonly says: string;
  readonly shapes: readonly number[];
  readonly anomalous: readonly number[];
  readonly kept: readonly number[];
}

const cases: readonly Case[] = [
  { says: 'nothing of nothing', shapes: [], anomalous: [], kept: [] },
  { says: 'the first of each shape', shapes: [7, 7, 8, 7], anomalous: [0, 0, 0, 0], kept: [0, 2] },
  {
    says: 'an anomalous one where there is one',
    shapes: [7, 7, 7, 8],
    anomalous: [0, 1, 1, 0],
    kept: [1, 3],
  },
];

describe('near duplicates', () => {
  test.each(cases)('$says', ({ shapes, anomalous, kept }) => {
    const chosen = ended(
      chooseSequences(Float64Array.from(shapes), Uint8Array.from(anomalous), { balances: false, seed: 1 }),
    );
    expect([...chosen.kept]).toEqual(kept);
    expect(chosen.nearDuplicates).toBe(shapes.length - kept.length);
  });
});

test('balance keeps as many of either label, in order, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(), (labels, seed) => {
      const anomalous = Uint8Array.from(labels, Number);
      const shapes = Float64Array.from(labels.keys());
      const { kept, balanced } = ended(chooseSequences(shapes, anomalous, { balances: true, seed }));
      const rarer = Math.min(labels.filter(Boolean).length, labels.filter((one) => !one).length);
      expect([...kept].filter((one) => anomalous[one] === 1)).toHaveLength(rarer);
      expect(kept).toHaveLength(2 * rarer);
      expect([...kept]).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(balanced).toBe(labels.length - kept.length);
    }),
  );
});
