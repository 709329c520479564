import { describe, expect, it } from 'vitest';
import type { SourceTexts } from '../../../../src/engine/records/source-texts';
import { incidentsOf } from '../../../../src/engine/triage/incidents/incidents';
import { RecordPassages } from '../../../../src/engine/triage/normal/record-passages';
import { buildLog, finish, lookedAt, type Row, recordAt, rowsOf, statisticsOf } from '../../log-builder';
import { wordsOf } from '../run-triage';

const letters = 'abcdefghij';
const worded = (index: number): string => [...String(index)].map((digit) => letters[Number(digit)]).join('');

/** Every third record is an error of a kind of its own, written by one of forty services. */
const rows = rowsOf(60_000, (i): Row => {
  const isError = i % 3 === 0;
  return {
    text: isError ? `cannot ${worded(i)} it, req-${i}` : 'all is well',
    level: isError ? 'error' : 'info',
    at: i / 10,
    component: 1 + (i % 40),
  };
});

describe('twenty thousand findings', () => {
  const built = buildLog({ rows });
  const templates = statisticsOf(built);
  const { records } = built;
  const errors = rows.flatMap((row, i) => (row.level === 'error' ? [recordAt(i)] : []));
  const findings = errors.map((record) => ({
    id: record.toString(16).padStart(16, '0'),
    formerIds: [],
    source: records.sourceOfRecord(record),
    line: records.lineNumber(records.firstLine.get(record) as never),
    endLine: records.lineNumber(records.firstLine.get(record) as never),
    time: null,
    level: 'error' as const,
    severity: 'high' as const,
    score: 0.8,
    templateId: templates.templateOf(record),
    repeats: { count: 1, source: 0 as never, line: 1 as never, time: null },
    category: null,
    hint: null,
    reasons: [],
  }));
  const episodes = errors.map((record) => ({
    first: record,
    last: record,
    count: 1,
    strongest: record,
    score: 0.8,
  }));
  let reads = 0;
  const texts: SourceTexts = {
    read: (...span) => {
      reads++;
      return built.texts.read(...span);
    },
  };
  const incidents = finish(
    incidentsOf(
      {
        templates,
        judges: [],
        threshold: 0.5,
        values: lookedAt(built).values,
        words: wordsOf(records),
        passages: new RecordPassages(records, texts),
      },
      findings,
      episodes,
    ),
  );

  it('are all told of, in at most 200 incidents', () => {
    expect(incidents.length).toBeGreaterThan(0);
    expect(incidents.length).toBeLessThanOrEqual(200);
    expect(new Set(incidents.flatMap((incident) => incident.findings)).size).toBe(findings.length);
  });

  it('take a bounded number of looks at the text', () => {
    expect(reads).toBeLessThan(4_000);
  });
});
