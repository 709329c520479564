import { describe, expect, it } from 'vitest';
import { IsolationForestDetector } from '../../../src/engine/detectors/isolation-forest';
import { findingThreshold } from '../../../src/engine/triage/sensitivity';
import { buildLog, type Row, recordAt, rowsOf } from '../log-builder';
import { scoreAll } from './score-all';

/** A service that writes one of five lines about every fifth of a second. */
const steady = (i: number): Row => ({
  text: `step {${'abcde'[(i * 7) % 5]}} of job ${i}`,
  at: 1_000 + i * 0.2 + ((i * 37) % 11) / 100,
  bytes: 60 + ((i * 13) % 7),
  component: (i * 7) % 5,
});

describe('isolation forest detector', () => {
  const odd: Row = { text: 'watchdog woke up', at: 1_400.2 + 41, bytes: 4_000, lines: 30, component: 9 };
  const rows = [
    ...rowsOf(2_000, steady),
    odd,
    ...rowsOf(2_000, (i) => ({ ...steady(i), at: 1_450 + i * 0.2 })),
  ];

  it('puts a record that is odd in many ways on top, and says one of them', () => {
    const detector = new IsolationForestDetector();
    const { input, scores } = scoreAll(detector, buildLog({ rows }));
    expect(scores.indexOf(Math.max(...scores))).toBe(2_000);
    expect(scores[2_000]).toBeGreaterThanOrEqual(findingThreshold);
    const { message } = detector.explain(input, recordAt(2_000), scores[2_000]);
    expect(message.pattern.replace(/\{\d\}/g, '').length).toBeGreaterThan(10);
    expect(message.values.length).toBeGreaterThan(1);
  });

  it('names the one thing that is odd', () => {
    const late = rowsOf(2_000, (i) =>
      i < 1_200 ? steady(i) : { ...steady(i), at: (steady(i).at ?? 0) + 400 },
    );
    const detector = new IsolationForestDetector();
    const { input, scores } = scoreAll(detector, buildLog({ rows: late }));
    const { message } = detector.explain(input, recordAt(1_200), scores[1_200]);
    expect(message.pattern).toBe('it came {0} s after the line before it, usually {1} s');
    expect(message.values[0]).toBeCloseTo(400, -1);
    expect(message.values[1]).toBeCloseTo(0.2, 0);
  });

  it('raises few records by itself in a log where nothing happens', () => {
    const { scores } = scoreAll(new IsolationForestDetector(), buildLog({ rows: rowsOf(5_000, steady) }));
    expect(scores.filter((score) => score >= findingThreshold)).toHaveLength(0);
  });

  it('gives the same scores again, and others for another seed', () => {
    const log = buildLog({ rows });
    const scoresFor = (seed: number) => scoreAll(new IsolationForestDetector(), log, seed).scores;
    expect(scoresFor(7)).toEqual(scoresFor(7));
    expect(scoresFor(7)).not.toEqual(scoresFor(8));
  });

  it('finds nothing odd where all records are the same', () => {
    const { scores } = scoreAll(
      new IsolationForestDetector(),
      buildLog({ rows: rowsOf(50, () => ({ text: 'tick' })) }),
    );
    expect(Math.max(...scores)).toBeLessThan(0.05);
  });

  it('says so where there are too few records', () => {
    const { notJudged } = scoreAll(new IsolationForestDetector(), buildLog({ rows: rowsOf(19, steady) }));
    expect(notJudged?.values).toEqual([19, 20]);
  });
});
