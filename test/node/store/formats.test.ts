import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctionsOf, FormatStore, type KeptRule } from '../../../src/node/store/formats';
import type { FormatCorrection } from '../../../src/protocol/understanding';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const time: FormatCorrection = {
  role: 'time',
  place: { behind: '[' },
  stamp: '{day}.{month}.{year:2} {hour}h{minute}',
};
const level: FormatCorrection = { role: 'level', place: { key: 'lvl=' }, until: ' ', words: { 3: 'error' } };
const rule = (files: string, correction: FormatCorrection): KeptRule => ({
  files,
  correction,
  at: '2026-11-21T13:00:00Z',
});

describe('FormatStore', () => {
  it('adds, lists in order, says again as last, and removes', async () => {
    const store = new FormatStore(join(folder, 'a', 'formats.jsonl'));
    await store.add(rule('app*.log', time));
    await store.add(rule('app*.log', level));
    await store.add({ ...rule('app*.log', time), at: '2026-11-22T00:00:00Z' });
    expect((await store.list()).rules.map(({ correction }) => correction.role)).toEqual(['level', 'time']);
    await store.remove({ files: 'app*.log', correction: level });
    expect((await store.list()).rules.map(({ correction }) => correction)).toEqual([time]);
  });

  it('writes a file that people can read and merge', async () => {
    const path = join(folder, 'b', 'formats.jsonl');
    await new FormatStore(path).add(rule('app*.log', level));
    expect(readFileSync(path, 'utf8')).toBe(
      '{"oddline":"formats","version":1}\n' +
        '{"at":"2026-11-21T13:00:00Z","correction":{"place":{"key":"lvl="},"role":"level","until":" ","words":{"3":"error"}},"files":"app*.log"}\n',
    );
  });

  it.each([
    ['no correction', '{"files":"*","at":""}'],
    ['an unknown role', '{"files":"*","at":"","correction":{"role":"colour"}}'],
    [
      'a stamp of unknown pieces',
      '{"files":"*","at":"","correction":{"role":"time","place":{"nth":0},"stamp":"{eon}"}}',
    ],
    [
      'a place of unknown pieces',
      '{"files":"*","at":"","correction":{"role":"id","place":{"behind":"{x}"},"until":""}}',
    ],
    ['no place', '{"files":"*","at":"","correction":{"role":"id","until":""}}'],
    ['an empty key', '{"files":"*","at":"","correction":{"role":"id","place":{"key":""},"until":""}}'],
    [
      'a level that is none',
      '{"files":"*","at":"","correction":{"role":"level","place":{"nth":0},"until":"","words":{"x":"loud"}}}',
    ],
    [
      'braces without end',
      `{"files":"*","at":"","correction":{"role":"id","place":{"behind":"${'{?'.repeat(200)}"},"until":""}}`,
    ],
    [
      'a shape without end',
      `{"files":"*","at":"","correction":{"role":"recordStart","shape":"${'x'.repeat(5000)}"}}`,
    ],
    ['a shape of nothing', '{"files":"*","at":"","correction":{"role":"recordStart","shape":""}}'],
  ])('takes %s for a damaged line', async (_, line) => {
    const path = join(folder, 'formats.jsonl');
    writeFileSync(path, `{"oddline":"formats","version":1}\n${line}\n`);
    expect(await new FormatStore(path).list()).toEqual({ rules: [], damaged: [{ line: 2, text: line }] });
  });
});

it('what holds for a file goes by its name, whatever its folder', () => {
  const rules = [rule('app*.log*', time), rule('other.log', level), rule('*', level)];
  expect(correctionsOf('/var/log/app-2.log.gz', rules)).toEqual([time, level]);
  expect(correctionsOf('/app.log/other.txt', rules)).toEqual([level]);
});
