import { join } from 'node:path';
import { expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const header = '{"oddline":"labels","version":1}';
const normal =
  '{"at":"2026-11-21T13:00:00Z","label":"normal","pieces":["disk"," is"," full"],"scope":"template","template":"disk is full"}';
const ofFinding = '{"at":"2026-11-21T13:00:00Z","finding":"00112233aabbccdd","label":"normal"}';
const usual = Array.from(
  { length: 40 },
  (_, i) => `2026-03-14T09:26:${10 + i}Z INFO [billing] invoice ${i} sent`,
);
const log = [...usual, '2026-03-14T09:26:50Z ERROR [billing] disk is full'].join('\n');

async function analysed(folder: string, labels: readonly string[], ...more: string[]) {
  cli.file(join(folder, '.oddline', 'labels.jsonl'), labels.join('\n'));
  const path = cli.file(join(folder, 'logs', 'app.log'), log);
  const { stdout, stderr } = await cli.run(['analyze', path, '--format', 'json', ...more]);
  return { lines: JSON.parse(stdout).findings.map(({ line }: { line: number }) => line), stderr };
}

const cases: readonly (readonly [string, readonly string[], readonly string[], readonly number[]])[] = [
  ['a template called normal is no finding', [header, normal], [], []],
  ['without the store it is one', [header, normal], ['--no-store'], [41]],
  ['a label of one finding says nothing of its template', [header, ofFinding], [], [41]],
];

it.each(cases)('%s', async (title, labels, more, lines) => {
  expect(await analysed(title.replaceAll(' ', '-'), labels, ...more)).toEqual({ lines, stderr: '' });
});

it('a finding called normal is not shown, which is said', async () => {
  const path = cli.file('one/app.log', log);
  const found = JSON.parse((await cli.run(['analyze', path, '--format', 'json'])).stdout);
  const label = { at: '2026-11-21T13:00:00Z', finding: found.findings[0].id, label: 'normal' };
  cli.file('one/.oddline/labels.jsonl', `${header}\n${JSON.stringify(label)}\n`);
  const { stdout, stderr, code } = await cli.run(['analyze', path, '--format', 'json', '--fail-on', 'low']);
  const { verdict, findings, findingsTotal, incidents } = JSON.parse(stdout);
  expect([found.findings.length, verdict, findings, findingsTotal, incidents]).toEqual([
    1,
    'quiet',
    [],
    0,
    [],
  ]);
  expect([code, stderr.includes('1 finding is called normal')]).toEqual([0, true]);
});

it('what is called anomalous is found, but for the one record that is called normal', async () => {
  const sent = {
    scope: 'template',
    template: 'invoice <number> sent',
    pieces: ['invoice', ' <number>', ' sent'],
  };
  const said = {
    at: '2026-11-21T13:00:00Z',
    label: 'anomalous',
    category: 'application',
    note: 'sent twice',
  };
  const findings = await shown('four', { ...sent, ...said });
  expect(findings.map(({ line }) => line)).toEqual([1, 41]);
  expect(JSON.stringify(findings[0].reasons)).toContain('sent twice');
  const normal = { at: said.at, label: 'normal', finding: findings[0].id };
  const rest = await shown('four', { ...sent, ...said }, normal);
  expect(rest.map(({ line }) => line)).toEqual([2, 41]);
});

interface ShownFinding {
  readonly id: string;
  readonly line: number;
  readonly reasons: readonly object[];
}

async function shown(folder: string, ...labels: readonly object[]): Promise<readonly ShownFinding[]> {
  const lines = labels.map((label) => JSON.stringify(label));
  cli.file(
    join(folder, '.oddline', 'labels.jsonl'),
    ['{"oddline":"labels","version":2}', ...lines].join('\n'),
  );
  const path = cli.file(join(folder, 'app.log'), log);
  return JSON.parse((await cli.run(['analyze', path, '--format', 'json'])).stdout).findings;
}

it('evaluate holds the store against the labels too', async () => {
  const path = cli.file('two/app.log', log);
  const labels = cli.file('two/known.jsonl', '{"line":41,"label":1}\n');
  cli.file('two/.oddline/labels.jsonl', `${header}\n${normal}\n`);
  const recallOfAll = async (...more: string[]) => {
    const { stdout } = await cli.run(['evaluate', path, '--labels', labels, '--format', 'json', ...more]);
    return JSON.parse(stdout).detectors[0].recall;
  };
  expect([await recallOfAll('--no-store'), await recallOfAll()]).toEqual([1, 0]);
});

it('evidence shows what is not called normal first', async () => {
  const fault = '2026-03-14T09:26:20Z ERROR [billing] ledger refused the entry';
  const path = cli.file(
    'three/app.log',
    [...usual.slice(0, 20), fault, ...usual.slice(20), log.split('\n')[40]].join('\n'),
  );
  cli.file('three/.oddline/labels.jsonl', `${header}\n${normal}\n`);
  const shown = async (...more: string[]) =>
    (await cli.run(['evidence', path, '--budget', '40', ...more])).stdout;
  expect(await shown('--no-store')).toContain('disk is full');
  const text = await shown();
  expect([text.includes('ledger refused'), text.includes('disk is full')]).toEqual([true, false]);
});

it('a damaged line is named, and the others are used', async () => {
  const { lines, stderr } = await analysed('damaged', [
    header,
    '{"scope":"template","label":"normal"}',
    normal,
  ]);
  expect(lines).toEqual([]);
  expect(stderr).toMatch(/labels\.jsonl: line 2 is no label and is not used/);
});
