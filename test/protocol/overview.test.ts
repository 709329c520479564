import { describe, expect, it } from 'vitest';
import type { Overview } from '../../src/engine/model/analysis';
import type { Finding, Severity } from '../../src/engine/model/finding';
import { findingsTotal, quietText, unusualText, worstFinding } from '../../src/protocol/overview';
import { grouped, sentenceText } from '../../src/protocol/sentence';

const quiet: Overview = {
  lines: 12_500,
  records: 12_408,
  bytes: 1,
  templates: 41,
  timed: 0,
  firstTime: null,
  lastTime: null,
  errors: 0,
  judged: { records: 12_408, errors: 0, warnings: 0 },
  markedLines: 0,
  detectors: ['rarity', 'level', 'isolation-forest'],
  notJudged: [],
};

describe('quietText', () => {
  it.each([
    [{}, 'Nothing unusual in 12,408 records (41 templates, 3 detectors)'],
    [
      { notJudged: [{ pattern: 'no time stamps, so {0} was not judged', values: ['volume'] }] },
      'Nothing unusual in 12,408 records (41 templates, 3 detectors; no time stamps, so volume was not judged)',
    ],
    [
      { records: 1, templates: 1, judged: { records: 1, errors: 0, warnings: 0 } },
      'Nothing unusual in 1 record (1 template, 3 detectors)',
    ],
    [
      { judged: { records: 500, errors: 0, warnings: 80 } },
      'Nothing unusual in 500 records (41 templates, 3 detectors; 80 warnings of a usual kind)',
    ],
    [
      { judged: { records: 12_408, errors: 1, warnings: 1 } },
      'Nothing unusual in 12,408 records (41 templates, 3 detectors; 1 error of a usual kind; 1 warning of a usual kind)',
    ],
    [
      {
        judged: { records: 0, errors: 0, warnings: 0 },
        firstTime: '1773480413589000000',
        lastTime: '1773480473000000000',
      },
      'Nothing to judge: no record lies in the range; the log goes from 2026-03-14 09:26:53 to 2026-03-14 09:27:53 (UTC).',
    ],
    [
      { judged: { records: 0, errors: 0, warnings: 0 } },
      'Nothing to judge: no record has a time, so none lies in the range.',
    ],
    [{ records: 0 }, 'Nothing to judge: the log holds no records.'],
  ])('%j', (changes, text) => {
    expect(quietText({ ...quiet, ...changes }, sentenceText)).toBe(text);
  });
});

describe('unusualText', () => {
  it('says how much would be marked', () => {
    expect(unusualText({ ...quiet, lines: 10_000, markedLines: 1234 }, sentenceText)).toContain(
      '1,234 of 10,000 lines (12 %)',
    );
  });
});

describe('worstFinding', () => {
  const finding = (id: string, severity: Severity, score: number) => ({ id, severity, score }) as Finding;

  it.each([
    ['the severity decides first', [finding('a', 'high', 0.99), finding('b', 'critical', 0.6)], 'b'],
    ['then the score', [finding('a', 'high', 0.7), finding('b', 'high', 0.8)], 'b'],
    ['then the place', [finding('a', 'low', 0.5), finding('b', 'low', 0.5)], 'a'],
    ['there may be none', [], undefined],
  ])('%s', (_, findings, id) => {
    expect(worstFinding(findings)?.id).toBe(id);
  });
});

describe('findingsTotal', () => {
  it('adds the severities up', () => {
    expect(findingsTotal({ findingCounts: { low: 4, medium: 3, high: 2, critical: 1 } })).toBe(10);
  });
});

describe('grouped', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
  ])('%d', (count, text) => {
    expect(grouped(count)).toBe(text);
  });
});
