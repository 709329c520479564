import { expect, test } from 'vitest';
import { cutsOf, mostRecords } from '../../../../src/engine/dataset/export/cut-records';
import type { Sessions } from '../../../../src/engine/features/sessions/sessions';
import type { RecordTable } from '../../../../src/engine/model/record-table';
import { ended } from './ended';

/** One log, and sessions of so many records each. */
function cutsOfSessions(lengths: readonly number[]) {
  const records: Pick<RecordTable, 'sourceOfRecord'> & { readonly sources: readonly object[] } = {
    sources: [{ role: 'log' }],
    sourceOfRecord: (() => 0) as unknown as RecordTable['sourceOfRecord'],
  };
  const sessions: Pick<Sessions, 'count' | 'recordsOf'> = {
    count: lengths.length,
    recordsOf: (session) => new Uint32Array(lengths[session]),
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
