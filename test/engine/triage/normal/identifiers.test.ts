import { describe, expect, it } from 'vitest';
import { identifierAt, identifiersOf, wordsOf } from '../../../../src/engine/triage/normal/identifiers';

const cases: readonly (readonly [line: string, identifiers: readonly string[]])[] = [
  ['12:01:30 INFO [req-77ab01] payment 40417 taken', ['req-77ab01']],
  ['2026-06-12T09:41:07.250Z INFO trace_id=77ab01c2 span_id=01fe user=ann', ['77ab01c2', '01fe']],
  ['{"time":"2026-06-12T09:41:07Z","requestId":"ab12","msg":"paid"}', ['ab12']],
  ['job 8f14e45f-ceea-4672-9d1b-6a0c3a91fd5e began', ['8f14e45f-ceea-4672-9d1b-6a0c3a91fd5e']],
  ['Jun 12 09:41:07 web7 sshd[24200]: closed', ['24200']],
  ['served block blk_-77014 to /10.1.2.3:50010', ['blk_-77014']],
  ['order 4130325 shipped', ['4130325']],
  // Times, dates, addresses, durations, fractions and small counts name no request.
  ['20260612 094107 INFO done', []],
  ['1781257267 INFO done', []],
  ['09:41:07,250 10.1.2.3 took 14.250 s, 20 of 503', []],
  ['12/Jun/2026:09:41:07 level=info', []],
  ['2026-06-12 09:41:07,250 ERROR cannot reserve', []],
  ['12-Jun-2026 09:41:07 ERROR cannot reserve', []],
  ['housekeeper delta=48s912ms total-vm:9823344kB gfp_mask=0x140dca', []],
  ['request 8123456b was dropped', ['8123456b']],
  ['', []],
];

describe('identifiers of a line', () => {
  it.each(cases)('%s', (line, identifiers) => {
    expect(identifiersOf(line).map(({ text }) => text)).toEqual(identifiers);
  });

  it('stand where the line’s words say, so that another line’s can be found at the same place', () => {
    const line = 'INFO [req-77ab01] order 4130325 shipped';
    for (const { text, index } of identifiersOf(line)) {
      expect(wordsOf(line)[index]).toBe(text);
      expect(identifierAt(line, index)).toBe(text);
    }
    expect(identifierAt(line, 0)).toBeUndefined();
  });
});
