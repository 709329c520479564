import { expect, test } from 'vitest';
import type { LabelSubject, TaughtLabel } from '../../../src/engine/labels/label';
import type { TemplateSummary } from '../../../src/engine/model/analysis';
import { incidentLabels } from '../../../src/extension/dashboard/row-labels';
import { templateColumns } from '../../../src/extension/dashboard/template-columns';
import { sentenceText } from '../../../src/protocol/sentence';
import { finding, template } from '../analysed-log';
import { labelsOf } from '../reported-labels';

const onTemplate: LabelSubject = { kind: 'template', pattern: 'job failed', pieces: ['job failed'] };
const onIncident: LabelSubject = {
  kind: 'incident',
  id: 'incident-1',
  findings: [{ id: 'f1', formerIds: ['f0'] }],
};

function label(
  subject: LabelSubject,
  verdict: TaughtLabel['verdict'],
  category: string | null = null,
): TaughtLabel {
  return { subject, verdict, category, note: null };
}

/** What the table says of templates 7, 8 and 9, of which each label speaks of those named beside it. */
async function saidOf(given: readonly (readonly [TaughtLabel, ...number[]])[]) {
  const labels = labelsOf(given.map(([, ...ids]) => ({ templates: ids as TemplateSummary['id'][] })));
  const report = { templates: [7, 8, 9].map((id) => template(id)), labels };
  const columns = await templateColumns(
    report,
    given.map(([one]) => one),
    sentenceText,
  );
  return [...columns.labels].map((place) => columns.said[place - 1] ?? null);
}

test('a labelled template is told with verdict and category, the others with nothing', async () => {
  const said = await saidOf([
    [label(onTemplate, 'anomalous', 'database'), 7],
    [label(onTemplate, 'normal'), 9],
  ]);
  expect(said).toEqual([
    { verdict: 'anomalous', words: 'Anomalous · database' },
    null,
    { verdict: 'normal', words: 'Normal' },
  ]);
});

test('of a template that is called both, neither is told', async () => {
  const said = await saidOf([
    [label(onTemplate, 'anomalous'), 7, 8],
    [label(onTemplate, 'normal'), 7],
  ]);
  expect(said).toEqual([null, { verdict: 'anomalous', words: 'Anomalous' }, null]);
});

test('a label on one record says nothing of its template', async () => {
  const record: LabelSubject = { kind: 'record', id: 'r', formerIds: [], template: 'job failed' };
  expect(await saidOf([[label(record, 'anomalous'), 7]])).toEqual([null, null, null]);
});

test('a category somebody typed is told on one line, without what turns text round', async () => {
  const [said] = await saidOf([[label(onTemplate, 'anomalous', 'evil\u202e\nname'), 7]]);
  expect(said?.words).toBe('Anomalous · evil name');
});

test.for<[string, string, string]>([
  ['by its id', 'incident-1', 'f9'],
  ['by its first finding', 'another', 'f1'],
  ['by an id its first finding had', 'another', 'f0'],
])('a label on an incident is found %s', ([, id, first]) => {
  const log = { labels: [label(onIncident, 'anomalous', 'network')], findings: [finding(1, { id: first })] };
  const said = incidentLabels(log, sentenceText)({ id, findings: [first] });
  expect(said).toEqual({ verdict: 'anomalous', words: 'Anomalous · network' });
});

test('another incident has no label, nor one that labels disagree on', () => {
  const labels = [label(onIncident, 'anomalous'), label(onIncident, 'normal')];
  const findings = [finding(1, { id: 'f1' }), finding(2, { id: 'f2' })];
  const ofOne = incidentLabels({ labels: labels.slice(0, 1), findings }, sentenceText);
  expect(ofOne({ id: 'incident-2', findings: ['f2'] })).toBeNull();
  expect(
    incidentLabels({ labels, findings }, sentenceText)({ id: 'incident-1', findings: ['f1'] }),
  ).toBeNull();
});
