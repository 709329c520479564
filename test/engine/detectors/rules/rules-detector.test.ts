import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPatterns } from '../../../../src/engine/detectors/rules/pattern-search';
import { readRules } from '../../../../src/engine/detectors/rules/read-rules';
import { RulesDetector } from '../../../../src/engine/detectors/rules/rules-detector';
import type { LevelName } from '../../../../src/engine/model/level';
import type { SignatureId } from '../../../../src/engine/model/units';
import { sentenceText } from '../../../../src/protocol/sentence';
import {
  type BuiltLog,
  buildLog,
  finish,
  lookedAt,
  type Row,
  recordAt,
  rowsOf,
  statisticsOf,
} from '../../log-builder';

beforeAll(loadPatterns);

const levels: readonly LevelName[] = ['none', 'trace', 'debug', 'info', 'warn', 'error', 'fatal'];

function judged(log: BuiltLog, ...own: readonly object[]) {
  const given = own.map((rule, index) => ({ place: 'r', unit: 'line', number: index + 1, rule }) as const);
  const { rules } = readRules(given);
  const detector = new RulesDetector();
  const input = { records: log.records, templates: statisticsOf(log), ...lookedAt(log), rules, seed: 1 };
  finish(detector.learn(input));
  const say = (record: number) => {
    const score = detector.scoreOf(recordAt(record));
    return {
      score,
      text: score === 0 ? '' : sentenceText(detector.explain(input, recordAt(record), score).message),
    };
  };
  return { detector, say };
}

const scoreOf = (row: Row, ...own: readonly object[]) =>
  judged(buildLog({ rows: [row] }), ...own).say(0).score;

describe('the rules detector', () => {
  it('says which rule and which words', () => {
    const { detector, say } = judged(
      buildLog({ rows: [{ level: 'error', text: 'dial east: Connection refused' }] }),
    );
    expect(say(0)).toEqual({
      score: Math.fround(0.8),
      text: 'rule `connection-refused`: says `Connection refused`',
    });
    expect(detector.concernOf(recordAt(0))).toMatchObject({
      rule: 'connection-refused',
      category: 'network',
    });
  });

  it('is silent where no rule fits', () => {
    const { detector, say } = judged(buildLog({ rows: [{ level: 'error', text: 'order 12 was odd' }] }));
    expect(say(0).score).toBe(0);
    expect(detector.concernOf(recordAt(0))).toBeUndefined();
    expect(detector.ruleOf(0 as SignatureId)).toBeUndefined();
  });

  it.each(['connection reset', 'connection refused', 'out of memory'])(
    'believes the level of a default rule: %s',
    (text) => {
      const scores = (['debug', 'info', 'warn', 'error', 'fatal'] as const).map((level) =>
        scoreOf({ level, text }),
      );
      expect(scores).toEqual([...scores].sort((a, b) => a - b));
      expect(scores[1]).toBeLessThan(scores[3]);
    },
  );

  it('makes less of what is being seen to', () => {
    const alone = scoreOf({ level: 'error', text: 'connection refused' });
    expect(scoreOf({ level: 'error', text: 'connection refused, retrying' })).toBeLessThan(alone);
  });

  it('knows what a record is about even where its level takes the score away', () => {
    const { detector, say } = judged(
      buildLog({
        rows: [
          { level: 'debug', text: 'lock wait timeout' },
          { level: 'info', text: 'slow query' },
        ],
      }),
    );
    expect(say(1).score).toBe(0);
    expect(detector.concernOf(recordAt(1))).toMatchObject({ rule: 'slow-query', category: 'database' });
  });

  const late = { id: 'late', severity: 'high', keywords: ['payment … overdue'] };

  it.each(levels)('takes a person’s own rule at its word at level %s', (level) => {
    expect(scoreOf({ level, text: 'payment 12 is overdue' }, late)).toBe(Math.fround(0.82));
  });

  it('heeds the level a rule asks for; a record without one may be of any', () => {
    const warned = { ...late, level: 'warn' };
    const scores = levels.map((level) => scoreOf({ level, text: 'payment 12 is overdue' }, warned) > 0);
    expect(scores).toEqual([true, false, false, false, true, true, true]);
  });

  it('matches patterns against the message as templates show it', () => {
    const { say } = judged(buildLog({ rows: [{ text: 'payment 12 is overdue' }] }), {
      id: 'late',
      severity: 'low',
      pattern: '^payment <number> is (?:over)?due$',
    });
    expect(say(0).text).toBe('rule `late`: says `payment <number> is overdue`');
  });

  it('lets what the baseline holds at a like rate count for little', () => {
    const rows = rowsOf(100, (i) => ({
      level: 'error' as const,
      text: i % 10 === 0 ? 'connection refused' : 'sent',
    }));
    const log = buildLog({ rows }, { role: 'baseline', rows });
    expect(judged(log).say(0).score).toBeLessThan(0.2);
  });

  const attempts = (count: number, apart: number): Row[] =>
    rowsOf(count, (i) => ({
      level: 'info' as const,
      at: 1_000 + i * apart,
      text: `login for anna from port ${i} failed`,
    }));

  it('tells a burst at its first record, with its number and length', () => {
    const { say } = judged(buildLog({ rows: [{ at: 1, text: 'started' }, ...attempts(25, 2)] }));
    expect(say(1)).toEqual({
      score: Math.fround(0.82),
      text: 'rule `brute-force`: 25 such records within 48 s',
    });
    expect(say(2).score).toBeLessThan(0.5);
  });

  it.each([
    ['too few', attempts(9, 1)],
    ['too far apart', attempts(25, 30)],
    ['without times', attempts(25, 1).map(({ at: _, ...row }) => row)],
  ])('no burst: %s', (_, rows) => {
    const { say } = judged(buildLog({ rows }));
    expect(rows.map((__, i) => say(i).score).every((score) => score < 0.5)).toBe(true);
  });

  it('tells a second burst again', () => {
    const later = attempts(12, 1).map((row) => ({ ...row, at: (row.at ?? 0) + 5_000 }));
    const { say } = judged(buildLog({ rows: [...attempts(12, 1), ...later] }));
    expect([say(0), say(12)].map(({ text }) => text)).toEqual(
      Array(2).fill('rule `brute-force`: 12 such records within 11 s'),
    );
  });

  it('survives a clock that jumps back', () => {
    const rows = attempts(20, 1).map((row, i) => ({ ...row, at: (row.at ?? 0) - (i > 9 ? 3_600 : 0) }));
    expect(judged(buildLog({ rows })).say(0).text).toContain('10 such records');
  });

  it('scores within 0 and 1, and the same again, whatever messages say', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('connection refused', 'panic', '错误', '</script>'),
    );
    const row = fc.record({ text, level: fc.constantFrom(...levels) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const log = buildLog({ rows });
        const scores = rows.map((_, i) => judged(log).say(i).score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(rows.map((_, i) => judged(log).say(i).score)).toEqual(scores);
      }),
      { numRuns: 25 },
    );
  });

  it('asks for each kind of message once, however many lines there are', () => {
    const asked = (lines: number) => {
      const log = buildLog({ rows: rowsOf(lines, (i) => ({ text: `order ${i} sent to shop` })) });
      let count = 0;
      const tokensOf = log.mined.tokensOf.bind(log.mined);
      log.mined.tokensOf = (signature) => {
        count++;
        return tokensOf(signature);
      };
      judged(log);
      return count;
    };
    expect(asked(5_000)).toBe(asked(50));
  });
});
