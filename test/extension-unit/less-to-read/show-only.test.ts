import { expect, test, vi } from 'vitest';
import type { LogFilter } from '../../../src/engine/filter/filter';
import type { LessToRead } from '../../../src/extension/less-to-read/needs';
import { showOnly } from '../../../src/extension/less-to-read/show-only';
import { plainReading } from '../../../src/protocol/reading';

vi.mock('vscode', () => import('../vscode-stand-in'));
vi.mock('../../../src/extension/less-to-read/show-result', () => ({ showResult: vi.fn() }));

const uri = 'file:/logs/orders.log';
const time = { mode: 'include', enabled: true, test: { kind: 'time', from: '1', until: '9' } } as const;
const hidden = { mode: 'exclude', enabled: true, test: { kind: 'level', atLeast: 'fatal' } } as const;
const field = { mode: 'include', enabled: true, test: { kind: 'field', name: 'pod', value: 'a' } } as const;
const before: LogFilter = { clauses: [time, hidden, field], context: 2 };

/** The filter after the command; undefined where nothing was changed. */
async function after(argument: unknown): Promise<LogFilter | undefined> {
  let filter: LogFilter | undefined;
  const parts = {
    readings: {
      of: () => ({ ...plainReading, filter: before }),
      change: (_: unknown, change: { readonly filter: LogFilter }) => {
        filter = change.filter;
      },
    },
    analyses: {
      get: (one: { toString(): string }) => (one.toString() === uri ? {} : undefined),
      caretLine: () => 1,
    },
  } as unknown as LessToRead;
  await showOnly(argument, parts);
  return filter;
}

test('what is asked for takes the place of what was shown; what was hidden and the time stay', async () => {
  const test = { kind: 'level', atLeast: 'error' };
  expect(await after({ uri, test })).toEqual({
    clauses: [time, hidden, { mode: 'include', enabled: true, test }],
    context: 2,
  });
});

test('a time takes the place of the time', async () => {
  const test = { kind: 'time', from: '3', until: null };
  expect((await after({ uri, test }))?.clauses).toEqual([hidden, { mode: 'include', enabled: true, test }]);
});

test.for<[string, unknown]>([
  ['nothing', undefined],
  ['a uri alone', { uri }],
  ['a log nobody analysed', { uri: 'file:/etc/hosts', test: { kind: 'level', atLeast: 'error' } }],
  ['a kind that is none', { uri, test: { kind: 'toString' } }],
  ['a level that is none', { uri, test: { kind: 'level', atLeast: '__proto__' } }],
  ['a template without its words', { uri, test: { kind: 'template', title: 'x' } }],
  ['a time in words', { uri, test: { kind: 'time', from: 'yesterday', until: null } }],
  ['a search without its flags', { uri, test: { kind: 'search', pattern: { kind: 'regex', text: 'a+' } } }],
])('%s changes nothing', async ([, argument]) => {
  expect(await after(argument)).toBeUndefined();
});
