import { expect, test } from 'vitest';
import { cutsOf, mostRecords } from '../../../../src/engine/dataset/export/cut-records';
import type { Sessions } from '../../../../src/engine/features/sessions/sessions';
import type { RecordTable } from '../../../../src/engine/model/record-table';
import { ended } from './ended';

/** One log, and sessions of so many records each. */
function cutsOfSessions(
  lengths: readonly number[],
  lookedAt = 20,
  isCut: (session: number) => boolean = () => false,
) {
  const records: Pick<RecordTable, 'recordCount' | 'sourceOfRecord'> & {
    readonly sources: readonly object[];
  } = {
    recordCount: 20,
    sources: [{ role: 'log' }],
    sourceOfRecord: (() => 0) as unknown as RecordTable['sourceOfRecord'],
  };
  const rows = new Uint32Array(lookedAt);
  const sessions: Pick<Sessions, 'beginIsCut' | 'count' | 'endIsCut' | 'lookedAt' | 'recordsOf'> = {
    count: lengths.length,
    recordsOf: (session) => new Uint32Array(lengths[session]),
    lookedAt: { records: rows, sessions: new Int32Array(lookedAt) },
    beginIsCut: () => false,
    endIsCut: (session) => isCut(session),
  };
  return ended(cutsOf(records as RecordTable, sessions as Sessions, { kind: 'sessions' }, 1));
}

test('a session as long as a log is no example, and is counted', () => {
  const cuts = cutsOfSessions([3, mostRecords + 1, mostRecords, 1]);
  expect(cuts.tooLong).toBe(1);
  expect(Array.from({ length: cuts.count }, (_, at) => cuts.recordsOf(at).length)).toEqual([
    3,
    mostRecords,
    1,
  ]);
});

test('of a log that was looked at in part, a session that may go on elsewhere is left out and counted', () => {
  const isCut = (session: number) => session === 1;
  const kept = (lookedAt: number) => {
    const cuts = cutsOfSessions([3, 4, 5], lookedAt, isCut);
    return [cuts.count, cuts.cutOff];
  };
  expect(kept(12)).toEqual([2, 1]);
  expect(kept(20)).toEqual([3, 0]);
});
