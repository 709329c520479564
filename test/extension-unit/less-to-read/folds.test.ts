import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fold, foldAt, foldsOf, longestFolds } from '../../../src/extension/less-to-read/folds';
import { durationText, runText } from '../../../src/extension/less-to-read/run-text';
import { sentenceText } from '../../../src/protocol/sentence';

const fold = (first: number, last: number): Fold => ({
  first,
  last,
  records: last - first + 1,
  milliseconds: Number.NaN,
});

/** Runs that lie behind each other, as the engine gives them. */
const runs = fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 40 }).map((pairs) => {
  let next = 0;
  return pairs.map(([gap, length]) => {
    const first = next + gap;
    next = first + length + 1;
    return fold(first, first + length);
  });
});

it('runs come as they are told by the worker', () => {
  const places = Uint32Array.from([3, 9, 4, 20, 21, 2]).buffer;
  const milliseconds = Float64Array.from([1500, Number.NaN]).buffer;
  expect(foldsOf({ places, milliseconds })).toEqual([
    { first: 3, last: 9, records: 4, milliseconds: 1500 },
    { first: 20, last: 21, records: 2, milliseconds: Number.NaN },
  ]);
  expect(foldsOf(null)).toEqual([]);
});

describe('of more runs than an editor folds', () => {
  it('the longest are folded, in the order of the log', () => {
    const all = [fold(0, 2), fold(4, 9), fold(11, 12), fold(14, 20)];
    expect(longestFolds(all, 2)).toEqual([fold(4, 9), fold(14, 20)]);
  });

  it('a run of one line has nothing to fold', () => {
    expect(longestFolds([fold(4, 4), fold(6, 7)], 5000)).toEqual([fold(6, 7)]);
  });

  it('none that is left out is longer than one that is folded', () => {
    fc.assert(
      fc.property(runs, fc.nat(20), (all, maximum) => {
        const chosen = longestFolds(all, maximum);
        expect(chosen.length).toBeLessThanOrEqual(maximum);
        expect(chosen).toEqual(all.filter((one) => chosen.includes(one)));
        const shortest = Math.min(...chosen.map(({ first, last }) => last - first));
        for (const { first, last } of all.filter((one) => !chosen.includes(one)))
          expect(maximum === 0 || last - first <= shortest || last === first).toBe(true);
      }),
    );
  });
});

it('a line is found in the run it is in', () => {
  fc.assert(
    fc.property(runs, fc.nat(400), (all, line) => {
      expect(foldAt(all, line)).toBe(all.find(({ first, last }) => first <= line && line <= last));
    }),
  );
});

describe('what stands behind a folded run', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1234, '1.23 s'],
    [59_400, '59.4 s'],
    [60_000, '1 min'],
    [200_000, '3 min 20 s'],
    [3_660_000, '1 h 1 min'],
    [90_000_000, '1 d 1 h'],
  ])('%d ms are %s', (milliseconds, text) => {
    expect(sentenceText(durationText(milliseconds))).toBe(text);
  });

  it.each([
    [{ records: 1204, milliseconds: 200_000 }, '×1,204 · 3 min 20 s'],
    [{ records: 3, milliseconds: Number.NaN }, '×3'],
    [{ records: 3, milliseconds: 0 }, '×3'],
  ])('%o is %s', (run, text) => {
    expect(
      runText(run)
        .map((one) => sentenceText(one))
        .join(' · '),
    ).toBe(text);
  });
});
