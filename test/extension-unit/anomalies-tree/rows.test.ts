import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnomalyRow,
  findingRows,
  incidentRows,
  momentRows,
  rootRows,
} from '../../../src/extension/anomalies-tree/rows';
import type { AnalysedLog } from '../../../src/extension/shared/analyses';
import { analysedLog, finding } from '../analysed-log';
import { entry, incident } from '../incidents/sample-incident';

/** A row in a word or two. */
function inShort(row: AnomalyRow): string {
  switch (row.kind) {
    case 'summary':
      return row.worst ? `summary, worst ${row.worst.line}` : 'summary';
    case 'note':
      return row.note.pattern;
    case 'notice':
      return row.notice;
    case 'offer':
      return `offer ${row.offer}`;
    case 'incidents':
      return `incidents ${row.log.incidents.length}`;
    case 'incident':
      return `incident ${row.incidentId}`;
    case 'moment':
      return `moment ${row.entry.line}`;
    case 'severity':
      return `${row.severity} ${row.count}`;
    case 'finding':
      return `line ${row.finding.line}`;
    case 'more':
      return `${row.rest} more`;
    case 'standing':
      return `labels: ${row.standing.length} facts`;
    case 'fact':
      return row.text;
  }
}

const some = [
  finding(1, { severity: 'low' }),
  finding(2, { severity: 'critical', score: 0.9 }),
  finding(3, { severity: 'critical', score: 0.95 }),
  finding(4, { severity: 'high', score: 1 }),
];

const logs: readonly {
  readonly title: string;
  readonly log: AnalysedLog;
  readonly rows: readonly string[];
}[] = [
  {
    title: 'findings',
    log: analysedLog(some),
    rows: ['summary, worst 3', 'critical 2', 'high 1', 'low 1'],
  },
  {
    title: 'incidents, which stand above the anomalies',
    log: analysedLog(some.slice(3), { incidents: [incident(4)] }),
    rows: ['summary, worst 4', 'incidents 1', 'high 1'],
  },
  {
    title: 'a quiet log',
    log: analysedLog([], {}, { verdict: 'quiet', strangest: some }),
    rows: ['summary', 'offer strangest'],
  },
  {
    title: 'a log that could be read in part only',
    log: analysedLog(
      some.slice(3),
      {},
      {
        sources: analysedLog([]).report.sources.map((source) => ({
          ...source,
          notes: [{ pattern: 'only its beginning was read', values: [] }],
        })),
      },
    ),
    rows: ['only its beginning was read', 'summary, worst 4', 'high 1'],
  },
  { title: 'an empty log', log: analysedLog([], {}, { verdict: 'quiet' }), rows: ['summary'] },
  {
    title: 'an unusual log',
    log: analysedLog(some, { painted: false }, { verdict: 'unusual' }),
    rows: [
      'summary, worst 3',
      'offer time-range',
      'offer baseline',
      'offer strangest',
      'critical 2',
      'high 1',
      'low 1',
    ],
  },
  {
    title: 'the strangest lines, highest score first',
    log: analysedLog(some.slice(0, 3), { showsStrangest: true }, { verdict: 'quiet' }),
    rows: ['summary, worst 3', 'strangest', 'line 3', 'line 2', 'line 1'],
  },
  {
    title: 'a log that changed, some lines labelled',
    log: analysedLog(some.slice(0, 1), { stale: 'grown', hidden: 2 }),
    rows: ['summary, worst 1', 'stale', 'low 1', 'hidden'],
  },
  {
    title: 'a part of a log, which can be left again',
    log: analysedLog(some.slice(0, 1), { scope: { baselines: ['/logs/good.log'], from: null, until: null } }),
    rows: ['summary, worst 1', 'scope', 'low 1'],
  },
  {
    title: 'more findings than were sent',
    log: analysedLog(some.slice(3), {}, { findingCounts: { low: 0, medium: 0, high: 30_000, critical: 0 } }),
    rows: ['summary, worst 4', 'cut', 'high 1'],
  },
];

test.each(logs)('$title', ({ log, rows }) => {
  expect(rootRows(log, []).map(inShort)).toEqual(rows);
});

test('how far labels reach stands below what the log is', () => {
  const standing = [{ pattern: '{0} labels cover {1} % of the records', values: [3, '96'] }];
  const rows = rootRows(analysedLog(some.slice(0, 1), { stale: 'grown' }), standing).map(inShort);
  expect(rows).toEqual(['summary, worst 1', 'labels: 1 facts', 'stale', 'low 1']);
});

test('an incident opens to the lines of its course', () => {
  const timeline = [entry(4, { role: 'first' }), entry(9)];
  const [row] = incidentRows(analysedLog([], { incidents: [incident(4, { timeline })] }));
  expect(momentRows(row).map(inShort)).toEqual(['moment 4', 'moment 9']);
});

describe('the rows of one severity', () => {
  test('stand by time, those without one where the line before them stands', () => {
    const log = analysedLog([
      finding(1, { time: '1000000000000000002' }),
      finding(2),
      finding(3, { time: '999999999999999999' }),
      finding(4, { time: '1000000000000000002' }),
    ]);
    expect(findingRows(log, 'low', 9).map(inShort)).toEqual(['line 3', 'line 1', 'line 2', 'line 4']);
  });

  test('come in pages that together hold each once', () => {
    const shape = fc.tuple(fc.array(fc.constantFrom('low', 'high')), fc.integer({ min: 1, max: 20 }));
    fc.assert(
      fc.property(shape, ([severities, shown]) => {
        const log = analysedLog(severities.map((severity, index) => finding(index + 1, { severity })));
        const rows = findingRows(log, 'low', shown);
        const rest = rows.reduce((sum, row) => sum + (row.kind === 'more' ? row.rest : 1), 0);
        expect(rest).toBe(severities.filter((severity) => severity === 'low').length);
        expect(rows.filter((row) => row.kind === 'finding').length).toBeLessThanOrEqual(shown);
      }),
    );
  });
});
