import { describe, expect, it } from 'vitest';
import { levelName } from '../../../src/engine/model/level';
import type { SignatureId, TemplateId } from '../../../src/engine/model/units';
import { buildLog, recordAt, rowsOf, statisticsOf } from '../log-builder';

const started = 0 as TemplateId;
const request = 1 as TemplateId;

const log = buildLog(
  {
    role: 'baseline',
    rows: [
      { text: 'started', at: 1 },
      { text: 'request {a}', level: 'warn', bytes: 16 },
      { text: 'started' },
    ],
  },
  {
    rows: [
      { text: 'request {b}', at: 2, bytes: 64 },
      { text: 'started', component: 3 },
      { text: 'request {b}', level: 'warn' },
    ],
  },
);

describe('template statistics', () => {
  const statistics = statisticsOf(log);

  it('count log and baselines together, and keep them apart', () => {
    expect([...statistics.templateCounts]).toEqual([3, 3]);
    expect([...statistics.signatureCounts]).toEqual([3, 1, 2]);
    expect([...statistics.baselineTemplateCounts]).toEqual([2, 1]);
    expect([started, request].map((id) => statistics.logCount(id))).toEqual([1, 2]);
    expect([statistics.recordCount, statistics.baselineRecords, statistics.timedRecords]).toEqual([6, 3, 2]);
    expect(statistics.componentCounts[3]).toBe(1);
  });

  it('know where a template first and last occurs in the log, a signature anywhere', () => {
    expect([statistics.firstRecord(request), statistics.lastRecord(request)]).toEqual([3, 5]);
    expect(statistics.firstRecordOfSignature(1 as SignatureId)).toBe(1);
  });

  it('have no first record of a template that only baselines hold', () => {
    const only = statisticsOf(
      buildLog({ role: 'baseline', rows: [{ text: 'a' }] }, { rows: [{ text: 'b' }] }),
    );
    expect([only.firstRecord(started), only.lastRecord(started)]).toEqual([undefined, undefined]);
    expect(only.firstRecord(request)).toBe(1);
  });

  it('take the level most records carry', () => {
    expect([started, request].map((id) => levelName(statistics.level(id)))).toEqual(['info', 'warn']);
  });

  it('count what follows what, within a source only', () => {
    expect(statistics.transitions.count(started, request)).toBe(2);
    expect(statistics.transitions.count(request, started)).toBe(2);
    expect([...statistics.departures]).toEqual([2, 2]);
  });

  it('take the geometric mean of the bytes of records whose end is known', () => {
    expect(statistics.typicalBytes(request)).toBeCloseTo(32);
  });

  it('count stretches of the log, not lines, as episodes', () => {
    const rows = rowsOf(1_000, (i) => ({ text: i % 300 < 3 ? 'poll' : 'work' }));
    const { templateCounts, templateEpisodes } = statisticsOf(buildLog({ rows }));
    expect([...templateCounts]).toEqual([12, 988]);
    expect([...templateEpisodes.counts]).toEqual([4, 1]);
  });

  it('hold for an empty log', () => {
    const empty = statisticsOf(buildLog({ rows: [] }));
    expect([empty.recordCount, empty.templateLimit]).toEqual([0, 0]);
  });

  it('know the template of a record', () => {
    expect([0, 3].map((record) => statistics.templateOf(recordAt(record)))).toEqual([started, request]);
  });
});
