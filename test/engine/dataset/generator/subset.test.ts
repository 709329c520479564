import { describe, expect, it } from 'vitest';
import { generateSequences } from '../../../../src/engine/dataset/generator/sequences/generate-sequences';
import { type SubsetWishes, subsetOf } from '../../../../src/engine/dataset/generator/sequences/subset';
import { splitNames } from '../../../../src/engine/dataset/split/split';

/** 60 of them are normal, 12 of each category; every tenth stands in validation, the next in test. */
const sequences = generateSequences({ seed: 4, count: 120, language: 'en', services: 6, anomalies: 0.5 });
const places = Uint8Array.from(sequences, (_, at) => [0, 0, 0, 0, 0, 0, 0, 0, 1, 2][at % 10]);

const draw = (wishes: Partial<SubsetWishes>) =>
  subsetOf(sequences, places, { count: 60, balance: 'alike', seed: 1, ...wishes });
const normalAmong = (chosen: readonly number[]) =>
  chosen.filter((at) => sequences[at].label === 'normal').length;

describe('a subset', () => {
  it('takes of each part its share, nothing twice, in order', () => {
    const chosen = draw({});
    const counts = splitNames.map((_, place) => chosen.filter((at) => places[at] === place).length);
    expect(counts).toEqual([48, 6, 6]);
    expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
  });

  it('has as many of each class, or as many as the whole has', () => {
    const training = (chosen: readonly number[]) => chosen.filter((at) => places[at] === 0);
    expect(normalAmong(training(draw({ balance: 'even' })))).toBe(8);
    const share = normalAmong(training([...sequences.keys()])) / 96;
    expect(normalAmong(training(draw({}))) / 48).toBeCloseTo(share, 1);
  });

  it('is filled up by others where a class has too few', () => {
    expect(draw({ balance: 'even', count: 110 })).toHaveLength(110);
    expect(draw({ balance: 'even', count: 500 })).toHaveLength(120);
  });

  it('is the same for the same seed, another for another', () => {
    expect(draw({})).toEqual(draw({}));
    expect(draw({})).not.toEqual(draw({ seed: 2 }));
  });
});
