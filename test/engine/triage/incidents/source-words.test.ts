import { expect, it } from 'vitest';
import type { RecordIndex } from '../../../../src/engine/model/units';
import { SourceWords } from '../../../../src/engine/triage/incidents/source-words';

function told(message: string, limit = 40): string {
  const parts = { time: null, level: 'none', component: '', fields: [] } as const;
  const cut = () => ({ ...parts, message: new TextEncoder().encode(message) });
  const texts = { read: () => new Uint8Array(0) };
  return new SourceWords({ name: () => '' }, { cut }, texts).message(0 as RecordIndex, limit);
}

it.each([
  ['[-] pool is empty', 'pool is empty'],
  ['[req-7c2f] [17] pool is empty', 'pool is empty'],
  ['[ 812733.12] out of memory', 'out of memory'],
  ['[retry] gave up', '[retry] gave up'],
  ['[17]', '[17]'],
  ['pool [17] is empty', 'pool [17] is empty'],
  ['[-] \u001b[31mred\u001b[0m', 'red'],
  ['', ''],
])('%j is told as %j', (message, shown) => {
  expect(told(message)).toBe(shown);
});

it('what is told keeps its limit', () => expect(told(`[-] ${'x'.repeat(100)}`)).toBe('x'.repeat(40)));
