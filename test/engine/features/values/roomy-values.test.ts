import { describe, expect, it } from 'vitest';
import { LogSessions } from '../../../../src/engine/features/sessions/log-sessions';
import type { ValueLog } from '../../../../src/engine/features/values/gather-values';
import { LogValues } from '../../../../src/engine/features/values/log-values';
import { RoomyValues } from '../../../../src/engine/features/values/roomy-values';
import { SessionShapes } from '../../../../src/engine/labels/resolve/session-shapes';
import { SessionSources } from '../../../../src/engine/session-sources';
import { finish } from '../../log-builder';
import { textsOf } from '../../source-texts';

const jobs = 17_000;

/** Four lines a job, jobs one after the other: more than are looked at while a log is judged. */
const text = Array.from({ length: jobs * 4 }, (_, line) => {
  const time = new Date(Date.UTC(2026, 4, 2) + line * 100).toISOString();
  return `${time} INFO [yard] job=${10_000 + Math.floor(line / 4)} ${['came', 'waits', 'loads', 'left'][line % 4]}\n`;
}).join('');

function readLog(): ValueLog {
  const sources = new SessionSources();
  sources.open({ path: 'yard.log', role: 'log', referenceSeconds: 0 });
  sources.push(new TextEncoder().encode(text));
  sources.close([], 0);
  const { records, readers, miner, cutter } = sources;
  return { records, readers, miner, cutter, texts: textsOf(text) };
}

describe('values of all records', () => {
  const log = readLog();
  const judged = new LogValues(log);
  const inPart = finish(judged.table());
  const cellsARow = inPart.firstCell(inPart.rowCount) / inPart.rowCount;

  it('are read where a log is judged by a part of them', () => {
    expect(inPart.rowCount).toBeLessThan(inPart.recordCount);
    const table = finish(new RoomyValues(log, judged).table());
    expect([table.rowCount, table.recordCount]).toEqual([jobs * 4, jobs * 4]);
  });

  it('are those of the judged log where it was looked at whole', () => {
    const whole = new RoomyValues(log, judged);
    finish(whole.table());
    expect(finish(new RoomyValues(log, whole).table())).toBe(finish(whole.table()));
  });

  it('are of long stretches, the last records among them, where there is no room for all', () => {
    const room = Math.floor((jobs * 4 * cellsARow) / 2);
    const table = finish(new RoomyValues(log, judged, room).table());
    expect(table.rowCount).toBeLessThan(table.recordCount);
    expect(table.rowCount).toBeGreaterThan(inPart.recordCount / 3);
    expect(table.firstCell(table.rowCount)).toBeLessThanOrEqual(room);
    expect(table.recordOf(table.rowCount - 1)).toBe(table.recordCount - 1);
  });

  it('and labels on sessions say of how many records that is', () => {
    const lookedAt = (values: RoomyValues) => {
      const sessions = finish(new LogSessions(log.records, values, undefined).found());
      return new SessionShapes(log.records, log.miner, sessions).lookedAt;
    };
    const roomy = new RoomyValues(log, judged, Math.floor((jobs * 4 * cellsARow) / 2));
    expect(lookedAt(roomy)).toBe(finish(roomy.table()).rowCount);
    expect(lookedAt(new RoomyValues(log, judged))).toBeUndefined();
  });
});
