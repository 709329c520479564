import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeFiles, changesFor, takeBack } from '../../../src/extension/labelling/label-changes';
import { labelsOfContent, readLabels } from '../../../src/extension/labelling/read-labels';
import { toEnd } from '../../../src/node/in-turns';
import { placeOf } from '../../../src/node/store/label-subjects';
import { LabelStore } from '../../../src/node/store/labels';
import { ofRecord, ofTemplate } from '../../node/store/stored-labels';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oddline-labels-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const own = () => join(folder, 'own.jsonl');
const shared = () => join(folder, 'shared.jsonl');
const storeOf = (path: string) => new LabelStore(path);

test('elsewhere only labels of the same content speak', () => {
  const filed = [
    ofRecord('a', { log: '00112233aabbccdd' }),
    ofRecord('b', { log: 'ffeeddccbbaa9988' }),
    ofRecord('c'),
  ].map((label) => ({ label, path: own() }));
  expect(toEnd(labelsOfContent(filed, '00112233aabbccdd'))).toEqual(filed.slice(0, 1));
});

test('a file that cannot be used does not spoil the others', async () => {
  await new LabelStore(own()).add(ofRecord('a'));
  writeFileSync(shared(), '{"oddline":"labels","version":99}\n');
  const missing = join(folder, 'missing.jsonl');
  const { labels, problems } = await readLabels([shared(), own(), missing], storeOf);
  expect(labels).toEqual([{ label: ofRecord('a'), path: own() }]);
  expect(problems.map(({ path }) => path)).toEqual([shared()]);
});

test('good lines of a damaged file work; the bad one is named with its line', async () => {
  await new LabelStore(own()).add(ofRecord('a'));
  writeFileSync(own(), `${readFileSync(own(), 'utf8')}{"label":"odd"}\n`);
  const { labels, problems } = await readLabels([own()], storeOf);
  expect(labels.map(({ label }) => label)).toEqual([ofRecord('a')]);
  expect(problems).toEqual([{ path: own(), damaged: [{ line: 3, text: '{"label":"odd"}' }] }]);
});

const label = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c'),
    verdict: fc.constantFrom('normal' as const, 'anomalous' as const),
    ofLine: fc.boolean(),
  })
  .map(({ name, verdict, ofLine }) =>
    ofLine ? ofRecord(name, { label: verdict }) : ofTemplate(name, { label: verdict }),
  );

test('what is said takes the place of all that was said of the same; undone, both files are as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(label, { maxLength: 5 }),
      fc.array(label, { maxLength: 5 }),
      label,
      async (here, there, said) => {
        for (const path of [own(), shared()]) rmSync(path, { force: true });
        // One by one: of the same subject the last holds, and no file begins with a conflict.
        for (const one of here) await storeOf(own()).add(one);
        for (const one of there) await storeOf(shared()).add(one);
        const before = await readLabels([own(), shared()], storeOf);
        const done = await changeFiles(toEnd(changesFor(own(), [said], before.labels)), storeOf);
        const now = (await readLabels([own(), shared()], storeOf)).labels;
        const ofSame = now.filter((filed) => placeOf(filed.label) === placeOf(said));
        expect(ofSame).toEqual([{ label: said, path: own() }]);
        expect((await takeBack(done, storeOf)).left).toBeNull();
        expect((await readLabels([own(), shared()], storeOf)).labels).toEqual(before.labels);
      },
    ),
    { numRuns: 40 },
  );
});
