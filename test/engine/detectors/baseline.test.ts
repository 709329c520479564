import { describe, expect, it } from 'vitest';
import { IsolationForestDetector } from '../../../src/engine/detectors/isolation-forest';
import { LevelDetector } from '../../../src/engine/detectors/level';
import { RarityDetector } from '../../../src/engine/detectors/rarity';
import { findingThreshold } from '../../../src/engine/triage/sensitivity';
import { buildLog, type Row, recordAt, rowsOf } from '../log-builder';
import { scoreAll } from './score-all';

const failed: Row = { text: 'upload failed', level: 'error' };
const passed: Row = { text: 'health check {passed}' };
/** A thousand records, the first so many of them failed. */
const withFailures = (count: number) => rowsOf(1_000, (i) => (i < count ? failed : passed));

/** Score and reason the level detector has for the log's first record. */
function judgeFirst(log: readonly Row[], baseline: readonly Row[]) {
  const detector = new LevelDetector();
  const { input, scores } = scoreAll(detector, buildLog({ rows: log }, { role: 'baseline', rows: baseline }));
  return { score: scores[0], evidence: detector.explain(input, recordAt(0), scores[0]).evidence };
}

describe('the level detector beside a baseline', () => {
  it('lets what is there at a like rate count for little', () => {
    const { score, evidence } = judgeFirst(withFailures(300), withFailures(250));
    expect(score).toBeLessThan(findingThreshold / 2);
    expect(evidence).toEqual([]);
  });

  it('keeps the score of what is far more frequent, and says how much', () => {
    const { score, evidence } = judgeFirst(withFailures(240), withFailures(20));
    expect(score).toBeGreaterThanOrEqual(findingThreshold);
    expect(evidence).toEqual([
      { source: 1, line: 1, note: { pattern: '{0} times as frequent as in the baseline', values: [12] } },
    ]);
  });

  it('keeps the score of what is new', () => {
    expect(judgeFirst(withFailures(1), withFailures(0)).score).toBeGreaterThanOrEqual(findingThreshold);
  });

  it.each([
    ['graver words', { text: 'health check {corrupted}', level: 'none' }, { ...passed, level: 'none' }],
    ['a worse level', { ...passed, level: 'error' }, passed],
  ] as const)('is not misled by a template known with other than %s', (_, odd, known) => {
    const { score } = judgeFirst(
      [odd],
      rowsOf(100, () => known),
    );
    expect(score).toBeGreaterThanOrEqual(findingThreshold);
  });
});

describe('the rarity detector beside a baseline', () => {
  it('lets what is as rare there count for little', () => {
    const rows = [...rowsOf(9_999, () => passed), failed];
    const scoreBeside = (...baseline: Row[][]) => {
      const sources = baseline.map((known) => ({ role: 'baseline', rows: known }) as const);
      return scoreAll(new RarityDetector(), buildLog({ rows }, ...sources)).scores[9_999];
    };
    expect(scoreBeside()).toBeGreaterThan(0.4);
    expect(scoreBeside(rows)).toBeLessThan(0.1);
  });
});

describe('the isolation forest beside a baseline', () => {
  const long: Row = { ...passed, lines: 64, bytes: 9_000 };
  const rows = [...rowsOf(500, () => passed), long, ...rowsOf(500, () => passed)];
  const scoreBeside = (known: readonly Row[]) =>
    scoreAll(new IsolationForestDetector(), buildLog({ rows }, { role: 'baseline', rows: known }))
      .scores[500];

  it('finds strange what is stranger than all of its template there', () => {
    expect(scoreBeside(rowsOf(1_000, () => passed))).toBeGreaterThan(0.2);
  });

  it('finds ordinary what is no stranger', () => {
    expect(scoreBeside(rows)).toBeLessThan(0.1);
  });
});
