import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type FindingLabel,
  isLabelOf,
  LabelStore,
  normalTemplatesOf,
  type TemplateLabel,
} from '../../../src/node/store/labels';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const label = (finding: string, more: Partial<FindingLabel> = {}): FindingLabel => ({
  finding,
  label: 'normal',
  at: '2026-11-21T13:00:00Z',
  ...more,
});

const ofTemplate = (template: string, more: Partial<TemplateLabel> = {}): TemplateLabel => ({
  scope: 'template',
  label: 'normal',
  template,
  pieces: [template],
  at: '2026-11-21T13:00:00Z',
  ...more,
});

describe('isLabelOf', () => {
  it.each([
    ['the same id', label('a'), { id: 'a', formerIds: [] }, true],
    ['an id the finding had when the log was shorter', label('a'), { id: 'b', formerIds: ['a'] }, true],
    [
      'an id that is a former one of the labelled',
      label('b', { formerIds: ['a'] }),
      { id: 'a', formerIds: [] },
      true,
    ],
    ['another finding', label('a'), { id: 'b', formerIds: ['c'] }, false],
    ['former ids alone', label('a', { formerIds: ['c'] }), { id: 'b', formerIds: ['c'] }, false],
  ])('%s', (_, given, finding, expected) => {
    expect(isLabelOf(given, finding)).toBe(expected);
  });
});

describe('LabelStore', () => {
  it('adds, replaces, lists and removes', async () => {
    const store = new LabelStore(join(folder, 'a', 'labels.jsonl'));
    await store.add(label('one'));
    await store.add(label('two', { template: 'started in <duration>' }));
    await store.add(label('one', { log: '0123456789abcdef' }));
    expect((await store.list()).labels.map((label) => 'finding' in label && label.finding)).toEqual([
      'two',
      'one',
    ]);
    await store.remove({ id: 'later', formerIds: ['one'] });
    expect((await store.list()).labels).toEqual([label('two', { template: 'started in <duration>' })]);
  });

  it('keeps what is said of templates beside what is said of findings', async () => {
    const store = new LabelStore(join(folder, 'c', 'labels.jsonl'));
    await store.add(label('one', { template: 'started' }));
    await store.add(ofTemplate('started'));
    await store.add(ofTemplate('ended', { log: '0123456789abcdef' }));
    await store.add(ofTemplate('started'));
    expect(normalTemplatesOf((await store.list()).labels)).toEqual([
      { pattern: 'ended', pieces: ['ended'] },
      { pattern: 'started', pieces: ['started'] },
    ]);
    await store.remove({ id: 'one', formerIds: [] });
    await store.removeTemplates(new Set(['ended']));
    expect((await store.list()).labels).toEqual([ofTemplate('started')]);
  });

  it('writes a file that people can read and merge', async () => {
    const path = join(folder, 'b', 'labels.jsonl');
    await new LabelStore(path).add(label('one', { formerIds: ['zero'] }));
    expect(readFileSync(path, 'utf8')).toBe(
      '{"oddline":"labels","version":1}\n' +
        '{"at":"2026-11-21T13:00:00Z","finding":"one","formerIds":["zero"],"label":"normal"}\n',
    );
  });

  it.each([
    ['{"finding":"x","label":"odd","at":""}'],
    ['{"finding":5,"label":"normal","at":""}'],
    ['{"finding":"x","label":"normal"}'],
    ['{"scope":"template","label":"normal","at":"","template":"x"}'],
    ['{"scope":"template","label":"normal","at":"","template":"x","pieces":[1]}'],
    ['{"scope":"file","label":"normal","at":"","template":"x","pieces":["x"]}'],
    ['{"finding":"x","label":"normal","at":"","formerIds":[1]}'],
    ['{"finding":"x","label":"normal","at":"","formerIds":"y"}'],
  ])('takes %s for a damaged line', async (line) => {
    const path = join(folder, 'labels.jsonl');
    writeFileSync(path, `{"oddline":"labels","version":1}\n${line}\n`);
    expect(await new LabelStore(path).list()).toEqual({ labels: [], damaged: [{ line: 2, text: line }] });
  });
});
