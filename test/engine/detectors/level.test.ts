import { describe, expect, it } from 'vitest';
import { LevelDetector } from '../../../src/engine/detectors/level';
import type { LevelName } from '../../../src/engine/model/level';
import { findingThreshold } from '../../../src/engine/triage/sensitivity';
import { buildLog, recordAt, rowsOf } from '../log-builder';
import { scoreAll } from './score-all';

const messages = ['order shipped', 'login refused', 'upload failed', 'connection refused', 'out of memory'];
const levels: readonly LevelName[] = ['none', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'];

function scoreOf(level: LevelName, text: string): number {
  return scoreAll(new LevelDetector(), buildLog({ rows: [{ level, text }] })).scores[0];
}

describe('level detector', () => {
  it.each(levels)('scores a graver message higher at level %s', (level) => {
    const scores = messages.map((text) => scoreOf(level, text));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(scores[4]).toBeGreaterThan(scores[0]);
  });

  it.each(messages)('scores a worse level higher: %s', (text) => {
    const scores = (['info', 'warn', 'error', 'fatal'] as const).map((level) => scoreOf(level, text));
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
  });

  const alone: readonly (readonly [LevelName, string, boolean])[] = [
    ['error', 'order shipped', true],
    ['fatal', 'order shipped', true],
    ['none', 'upload failed', true],
    ['info', 'out of memory', true],
    ['warn', 'connection refused', false],
    ['warn', 'order shipped', false],
    ['info', 'connection refused', false],
    ['debug', 'out of memory', false],
    ['none', 'order shipped', false],
  ];

  it.each(alone)('%s "%s" is a finding by itself: %s', (level, text, isFinding) => {
    expect(scoreOf(level, text) >= findingThreshold).toBe(isFinding);
  });

  it('scores a warning that tells of a good end lower, and no other level', () => {
    const [plain, ended] = ['pump stopped at try 2', 'pump succeeded at try 2'];
    expect(scoreOf('warn', ended)).toBeLessThan(scoreOf('warn', plain));
    expect(scoreOf('error', ended)).toBe(scoreOf('error', plain));
  });

  it.each([
    ['a log in which one record of ten is fatal: as an error', 10, 'error'],
    ['a log in which one of a hundred is', 100, 'fatal'],
  ] as const)('counts a fatal record of %s', (_, every, counted) => {
    const rows = rowsOf(3_000, (i) => ({
      level: i % every === 0 ? ('fatal' as const) : ('info' as const),
      text: i === 0 ? 'upload failed' : 'upload done',
    }));
    expect(scoreAll(new LevelDetector(), buildLog({ rows })).scores[0]).toBe(
      scoreOf(counted, 'upload failed'),
    );
  });

  const explained: readonly (readonly [LevelName, string, string, readonly string[]])[] = [
    ['error', 'order shipped', 'of level {0}', ['error']],
    ['none', 'upload failed', 'says `{0}`', ['failed']],
    ['warn', 'upload failed', 'of level {0} and says `{1}`', ['warn', 'failed']],
  ];

  it.each(explained)('explains %s "%s"', (level, text, pattern, values) => {
    const detector = new LevelDetector();
    const { input, scores } = scoreAll(detector, buildLog({ rows: [{ level, text }] }));
    expect(detector.explain(input, recordAt(0), scores[0])).toEqual({
      detector: 'level',
      score: scores[0],
      message: { pattern, values },
      evidence: [],
    });
  });
});
