import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseSequences } from '../../../../src/engine/dataset/export/choose-sequences';
import { Mark } from '../../../../src/engine/dataset/export/record-marks';
import { ended } from './ended';

interface Case {
  readonly says: string;
  readonly shapes: readonly number[];
  readonly anomalous: readonly number[];
  readonly kept: readonly number[];
}

/** Where no one says who spoke of them, nobody did. */
function marksOf(shapes: readonly number[], anomalous: readonly number[], said = shapes.map(() => 0)) {
  return {
    ...{ shapes: Float64Array.from(shapes), anomalous: Uint8Array.from(anomalous) },
    said: Uint8Array.from(said),
  };
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
      chooseSequences(marksOf(shapes, anomalous), { balances: false, labelledOnly: false, seed: 1 }),
    );
    expect([...chosen.kept]).toEqual(kept);
    expect(chosen.nearDuplicates).toBe(shapes.length - kept.length);
  });
});

test('balance keeps as many of either label, in order, each once', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), fc.nat(), (labels, seed) => {
      const marks = marksOf([...labels.keys()], labels.map(Number));
      const { anomalous } = marks;
      const { kept, balanced } = ended(chooseSequences(marks, { balances: true, labelledOnly: false, seed }));
      const rarer = Math.min(labels.filter(Boolean).length, labels.filter((one) => !one).length);
      expect([...kept].filter((one) => anomalous[one] === 1)).toHaveLength(rarer);
      expect(kept).toHaveLength(2 * rarer);
      expect([...kept]).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(balanced).toBe(labels.length - kept.length);
    }),
  );
});

describe('only what is labelled', () => {
  const { none, normal, anomalous } = Mark;
  const marks = marksOf([7, 7, 8, 9, 9], [0, 0, 0, 0, 1], [none, normal, none, normal, anomalous]);

  test('leaves out what nobody spoke of, before near duplicates are looked for', () => {
    const chosen = ended(chooseSequences(marks, { balances: false, labelledOnly: true, seed: 1 }));
    expect({ ...chosen, kept: [...chosen.kept] }).toEqual({
      ...{ kept: [1, 4], unlabelled: 2, nearDuplicates: 1, balanced: 0 },
    });
  });

  test('is not asked for: all count, and nobody is left out for it', () => {
    const chosen = ended(chooseSequences(marks, { balances: false, labelledOnly: false, seed: 1 }));
    expect([[...chosen.kept], chosen.unlabelled]).toEqual([[0, 2, 4], 0]);
  });
});
