import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { FilterTest, LogFilter } from '../../../src/engine/filter/filter';
import { FilterStore, type NamedFilter } from '../../../src/node/store/filters';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
let files = 0;
const nextPath = () => join(folder, `${files++}-filters.jsonl`);
const filterOf = (test: FilterTest): LogFilter => ({
  clauses: [{ mode: 'include', test, enabled: true }],
  context: 2,
});
const named = (name: string, test: FilterTest): NamedFilter => ({
  name,
  filter: filterOf(test),
  at: '2026-11-21T23:00:00Z',
});

const tests: readonly FilterTest[] = [
  { kind: 'search', pattern: { kind: 'regex', text: 'ferry \\d+', caseSensitive: false, wholeWord: true } },
  { kind: 'level', atLeast: 'warn' },
  { kind: 'template', title: 'ferry <number> left', pieces: ['ferry', ' <number>', ' left'] },
  { kind: 'time', from: '1775109600000000000', until: null },
  { kind: 'field', name: 'service', value: 'south' },
  { kind: 'severity', atLeast: 'high' },
  { kind: 'bookmark' },
];

it.each(tests)('keeps a filter by $kind as it was saved', async (test) => {
  const store = new FilterStore(nextPath());
  await store.save(named('mine', test));
  expect(await store.list()).toEqual({ filters: [named('mine', test)], damaged: [] });
});

it('replaces one of the same name, and forgets by name', async () => {
  const store = new FilterStore(nextPath());
  for (const [i, name] of ['a', 'b', 'a'].entries()) await store.save(named(name, tests[i]));
  expect((await store.list()).filters).toEqual([named('b', tests[1]), named('a', tests[2])]);
  await store.remove('b');
  expect((await store.list()).filters.map(({ name }) => name)).toEqual(['a']);
});

it.each([
  { name: '', filter: filterOf(tests[1]), at: 'x' },
  { name: 'a', filter: { clauses: [], context: -1 }, at: 'x' },
  {
    name: 'a',
    filter: { clauses: [{ mode: 'include', enabled: true, test: { kind: 'toString' } }], context: 0 },
    at: 'x',
  },
  { name: 'a', filter: filterOf({ kind: 'time', from: 'yesterday', until: null }), at: 'x' },
  { name: 'a', filter: filterOf({ kind: 'level', atLeast: 'loud' as 'warn' }), at: 'x' },
])('what is no filter stays in the file and is told: %j', async (entry) => {
  const path = nextPath();
  const line = JSON.stringify(entry);
  writeFileSync(path, `{"oddline":"filters","version":1}\n${line}\n`);
  const store = new FilterStore(path);
  expect(await store.list()).toEqual({ filters: [], damaged: [{ line: 2, text: line }] });
  await store.save(named('new', tests[1]));
  expect(readFileSync(path, 'utf8')).toContain(line);
});
