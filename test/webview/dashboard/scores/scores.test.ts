import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ScoreShape } from '../../../../src/protocol/log-shape';
import { agreementOf, closest, loneliest, silentOf } from '../../../../webview/dashboard/scores/agreement';
import {
  binCount,
  countFrom,
  leastThreshold,
  snapped,
  thresholdBy,
} from '../../../../webview/dashboard/scores/score-bins';
import { scoreSentence, scoreTable } from '../../../../webview/dashboard/scores/score-words';

const binsOf = (counts: Readonly<Record<number, number>>) =>
  Uint32Array.from({ length: binCount }, (_, bin) => counts[bin] ?? 0);

describe('records above the line', () => {
  const bins = binsOf({ 0: 1000, 50: 40, 62: 10, 99: 3 });
  test.each([
    [0, 1053],
    [0.01, 53],
    [0.5, 53],
    [0.51, 13],
    [0.625, 8],
    [0.63, 3],
    [1, 3],
  ])('from %d on: %d', (threshold, count) => {
    expect(countFrom(bins, threshold)).toBe(count);
  });

  test('a higher line never marks more', () => {
    const score = fc.double({ min: 0, max: 1, noNaN: true });
    const some = fc.array(fc.nat(1000), { minLength: binCount, maxLength: binCount });
    fc.assert(
      fc.property(some, score, score, (counts, a, b) => {
        const drawn = Uint32Array.from(counts);
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(countFrom(drawn, high)).toBeLessThanOrEqual(countFrom(drawn, low));
      }),
    );
  });
});

describe('the line moves by bins', () => {
  test.each([
    ['ArrowRight', 0.62, 0.63],
    ['ArrowLeft', 0.625, 0.62],
    ['PageUp', 0.95, 1],
    ['PageDown', 0.05, leastThreshold],
    ['Home', 0.5, leastThreshold],
    ['End', 0.5, 1],
    ['a', 0.5, undefined],
  ])('%s at %d', (key, from, to) => {
    expect(thresholdBy(key, from)).toBe(to);
  });

  test('dragged anywhere it is within, and on the edge of a bin', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (score) => {
        const at = snapped(score);
        expect(at).toBeGreaterThanOrEqual(leastThreshold);
        expect(at).toBeLessThanOrEqual(1);
        expect(at * binCount).toBeCloseTo(Math.round(at * binCount), 9);
      }),
    );
  });
});

const shape: ScoreShape = {
  records: 1000,
  unscored: 20,
  fused: binsOf({ 2: 940, 70: 30, 90: 10 }),
  threshold: 0.5,
  detectors: [
    { detector: 'rarity', bins: binsOf({ 70: 12 }), alone: 5 },
    { detector: 'volume', bins: binsOf({ 80: 25 }), alone: 0 },
    { detector: 'rules', bins: binsOf({ 90: 30 }), alone: 8 },
  ],
  flagged: 40,
  agreement: Uint32Array.of(12, 3, 7, 3, 25, 22, 7, 22, 30),
};

describe('scores in words and as a table', () => {
  test('how many are marked, and how many nothing scored', () => {
    expect(scoreSentence(shape)).toBe(
      '40 of 1,000 records score 0.50 or more, from which on they are marked. No detector scored 20 of them.',
    );
    expect(scoreSentence({ ...shape, unscored: 0 })).not.toContain('No detector');
  });

  test('a row for each bin that holds any', () => {
    expect(scoreTable(shape).rows).toEqual([
      [0.02, 940, 0, 0, 0],
      [0.7, 30, 12, 0, 0],
      [0.8, 0, 0, 25, 0],
      [0.9, 10, 0, 0, 30],
    ]);
  });
});

describe('who agrees', () => {
  const rows = agreementOf(shape);
  test('each with those before it', () => {
    expect(
      rows.map(({ detector, reasons, alone, pairs }) => [
        detector,
        reasons,
        alone,
        pairs.map(({ both }) => both),
      ]),
    ).toEqual([
      ['rarity', 12, 5, []],
      ['volume', 25, 0, [3]],
      ['rules', 30, 8, [7, 22]],
    ]);
  });

  test('the closest two and the one that is most alone', () => {
    expect(closest(rows)).toEqual({ a: 'volume', b: 'rules', both: 22 });
    expect(loneliest(rows)?.detector).toBe('rules');
  });

  test('what gave no reason is left out, and named', () => {
    const agreement = Uint32Array.of(12, 0, 7, 0, 0, 0, 7, 0, 30);
    const [, rules] = agreementOf({ ...shape, agreement });
    expect(rules.pairs).toEqual([{ a: 'rarity', b: 'rules', both: 7 }]);
    expect(silentOf({ ...shape, agreement })).toEqual(['volume']);
    expect(silentOf(shape)).toEqual([]);
  });

  test('nobody, where nobody does', () => {
    const lonely = agreementOf({ ...shape, agreement: Uint32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1) });
    expect(closest(lonely)).toBeUndefined();
    const together = agreementOf({
      ...shape,
      detectors: shape.detectors.map((one) => ({ ...one, alone: 0 })),
    });
    expect(loneliest(together)).toBeUndefined();
  });
});
