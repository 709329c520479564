import { describe, expect, it } from 'vitest';
import type { DetectorId } from '../../../src/engine/model/finding';
import { type LogScoring, type ScoreShape, scoreShape } from '../../../src/engine/shape/score-shape';
import { Fusion } from '../../../src/engine/triage/fusion';
import { finish } from '../log-builder';
import { indexOf, second, someTime, timedTable } from './timed-table';

/** Of each record what rarity, level and volume score. */
type Scored = readonly [rarity: number, level: number, volume: number];

interface Asked {
  readonly from?: bigint;
  /** Records called normal. */
  readonly normal?: readonly number[];
  readonly threshold?: number;
}

const ids: readonly DetectorId[] = ['rarity', 'level', 'volume'];

function shapeOf(scored: readonly Scored[], { from, normal = [], threshold = 0.5 }: Asked = {}): ScoreShape {
  const records = timedTable([
    { rows: scored.map((_, i) => ({ at: someTime + BigInt(i) * second })) },
    { role: 'baseline', rows: [{ at: someTime }] },
  ]);
  const detectors = ids.map((id, place) => ({ id, scoreOf: (record: number) => scored[record][place] }));
  const fusion = new Fusion([
    { kind: 'frequency', detector: detectors[0] },
    { kind: 'content', detector: detectors[1] },
    { kind: 'volume', detector: detectors[2] },
  ]);
  const isNormal = (record: number) => normal.includes(record);
  const scoring: LogScoring = { detectors, fusion, isNormal, threshold, leastReasonScore: 0.1 };
  const window = { from: from ?? null, until: null, clockOffsets: [] };
  return finish(scoreShape(records, indexOf(records), scoring, window));
}

/** Bins that hold any. */
const held = (bins: Uint32Array) => Object.fromEntries([...bins.entries()].filter(([, count]) => count > 0));

describe('scores', () => {
  const scored: Scored[] = [
    [0, 0, 0],
    [0.305, 0, 0],
    [0.61, 0.05, 0],
    [0.61, 0.7, 0.1],
    [0.995, 1, 0],
    [0.8, 0, 0],
  ];
  const shape = shapeOf(scored, { normal: [5] });

  it('lie in bins of a hundredth, those of a record that nothing scored in none', () => {
    expect([shape.records, shape.unscored]).toEqual([6, 1]);
    expect(held(shape.fused)).toEqual({ 0: 1, 30: 1, 62: 1, 89: 1, 99: 1 });
    expect(held(shape.detectors[0].bins)).toEqual({ 30: 1, 61: 2, 80: 1, 99: 1 });
    expect(held(shape.detectors[1].bins)).toEqual({ 0: 2, 5: 1, 70: 1, 99: 1 });
  });

  it('lie in the bin they begin, whatever a hundredth is in binary', () => {
    const bounds = Array.from({ length: 100 }, (_, i) => i / 100);
    const [rarity] = shapeOf(bounds.map((score) => [score, 1, 0])).detectors;
    expect([...rarity.bins]).toEqual(bounds.map(() => 1));
  });

  it('of what is called normal count nothing together', () => {
    expect([shapeOf(scored).flagged, shape.flagged]).toEqual([4, 3]);
  });

  it('from the threshold on are flagged', () => {
    expect([shape.threshold, shape.flagged]).toEqual([0.5, 3]);
  });

  it('agree where they are a reason each', () => {
    const rows = ids.map((_, row) => [...shape.agreement.slice(3 * row, 3 * row + 3)]);
    expect(rows).toEqual([
      [3, 2, 1],
      [2, 2, 1],
      [1, 1, 1],
    ]);
  });

  it('stand alone where no other is a reason', () => {
    expect(shape.detectors.map(({ detector, alone }) => [detector, alone])).toEqual([
      ['rarity', 1],
      ['level', 0],
      ['volume', 0],
    ]);
  });

  it('of a window are those of its records', () => {
    const from = someTime + 3n * second;
    const part = shapeOf([...scored.slice(2, 5), [0.205, 0, 0]], { from });
    expect([part.records, part.flagged, held(part.fused)]).toEqual([1, 0, { 20: 1 }]);
  });

  it('of which the strongest is hardly one are reasons all the same', () => {
    const { agreement, detectors } = shapeOf([[0.02, 0.03, 0]], { threshold: 0.01 });
    expect([[...agreement], detectors.map(({ alone }) => alone)]).toEqual([
      [0, 0, 0, 0, 1, 0, 0, 0, 0],
      [0, 1, 0],
    ]);
  });

  it('of no record are none', () => {
    expect(shapeOf([])).toMatchObject({ records: 0, unscored: 0, flagged: 0 });
  });
});
