import { expect, it } from 'vitest';
import { type Change, changeFiles } from '../../../src/extension/labelling/label-changes';
import { SubjectSet } from '../../../src/node/store/label-subjects';
import type { Label } from '../../../src/node/store/labels';

const at = '2026-11-22T13:00:00Z';
const normal: Label = { label: 'normal', at, finding: 'a' };
const anomalous: Label = { label: 'anomalous', at, finding: 'a' };

/** Files in memory, of which one cannot be written. */
function files(contents: Map<string, readonly Label[]>, readOnly: string) {
  return (path: string) => ({
    async change(add: readonly Label[], remove: readonly Label[]) {
      if (path === readOnly) throw new Error('read-only');
      const before = contents.get(path) ?? [];
      const touched = new SubjectSet([...add, ...remove]);
      const gone = before.filter((label) => touched.has(label));
      contents.set(path, [...before.filter((label) => !gone.includes(label)), ...add]);
      return gone;
    },
  });
}

it('changes all files or none', async () => {
  const contents = new Map([
    ['own', [normal]],
    ['shared', [normal]],
  ]);
  const changes: Change[] = [
    { path: 'own', add: [anomalous], remove: [] },
    { path: 'shared', add: [], remove: [normal] },
  ];
  await expect(changeFiles(changes, files(contents, 'shared'))).rejects.toThrow('read-only');
  expect(Object.fromEntries(contents)).toEqual({ own: [normal], shared: [normal] });
  await changeFiles(changes, files(contents, 'none'));
  expect(Object.fromEntries(contents)).toEqual({ own: [anomalous], shared: [] });
});
