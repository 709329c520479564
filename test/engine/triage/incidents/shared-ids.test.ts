import { describe, expect, it } from 'vitest';
import type { RecordIndex } from '../../../../src/engine/model/units';
import { SharedIds } from '../../../../src/engine/triage/incidents/shared-ids';

const cases: readonly (readonly [line: string, ids: readonly string[]])[] = [
  ['refused 203.0.113.66, sent by /10.4.0.9:9092', ['203.0.113.66', '10.4.0.9']],
  ['2026-06-12 09:41:07,250 ERROR request req-81 failed', ['req-81']],
  // Everybody's browser of that version, a network, what is everywhere.
  ['"GET /cart" 502 "Browser/131.0.0.0"', []],
  ['route to 10.4.0.0 and 0.0.0.0 lost', []],
];

describe('ids that findings may share', () => {
  it.each(cases)('%s', (line, ids) => {
    const record = 3 as RecordIndex;
    expect(new SharedIds(new Map([[record, line]])).of(record)).toEqual(ids);
  });
});
