import { describe, expect, it } from 'vitest';
import { RarityDetector } from '../../../src/engine/detectors/rarity';
import type { Sentence } from '../../../src/engine/model/finding';
import { findingThreshold } from '../../../src/engine/triage/sensitivity';
import { type BuiltSource, buildLog, type Row, recordAt, rowsOf } from '../log-builder';
import { scoreAll } from './score-all';

const served = (i: number): Row => ({ text: `served {page} ${i}` });
const letters = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

/** Scores the last record. */
function judgeLast(...sources: BuiltSource[]) {
  const detector = new RarityDetector();
  const { input, scores } = scoreAll(detector, buildLog(...sources));
  const last = recordAt(scores.length - 1);
  return { score: scores[last], reason: detector.explain(input, last, scores[last]) };
}

interface Case {
  readonly name: string;
  readonly sources: readonly BuiltSource[];
  readonly score: readonly [number, number];
  readonly message?: Sentence;
}

const cases: readonly Case[] = [
  {
    name: 'the only one of its kind in 200 records is not worth a finding',
    sources: [{ rows: [...rowsOf(199, served), { text: 'odd' }] }],
    score: [0.2, 0.3],
    message: { pattern: 'the only one of its kind in {0} records', values: [200] },
  },
  {
    name: 'the only one in 100,000 is',
    sources: [{ rows: [...rowsOf(99_999, served), { text: 'odd' }] }],
    score: [findingThreshold, 0.6],
  },
  {
    name: 'a one-off in a log full of one-offs is ordinary',
    sources: [{ rows: rowsOf(2_000, (i) => ({ text: `event ${letters(i)}` })) }],
    score: [0, 0],
  },
  {
    name: 'a common template with words it never has',
    sources: [{ rows: [...rowsOf(9_999, served), { text: 'served {nothing} 5' }] }],
    score: [0.4, 0.5],
    message: { pattern: 'only {0} of the {1} records of its template have these words', values: [1, 10_000] },
  },
  {
    name: 'five in a row weigh more than nothing',
    sources: [{ rows: [...rowsOf(9_995, served), ...rowsOf(5, () => ({ text: 'odd' }))] }],
    score: [0.35, 0.45],
    message: { pattern: 'only {0} of {1} records are of its kind', values: [5, 10_000] },
  },
  {
    name: 'five spread over the log are routine, less surprising',
    sources: [{ rows: rowsOf(10_000, (i) => (i % 2_000 === 1_999 ? { text: 'odd' } : served(i))) }],
    score: [0.25, 0.35],
  },
  {
    name: 'what a large baseline never had is surprising, however often the log has it',
    sources: [
      { role: 'baseline', rows: rowsOf(10_000, served) },
      { rows: rowsOf(10_000, () => ({ text: 'odd' })) },
    ],
    score: [0.4, 0.5],
    message: { pattern: 'nothing of its kind in the {0} records of the baseline', values: [10_000] },
  },
  {
    name: 'what a baseline knows well is not',
    sources: [
      { role: 'baseline', rows: rowsOf(500, () => ({ text: 'odd' })) },
      { rows: [...rowsOf(999, served), { text: 'odd' }] },
    ],
    score: [0, 0],
  },
];

describe('rarity detector', () => {
  it.each(cases)('$name', ({ sources, score: [least, most], message }) => {
    const { score, reason } = judgeLast(...sources);
    expect(score).toBeGreaterThanOrEqual(least);
    expect(score).toBeLessThanOrEqual(most);
    if (message !== undefined) expect(reason.message).toEqual(message);
  });

  it('does not call start-up lines rare: little is known so early', () => {
    const rows = [...rowsOf(20, (i) => ({ text: `loading ${letters(i)}` })), ...rowsOf(10_000, served)];
    const { scores } = scoreAll(new RarityDetector(), buildLog({ rows }));
    expect(Math.max(...scores)).toBe(0);
  });

  it('points at the first and last of the kind, itself left out', () => {
    const rows = rowsOf(1_000, (i) => (i % 400 === 150 ? { text: 'odd' } : served(i)));
    const detector = new RarityDetector();
    const { input, scores } = scoreAll(detector, buildLog({ rows }));
    const linesOf = (record: number) =>
      detector
        .explain(input, recordAt(record), scores[record])
        .evidence.map(({ line, note }) => `${line} ${note.pattern}`);
    expect(linesOf(550)).toEqual(['151 first seen', '951 last seen']);
    expect(linesOf(150)).toEqual(['951 last seen']);
  });

  it('leaves baseline records unjudged', () => {
    const rows = [...rowsOf(9_999, served), { text: 'odd' }];
    const { scores } = scoreAll(new RarityDetector(), buildLog({ role: 'baseline', rows }));
    expect(Math.max(...scores)).toBe(0);
  });

  it('says so where there are too few records', () => {
    const { notJudged } = scoreAll(new RarityDetector(), buildLog({ rows: rowsOf(10, served) }));
    expect(notJudged).toEqual({ pattern: expect.stringContaining('too few records'), values: [10, 32] });
  });
});
