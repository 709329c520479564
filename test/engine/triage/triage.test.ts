import { describe, expect, it } from 'vitest';
import { detectorPatterns } from '../../../src/engine/detectors/sentences';
import { TemplateStatistics } from '../../../src/engine/features/template-statistics';
import type { Finding } from '../../../src/engine/model/finding';
import { triage } from '../../../src/engine/triage/triage';
import { buildLog, lookedAt, type Row, rowsOf } from '../log-builder';
import { runTriage, wordsOf } from './run-triage';

const letters = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const start = 1_773_480_000;

/** A service in its routine: start-up lines once each, five kinds of work, now and then a retried call. */
function routine(count: number): Row[] {
  return rowsOf(count, (i) => {
    const at = start + i * 0.5 + ((i * 37) % 17) / 100;
    if (i < 12) return { at, text: `loaded module ${letters(i)}` };
    if (i % 997 === 500) return { at, level: 'warn', text: `call ${i} to stock timed out, retrying` };
    if (i % 60 === 0) return { at, text: 'health check passed', component: 2 };
    return {
      at,
      text: `handled {${['list', 'cart', 'login', 'search'][(i * 13) % 4]}} request ${i} in 5 ms`,
      component: 1,
    };
  });
}

/** `burst` written into the routine from record `index` on. */
function interrupted(count: number, index: number, burst: readonly Row[]): Row[] {
  const rows = routine(count);
  const at = rows[index].at ?? start;
  return [
    ...rows.slice(0, index),
    ...burst.map((row, i) => ({ at: at + i / 1000, ...row })),
    ...rows.slice(index),
  ];
}

/** Built logs have templates and times, but no text that values or ids could be read from. */
const notInBuiltLogs = [
  expect.stringContaining('no values in its lines'),
  expect.stringContaining('nothing that links records'),
];
const linesOf = (findings: readonly Finding[]) => findings.map(({ line }) => line as number);

describe('a quiet log', () => {
  it.each([200, 1_000, 5_000, 20_000])('of %d records has at most one line in a thousand marked', (count) => {
    const { markedLines, verdict, strangest, notJudged, detectors } = runTriage(
      buildLog({ rows: routine(count) }),
    );
    expect(markedLines).toBeLessThanOrEqual(count / 1_000);
    expect(verdict).toBe(markedLines === 0 ? 'quiet' : 'findings');
    expect(strangest.length).toBeLessThanOrEqual(20);
    expect(notJudged.map(({ pattern }) => pattern)).toEqual(notInBuiltLogs);
    expect(detectors).toEqual(['level', 'rules', 'rarity', 'isolation-forest', 'volume']);
  });

  it('shows its strangest records highest first, each with a reason', () => {
    const { strangest } = runTriage(buildLog({ rows: routine(2_000) }));
    const scores = strangest.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const { reasons } of strangest) expect(reasons.length).toBeGreaterThan(0);
  });

  it('shows twenty even where all are alike, and claims nothing about them', () => {
    const { strangest } = runTriage(
      buildLog({ rows: rowsOf(300, (i) => ({ text: 'tick', at: start + i })) }),
    );
    expect(strangest).toHaveLength(20);
    const said = new Set(strangest.flatMap(({ reasons }) => reasons.map(({ message }) => message.pattern)));
    expect([...said]).toEqual([detectorPatterns.forestOrdinary]);
  });

  it('may hold no record at all', () => {
    expect(runTriage(buildLog({ rows: [] }))).toMatchObject({
      verdict: 'quiet',
      findings: [],
      strangest: [],
      markedLines: 0,
    });
  });
});

interface Incident {
  readonly name: string;
  readonly burst: readonly Row[];
  readonly severities: readonly string[];
}

const incidents: readonly Incident[] = [
  { name: 'a fatal line', burst: [{ text: 'giving up', level: 'fatal' }], severities: ['critical'] },
  {
    name: 'out of memory',
    burst: [{ text: 'worker 7 ran out of memory', level: 'error' }],
    severities: ['critical'],
  },
  {
    name: 'out of memory without a level',
    burst: [{ text: 'out of memory, killed process 812', level: 'none' }],
    severities: ['critical'],
  },
  {
    name: 'a stack trace',
    burst: [{ text: 'unhandled NullPointerException', level: 'error', lines: 24, bytes: 2_000 }],
    severities: ['high', 'critical'],
  },
  {
    name: 'a burst of refused connections',
    burst: rowsOf(40, (i) => ({ text: `dial stock:80: connection refused, call ${i}`, level: 'error' })),
    severities: ['high', 'critical'],
  },
];

describe('an incident among 10,000 records', () => {
  it.each(incidents)(
    '$name: found once, severely, with all its records, and nearly nothing else',
    ({ burst, severities }) => {
      const { findings, verdict } = runTriage(buildLog({ rows: interrupted(10_000, 6_000, burst) }));
      const severe = findings.filter(({ severity }) => severities.includes(severity));
      expect(verdict).toBe('findings');
      expect(severe.map(({ line, repeats }) => [line, repeats.count])).toEqual([[6_001, burst.length]]);
      expect(findings.length - severe.length).toBeLessThanOrEqual(10);
    },
  );

  it('covers all lines of its records', () => {
    const { findings } = runTriage(buildLog({ rows: interrupted(10_000, 6_000, incidents[3].burst) }));
    expect(findings.filter(({ line }) => line === 6_001).map(({ endLine }) => endLine)).toEqual([6_024]);
  });
});

/** An error no other is like. */
const odd = (i: number) => ({ text: `broke at ${letters(i)}`, level: 'error' }) as const;

describe('an unusual log', () => {
  it('is one that consists of errors of ever new kinds', () => {
    const rows = rowsOf(
      1_000,
      (i) => ({ text: `write ${letters(i)} failed`, level: 'error', at: start + i }) as const,
    );
    expect(runTriage(buildLog({ rows }))).toMatchObject({ verdict: 'unusual', markedLines: 1_000 });
  });

  it('is none that says one thing a thousand times', () => {
    const rows = rowsOf(
      1_000,
      (i) => ({ text: `write ${i} failed`, level: 'error', at: start + i }) as const,
    );
    expect(runTriage(buildLog({ rows }))).toMatchObject({ verdict: 'findings', markedLines: 1 });
  });

  it.each([
    { errors: 9, of: 100, verdict: 'findings' },
    { errors: 10, of: 100, verdict: 'unusual' },
    { errors: 50, of: 1_000, verdict: 'findings' },
    { errors: 51, of: 1_000, verdict: 'unusual' },
  ])('begins above a twentieth of the lines and at ten: $errors of $of', ({ errors, of, verdict }) => {
    const rows = rowsOf(of, (i): Row => (i < errors ? odd(i) : { text: 'tick' }));
    expect(runTriage(buildLog({ rows })).verdict).toBe(verdict);
  });

  it.each([
    { marked: 11, of: 500, verdict: 'findings' },
    { marked: 25, of: 500, verdict: 'findings' },
    { marked: 26, of: 500, verdict: 'unusual' },
  ])('is told by all of its lines where a range is chosen: $marked of $of', ({ marked, of, verdict }) => {
    const rows = rowsOf(of, (i): Row => ({ ...odd(i), at: start + i }));
    const until = BigInt(start + marked - 1) * 1_000_000_000n;
    const inRange = runTriage(buildLog({ rows }), { until });
    expect(inRange).toMatchObject({ verdict, markedLines: marked });
    expect(inRange.judged).toEqual({ records: marked, errors: marked, warnings: 0 });
    expect(runTriage(buildLog({ rows })).verdict).toBe('unusual');
  });

  it.each([
    { traces: 1, verdict: 'findings' },
    { traces: 9, verdict: 'findings' },
    { traces: 10, verdict: 'unusual' },
  ])(
    'is none where few records are long: $traces stack traces of 40 lines in 100 records',
    ({ traces, verdict }) => {
      const rows = rowsOf(100, (i): Row => (i < traces ? { ...odd(i), lines: 40 } : { text: 'tick' }));
      expect(runTriage(buildLog({ rows }))).toMatchObject({ verdict, markedLines: traces * 40 });
    },
  );

  it('is none where a small share of its records makes up most of its lines', () => {
    const rows = rowsOf(400, (i): Row => (i < 20 ? { ...odd(i), lines: 60 } : { text: 'tick' }));
    expect(runTriage(buildLog({ rows }))).toMatchObject({ verdict: 'findings', markedLines: 1_200 });
  });

  it('makes no more findings than it may, the strongest, and counts them all', () => {
    const rows = rowsOf(300, (i): Row => ({ ...odd(i), level: i % 100 === 50 ? 'fatal' : 'error' }));
    const { findings, findingCounts, markedLines } = runTriage(buildLog({ rows }), { maxFindings: 3 });
    expect(linesOf(findings)).toEqual([51, 151, 251]);
    expect(findingCounts.critical + findingCounts.high + findingCounts.medium + findingCounts.low).toBe(300);
    expect([findingCounts.critical, markedLines]).toEqual([3, 300]);
  });
});

describe('triage', () => {
  const rows = interrupted(3_000, 2_000, incidents[4].burst);

  it('gives the same result again', () => {
    expect(runTriage(buildLog({ rows }))).toEqual(runTriage(buildLog({ rows })));
  });

  it('gives findings in line order, each with its record’s columns', () => {
    const { findings } = runTriage(buildLog({ rows }));
    expect(linesOf(findings)).toEqual([2_001]);
    expect(findings[0]).toMatchObject({
      source: 0,
      endLine: 2_001,
      level: 'error',
      time: expect.stringMatching(/^\d{19}$/),
      repeats: { count: 40, source: 0, line: 2_040, time: expect.stringMatching(/^\d{19}$/) },
    });
  });

  it('keeps its ids whatever is appended', () => {
    const { findings: before } = runTriage(buildLog({ rows }));
    const { findings: after } = runTriage(buildLog({ rows: [...rows, ...routine(500)] }));
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  });

  it('judges only what lies in the range of time', () => {
    const ns = (seconds: number) => BigInt(seconds) * 1_000_000_000n;
    const during = runTriage(buildLog({ rows }), { from: ns(start + 990), until: ns(start + 1_010) });
    expect(during.findings.map(({ line, repeats }) => [line, repeats.count])).toEqual([[2_001, 40]]);
    const after = runTriage(buildLog({ rows }), { from: ns(start + 1_100), until: null });
    expect(after).toMatchObject({ verdict: 'quiet', findings: [] });
    const never = runTriage(buildLog({ rows }), { from: ns(start + 1e6), until: null });
    expect(never.notJudged.map(({ pattern }) => pattern)).toEqual([
      ...notInBuiltLogs,
      expect.stringContaining('within the range'),
    ]);
  });

  it('takes baselines as experience and finds nothing in them', () => {
    const known = { role: 'baseline', rows } as const;
    const { findings, strangest } = runTriage(
      buildLog(known, { rows: [...routine(200), { text: 'odd', level: 'warn' }] }),
    );
    expect([...findings, ...strangest].every(({ source }) => source === 1)).toBe(true);
    expect(findings.map(({ line, reasons }) => [line, reasons.map(({ detector }) => detector)])).toEqual([
      [201, expect.arrayContaining(['rarity'])],
    ]);
  });

  it('says what it could not judge', () => {
    const patterns = (built: readonly Row[]) =>
      runTriage(buildLog({ rows: built })).notJudged.map(({ pattern }) => pattern);
    expect(patterns(rowsOf(100, () => ({ text: 'tick' })))).toEqual([
      expect.stringContaining('volume was not judged'),
      ...notInBuiltLogs,
      expect.stringContaining('gaps between lines were not judged'),
    ]);
    expect(patterns(rowsOf(5, (i) => ({ text: 'tick', at: i })))).toEqual([
      expect.stringContaining('to say what is rare'),
      expect.stringContaining('Isolation Forest'),
      ...notInBuiltLogs,
    ]);
  });

  it('yields often, its progress never falling', () => {
    const log = buildLog({ rows: rowsOf(200_000, (i) => ({ text: 'tick', at: i })) });
    const { records, mined, texts } = log;
    const steps = triage(
      {
        records,
        templates: new TemplateStatistics(records, mined),
        ...lookedAt(log),
        seed: 1,
        texts,
        words: wordsOf(records),
      },
      { from: null, until: null },
    );
    const progress = [0];
    for (let step = steps.next(); !step.done; step = steps.next()) progress.push(step.value);
    expect(progress.length).toBeGreaterThan(20);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[progress.length - 1]).toBeLessThanOrEqual(1);
  });
});
