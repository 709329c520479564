import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  type Change,
  changeFiles,
  changesFor,
  takeBack,
} from '../../../src/extension/labelling/label-changes';
import { toEnd } from '../../../src/node/in-turns';
import { LabelStore } from '../../../src/node/store/labels';
import { sentenceText } from '../../../src/protocol/sentence';
import { ofRecord, ofTemplate } from '../../node/store/stored-labels';
import { temporaryFolder } from '../../node/temporary-folder';

const folder = temporaryFolder();
let files = 0;

/** Two stores, of this machine and of the workspace. */
function stores() {
  const at = join(folder, String(files++));
  const [own, shared] = ['own', 'shared'].map((name) => join(at, name, 'labels.jsonl'));
  const storeOf = (path: string) => new LabelStore(path);
  const said = async () => (await Promise.all([own, shared].map((path) => storeOf(path).list()))).map(listed);
  return { own, shared, storeOf, said };
}

const listed = ({ labels }: Awaited<ReturnType<LabelStore['list']>>) => labels;
const normal = ofRecord('a');
const anomalous = ofRecord('a', { label: 'anomalous' });

it('changes all files or none', async () => {
  const { own, shared, storeOf, said } = stores();
  await storeOf(own).add(normal);
  // Where a folder stands in the place of the file nothing is written.
  mkdirSync(shared, { recursive: true });
  const changes: Change[] = [
    { path: own, add: [anomalous], remove: [] },
    { path: shared, add: [anomalous], remove: [] },
  ];
  await expect(changeFiles(changes, storeOf)).rejects.toMatchObject({ code: 'unusable-store' });
  expect(listed(await storeOf(own).list())).toEqual([normal]);
  await changeFiles(changes.slice(0, 1), storeOf);
  expect(listed(await storeOf(own).list())).toEqual([anomalous]);
  await expect(said()).rejects.toMatchObject({ code: 'unusable-store' });
});

it('an old change is taken back but for what was labelled since, in whichever file', async () => {
  const { own, shared, storeOf, said } = stores();
  await storeOf(own).change([normal, ofTemplate('b')], []);
  const filed = listed(await storeOf(own).list()).map((label) => ({ label, path: own }));
  const labels = [anomalous, ofTemplate('b', { label: 'anomalous' }), ofRecord('new')];
  const done = await changeFiles(toEnd(changesFor(shared, labels, filed)), storeOf);
  expect(await said()).toEqual([[], [anomalous, ofRecord('new'), labels[1]]]);

  const later = ofRecord('a', { by: 'Mei', at: '2026-11-23T08:00:00Z' });
  await storeOf(shared).add(later);
  const back = await takeBack(done, storeOf);
  expect(await said()).toEqual([[ofTemplate('b')], [later]]);
  expect(back.left && sentenceText(back.left)).toBe(
    '1 of 3 labels stay as they are: what they spoke of has been labelled anew or cleared since.',
  );

  const again = await takeBack(back.done, storeOf);
  expect(await said()).toEqual([[], [later, ofRecord('new'), labels[1]]]);
  expect(again.left).toBeNull();
});

it.each([
  ['labelled anew', [anomalous], []],
  ['labelled anew by another', [ofRecord('a', { by: 'Mei' })], []],
  ['cleared', [], [normal]],
])('of what was %s since nothing is changed, and that is said', async (_, add, remove) => {
  const { own, storeOf, said } = stores();
  const done = await changeFiles([{ path: own, add: [normal], remove: [] }], storeOf);
  await storeOf(own).change(add, remove);
  const before = await said();
  const { left } = await takeBack(done, storeOf);
  expect(await said()).toEqual(before);
  expect(left && sentenceText(left)).toMatch(/^Nothing was changed: /);
});
