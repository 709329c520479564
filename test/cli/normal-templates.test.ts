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

it('a damaged line is named, and the others are used', async () => {
  const { lines, stderr } = await analysed('damaged', [
    header,
    '{"scope":"template","label":"normal"}',
    normal,
  ]);
  expect(lines).toEqual([]);
  expect(stderr).toMatch(/labels\.jsonl: line 2 is no label and is not used/);
});
