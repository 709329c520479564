import { expect, test } from 'vitest';
import type { KnownLabel } from '../../../src/extension/labelling/known-labels';
import { type LabelsRow, labelsRows, mostRows } from '../../../src/extension/labelling/labels-rows';
import { toEnd } from '../../../src/node/in-turns';
import type { Label } from '../../../src/node/store/labels';
import { ofRecord, ofTemplate } from '../../node/store/stored-labels';
import { analysedLog } from '../analysed-log';

const path = '/logs/.oddline/labels.jsonl';
const log = analysedLog([]);

const known = (label: Label, records: number | undefined): KnownLabel => ({
  label,
  path,
  match: records === undefined ? undefined : { records, templates: [], first: null },
});

function inShort(row: LabelsRow): string {
  if (row.kind === 'group') return `${row.group}: ${row.rows.map(inShort).join(', ')}`;
  if (row.kind === 'rest') return `${row.rest} more`;
  if (row.kind === 'conflict') return row.labels.map(({ label }) => label.label).join(' or ');
  const { label } = row.filed;
  return 'template' in label ? (label.template ?? '') : label.at;
}

test('conflicts come first, what speaks of nothing here last', () => {
  const bad = ofTemplate('disputed', { label: 'anomalous' });
  const good = ofTemplate('disputed');
  const labels = [
    known(good, 3),
    known(ofTemplate('gone'), 0),
    known(ofRecord('1', { template: 'fine' }), 1),
    known(bad, 3),
    known(ofTemplate('failing', { label: 'anomalous' }), 4),
  ];
  const conflict = [good, bad].map((label) => ({ label, path }));
  expect(toEnd(labelsRows(log, labels, [conflict])).map(inShort)).toEqual([
    'conflicts: normal or anomalous',
    'anomalous: failing',
    'normal: fine',
    'elsewhere: gone',
  ]);
});

test('while the log is judged without them nothing is said to be gone', () => {
  const rows = toEnd(labelsRows(log, [known(ofTemplate('fine'), undefined)], []));
  expect(rows.map(inShort)).toEqual(['normal: fine']);
});

test('of very many the first are listed, and how many more there are', () => {
  const labels = Array.from({ length: mostRows + 7 }, (_, at) => known(ofTemplate(`template ${at}`), 1));
  const [group] = toEnd(labelsRows(log, labels, []));
  expect(group.kind === 'group' && [group.count, group.rows.length, inShort(group.rows[mostRows])]).toEqual([
    mostRows + 7,
    mostRows + 1,
    '7 more',
  ]);
});
