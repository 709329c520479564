import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { labelOf, labelsOfContent, readLabels } from '../../../src/extension/teaching/taught-labels';
import { isLabelOf, LabelStore, labelledBy } from '../../../src/node/store/labels';
import { analysedLog, finding } from '../analysed-log';

const at = '2026-11-21T13:00:00.000Z';
const log = analysedLog([]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oddline-labels-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('many labels at once say the same as each by itself', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const found = fc.record({ id, formerIds: fc.uniqueArray(id, { maxLength: 2 }) });
  fc.assert(
    fc.property(fc.array(found, { maxLength: 3 }), found, (labelled, asked) => {
      const labels = labelled.map((one) => labelOf(log, finding(1, one), at));
      expect(labelledBy(labels)(asked)).toBe(labels.some((label) => isLabelOf(label, asked)));
    }),
  );
});

test('a label names the template and the log for whoever reads the file', () => {
  expect(labelOf(log, finding(1, { id: 'a', formerIds: ['b'] }), at)).toEqual({
    finding: 'a',
    formerIds: ['b'],
    label: 'normal',
    template: 'pattern 0',
    log: '00112233aabbccdd',
    at,
  });
});

test('elsewhere only labels of the same content speak', () => {
  const label = labelOf(log, finding(1), at);
  const ofOther = { ...label, log: 'ffeeddccbbaa9988' };
  const { log: _content, ...ofNone } = label;
  expect(labelsOfContent([label, ofOther, ofNone], '00112233aabbccdd')).toEqual([label]);
});

test('a file that cannot be used does not spoil the others', async () => {
  const [good, newer, missing] = ['good', 'newer', 'missing'].map((name) => join(folder, `${name}.jsonl`));
  await new LabelStore(good).add(labelOf(log, finding(1), at));
  writeFileSync(newer, '{"oddline":"labels","version":99}\n');
  const { labels, problems } = await readLabels([newer, good, missing]);
  expect(labels).toEqual([labelOf(log, finding(1), at)]);
  expect(problems.map(({ path }) => path)).toEqual([newer]);
});
