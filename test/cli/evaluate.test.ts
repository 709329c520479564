import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { quietLog } from './sample-logs';

const cli = builtCli();

interface Row {
  readonly sequence_id: string;
  readonly label: number;
  readonly log_entries: readonly string[];
}

function order(number: number, ...more: string[]): string[] {
  return [
    `order ${number} opened by customer c-${number * 7}`,
    ...Array.from({ length: 1 + (number % 3) }, (_, i) => `item ${i} of order ${number} added`),
    `payment of ${number}.50 for order ${number} captured`,
    ...more,
    `order ${number} shipped with parcel p${number * 13}`,
  ];
}

const normal = (number: number): Row => ({
  sequence_id: `n${number}`,
  label: 0,
  log_entries: order(number),
});
const unpaid = (number: number): Row => ({
  sequence_id: `a${number}`,
  label: 1,
  log_entries: order(number).filter((entry) => !entry.startsWith('payment')),
});
const refused = (number: number): Row => ({
  sequence_id: `r${number}`,
  label: 2,
  log_entries: order(number, `card of order ${number} was refused`),
});
const many = (count: number, row: (number: number) => Row, from = 0) =>
  Array.from({ length: count }, (_, i) => row(from + i));

let files = 0;
function jsonl(rows: readonly object[]): string {
  return cli.file(`rows-${files++}.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

async function evaluated(train: readonly Row[], test: readonly Row[]) {
  const { code, stdout, stderr } = await cli.run([
    'evaluate',
    '--train',
    jsonl(train),
    '--test',
    jsonl(test),
    '--format',
    'json',
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('evaluate of sequences', () => {
  const test = [...many(40, normal, 500), ...many(5, unpaid), ...many(5, refused)];

  it('learns from normal sequences alone and finds the others', async () => {
    const document = await evaluated([...many(200, normal), ...many(20, refused)], test);
    expect(document).toMatchObject({
      schema: 1,
      precision: 1,
      recall: 1,
      f1: 1,
      falsePositiveRate: 0,
      accuracy: 1,
      rocAuc: 1,
      averagePrecision: 1,
      threshold: 0.5,
      learned: 200,
      notes: [],
      confusion: { truePositives: 10, falsePositives: 0, trueNegatives: 40, falseNegatives: 0 },
    });
    expect(document.predictions).toHaveLength(50);
    expect(document.predictions[0]).toMatchObject({
      sequence_id: 'n500',
      label: 0,
      anomaly: false,
      oddAfter: null,
    });
    expect(document.predictions[49]).toMatchObject({ sequence_id: 'r4', label: 2, anomaly: true });
    expect(document.detectionDelay.known).toBe(10);
  });

  it('sets headers aside where entries have them', async () => {
    const stamped = (row: Row): Row => ({
      ...row,
      log_entries: row.log_entries.map(
        (entry, i) => `2026-03-14 09:${String(i % 60).padStart(2, '0')}:0${i % 10},123 INFO [shop] ${entry}`,
      ),
    });
    const { f1 } = await evaluated(many(200, normal).map(stamped), test.map(stamped));
    expect(f1).toBe(1);
  });

  it.each([
    [
      'without normals',
      many(5, unpaid),
      { falsePositiveRate: null, rocAuc: null, recall: 1 },
      'Nothing in the test is normal',
    ],
    [
      'without abnormal ones',
      many(5, normal, 900),
      { recall: null, f1: null, rocAuc: null },
      'Nothing in the test is abnormal',
    ],
    ['with empty ones', [{ ...normal(1), log_entries: [] }, unpaid(2)], { recall: 1 }, 'no entries'],
  ])('says of a test %s what cannot be told', async (_, rows, measures, note) => {
    const document = await evaluated(many(60, normal), rows);
    expect(document).toMatchObject(measures);
    expect(document.notes.join()).toContain(note);
  });

  it('says that few normal sequences are few', async () => {
    const { notes } = await evaluated(many(3, normal), many(3, normal, 10));
    expect(notes.join()).toContain('Only 3 normal sequences');
  });

  it('writes a table for people', async () => {
    const args = ['evaluate', '--train', jsonl(many(60, normal)), '--test', jsonl(test)];
    const { stdout } = await cli.run(args);
    expect(stdout).toContain('60 normal sequences learned, 50 judged');
    expect(stdout).toMatch(/P +R +F1 +FPR +ACC +AUC +AP/);
    expect((await cli.run(args, { env: { LC_ALL: 'zh_CN.UTF-8' } })).stdout).toContain('精确率');
  });
});

describe('evaluate of a labelled log', () => {
  const log = `${quietLog}2026-03-14T10:00:00.000Z FATAL [cart] out of memory, the process is killed\n`;
  const lines = log.split('\n').length - 1;

  it('measures every detector, and all of them together', async () => {
    const labels = jsonl([
      { line: lines, label: 1, category: 'memory' },
      { line: 1, label: 0 },
    ]);
    const { code, stdout } = await cli.run([
      'evaluate',
      cli.file('l.log', log),
      '--labels',
      labels,
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(document).toMatchObject({ schema: 1, abnormal: 1, recall: 1, threshold: 0.5 });
    expect(document.categories).toEqual([{ category: 'memory', abnormal: 1, found: 1 }]);
    const ids = document.detectors.map(({ detector }: { detector: string }) => detector);
    expect(ids[0]).toBe('fused');
    expect(ids).toEqual(expect.arrayContaining(['level', 'rarity', 'isolation-forest']));
    const byLevel = document.detectors.find(({ detector }: { detector: string }) => detector === 'level');
    expect(byLevel).toMatchObject({ recall: 1, rocAuc: 1 });
  });

  it('writes a row a detector for people', async () => {
    const labels = jsonl([{ line: lines, label: 1, category: 'memory' }]);
    const { stdout } = await cli.run(['evaluate', cli.file('l.log', log), '--labels', labels]);
    expect(stdout).toMatch(/^fused /m);
    expect(stdout).toMatch(/^level /m);
    expect(stdout).toContain('memory: 1 of 1 found');
  });

  it('takes labels from a table, too, as export and import do', async () => {
    const labels = cli.file('l.csv', `line,label,category\n${lines},anomalous,memory\n1,normal,\n`);
    const { stdout } = await cli.run(['evaluate', cli.file('l.log', log), '--labels', labels]);
    expect(stdout).toContain('memory: 1 of 1 found');
  });

  it('refuses labels of lines that are not there', async () => {
    const labels = jsonl([
      { line: 1, label: 0 },
      { line: lines + 1, label: 1 },
    ]);
    const { code, stdout, stderr } = await cli.run(['evaluate', cli.file('l.log', log), '--labels', labels]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Line 2 of');
  });
});

describe('evaluate cannot run', () => {
  it.each([
    ['with nothing named', () => [], 'takes either'],
    ['with a test and no training', () => ['--test', jsonl(many(1, normal))], 'takes either'],
    ['with a log and no labels', () => [cli.file('l.log', 'a\n')], 'takes either'],
    [
      'with no normal sequence to learn from',
      () => ['--train', jsonl(many(9, refused)), '--test', jsonl(many(1, normal))],
      'holds no normal sequence',
    ],
    [
      'with a broken line',
      () => ['--train', cli.file('b.jsonl', `${JSON.stringify(normal(1))}\n{"sequence`), '--test', jsonl([])],
      'Line 2 of',
    ],
    [
      'with an empty test',
      () => ['--train', jsonl(many(9, normal)), '--test', jsonl([])],
      'holds no sequence',
    ],
    [
      'with a file that is not there',
      () => ['--train', 'none.jsonl', '--test', 'none.jsonl'],
      'does not exist',
    ],
  ])('%s', async (_, args, why) => {
    const { code, stdout, stderr } = await cli.run(['evaluate', ...args(), '--format', 'json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(why);
  });
});
