import { describe, expect, it } from 'vitest';
import { triagePatterns } from '../../../src/engine/triage/sentences';
import { buildLog, type Row, rowsOf } from '../log-builder';
import { runTriage } from './run-triage';

const start = Date.UTC(2026, 2, 14) / 1000;
/** Errors that come now and then, and in the middle of the log a hundred of them within ten seconds. */
const ticks = rowsOf(4_000, (i): Row => ({ at: start + i, text: 'served' }));
const errors = rowsOf(
  40,
  (i): Row => ({ at: start + i * 100 + 0.5, level: 'error', text: 'lamp failed: connection refused' }),
);
const storm = rowsOf(
  100,
  (i): Row => ({ at: start + 2_010 + i / 10, level: 'error', text: 'lamp failed: connection refused' }),
);
const inTime = (rows: readonly Row[]) => rows.toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));

describe('a folded finding', () => {
  const rows = inTime([...ticks, ...errors, ...storm]);
  const { findings } = runTriage(buildLog({ rows }));

  it('stands on its first line', () => {
    expect(findings.map(({ line, repeats }) => [line, repeats.count])).toEqual([
      [rows.findIndex(({ level }) => level === 'error') + 1, 140],
    ]);
  });

  it('says why by its strongest line, which is shown', () => {
    const reason = findings[0].reasons.find(({ detector }) => detector === 'volume');
    const [{ line, note } = { line: 0, note: undefined }] = reason?.evidence ?? [];
    expect(note).toEqual({ pattern: triagePatterns.repeat, values: [140] });
    expect(rows[line - 1].at).toBeGreaterThanOrEqual(start + 1_980);
    expect(rows[line - 1].at).toBeLessThan(start + 2_020);
  });

  it('shows no line beside what its first one says as well', () => {
    const reason = findings[0].reasons.find(({ detector }) => detector === 'level');
    expect(reason?.evidence.filter(({ note }) => note.pattern === triagePatterns.repeat)).toEqual([]);
  });
});
