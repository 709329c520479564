import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type KeptCorrection, TemplateCorrections } from '../../../src/node/store/templates';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const at = '2026-11-21T13:00:00Z';
const pattern = ['lift', ' <number>', ' stopped'];
const corrections: readonly KeptCorrection[] = [
  { kind: 'name', pattern, name: 'Lift stopped', at },
  { kind: 'merge', patterns: [pattern, ['hoist', ' <number>', ' stopped']], at },
  { kind: 'split', pattern, position: 2, at },
  { kind: 'pin', token: 'lift', as: 'variable', at },
  { kind: 'pin', token: 'lift', as: 'word', where: { pattern, position: 0 }, at },
];

describe('TemplateCorrections', () => {
  it('keeps a correction a line, in the order they were made', async () => {
    const path = join(folder, 'kept', 'templates.jsonl');
    const store = new TemplateCorrections(path);
    for (const correction of corrections) await store.add(correction);
    expect(await new TemplateCorrections(path).list()).toEqual({ corrections, damaged: [] });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('{"oddline":"templates","version":1}');
    expect(lines[1]).toBe(
      `{"at":"${at}","kind":"name","name":"Lift stopped","pattern":["lift"," <number>"," stopped"]}`,
    );
    expect(lines).toHaveLength(corrections.length + 1);
  });

  it('takes what is said again as said last, and takes back what is said whenever it was', async () => {
    const store = new TemplateCorrections(join(folder, 'again', 'templates.jsonl'));
    for (const correction of corrections) await store.add(correction);
    const again = { ...corrections[0], at: '2026-11-22T08:00:00Z' };
    await store.add(again);
    expect((await store.list()).corrections).toEqual([...corrections.slice(1), again]);
    await store.remove(corrections[0]);
    expect((await store.list()).corrections).toEqual(corrections.slice(1));
  });

  it.each([
    ['an unknown kind', { kind: 'forget', pattern, at }],
    ['a pattern that is none', { kind: 'name', pattern: 'lift', name: 'Lift', at }],
    ['a token that is no text', { kind: 'split', pattern: ['lift', 7], position: 0, at }],
    ['a position that is none', { kind: 'split', pattern, position: -1, at }],
    ['a pin as something else', { kind: 'pin', token: 'lift', as: 'number', at }],
    ['a pin nowhere', { kind: 'pin', token: 'lift', as: 'word', where: null, at }],
    ['no time', { kind: 'name', pattern, name: 'Lift' }],
  ])('keeps a line with %s as a damaged one', async (name, entry) => {
    const path = join(folder, name, 'templates.jsonl');
    mkdirSync(join(folder, name));
    writeFileSync(path, `{"oddline":"templates","version":1}\n${JSON.stringify(entry)}\n`);
    const { corrections: read, damaged } = await new TemplateCorrections(path).list();
    expect(read).toEqual([]);
    expect(damaged.map(({ line }) => line)).toEqual([2]);
  });
});
