import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeWeights } from '../../src/node/store/weights';
import { builtCli } from './built-cli';
import { shopLog } from './sample-logs';

const cli = builtCli();
const isRoot = process.getuid?.() === 0;

const log = () => cli.file('logs/shop.log', shopLog.text);
const labelled = [10, 300, 2_000, 4_000].map((line) => ({
  line,
  endLine: line + 5,
  label: 1,
  category: 'database',
}));
const measure = { precision: 0.8, recall: 0.8, f1: 0.8 };
const agreed = {
  at: '2026-11-20T08:00:00Z',
  bias: -2,
  weights: { level: 3, rarity: 2 },
  ...{ before: measure, after: measure, folds: 5, groups: 12, records: 300 },
};
let files = 0;
const labels = (lines: readonly string[] = labelled.map((one) => JSON.stringify(one))) =>
  cli.file(`labels/${files++}.jsonl`, `${lines.join('\n')}\n`);
const out = () => join(cli.folder, `out-${files++}`);

async function exported(...args: string[]) {
  const folder = out();
  const path = log();
  const outcome = await cli.run(['export', path, '--labels', labels(), '--out', folder, ...args]);
  expect({ ...outcome, stdout: '' }).toMatchObject({ code: 0, stdout: '' });
  return {
    folder,
    stderr: outcome.stderr,
    card: JSON.parse(readFileSync(join(folder, 'data-card.json'), 'utf8')),
  };
}

const textOf = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('export', () => {
  it('writes three splits and a card that tells of them', async () => {
    const { folder, card } = await exported('--format', 'sequence');
    expect(readdirSync(folder).sort()).toEqual([
      'data-card.json',
      'data-card.md',
      'test.jsonl',
      'train.jsonl',
      'validation.jsonl',
    ]);
    expect(card).toMatchObject({ format: 'sequence', seed: 1, leaks: 0, masking: { redacted: true } });
    expect(card.masking.masked.IP).toBeGreaterThan(0);
    expect(card.sources.map(({ name }: { name: string }) => name)).toEqual(['shop.log']);
    for (const { name, sequences } of card.files)
      expect(textOf(folder, name).trimEnd().split('\n')).toHaveLength(sequences);
    expect(textOf(folder, 'train.jsonl')).not.toMatch(/\b198\.51\.100\.\d/);
  });

  it('is made again, byte for byte, by the command on its card', async () => {
    const cwd = join(cli.folder, 'desk');
    cli.file('desk/shop.log', shopLog.text);
    cli.file('desk/known.jsonl', labelled.map((one) => `${JSON.stringify(one)}\n`).join(''));
    cli.file(
      'desk/told.csv',
      'line,label,category,note\n50,anomalous,cargo bay,Seen on Monday.\n60,normal,,\n',
    );
    mkdirSync(join(cwd, '.oddline'));
    await changeWeights(join(cwd, '.oddline', 'weights.json'), { from: null, to: agreed });
    const patterns = JSON.stringify([{ name: 'Service', pattern: 'catalog|gateway' }]);
    cli.file('desk/privacy-patterns.json', patterns);
    let env: Record<string, string> = { ODDLINE_PRIVACY_PATTERNS: patterns };
    const run = async (...args: string[]) => {
      const { code, stderr } = await cli.run(args, { cwd, env });
      expect(code, stderr).toBe(0);
    };
    await run('labels', 'shop.log', '--import', 'told.csv');
    const once = out();
    await run(
      'export',
      'shop.log',
      '--labels',
      'known.jsonl',
      '--from-findings',
      '--format',
      'alpaca',
      '--balance',
      '--windows',
      '8',
      '--seed',
      '9',
      '--out',
      once,
    );
    const card = JSON.parse(textOf(once, 'data-card.json'));
    const again = out();
    env = {};
    const [, ...command] = card.command;
    await run(...command, '--out', again);
    expect(readdirSync(again)).toEqual(readdirSync(once));
    for (const name of readdirSync(once)) expect(textOf(again, name)).toBe(textOf(once, name));
    expect(card.labelSources.map(({ name }: { name: string }) => name)).toEqual([
      'known.jsonl',
      'labels.jsonl',
      'weights.json',
    ]);
    expect(card.settings).toMatchObject({
      ownPatterns: 1,
      ownPatternsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(card.masking.masked.SERVICE).toBeGreaterThan(0);
    expect(card.labels).toContainEqual(
      expect.objectContaining({ category: 'cargo bay', labelledBy: 'person' }),
    );
    const all = readdirSync(once)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => textOf(once, name))
      .join('');
    expect(all).toContain('Seen on Monday.');
    expect(all).not.toMatch(/catalog|gateway/);
  });

  it('marks what no person said', async () => {
    const { folder, card } = await exported('--format', 'sequence', '--from-findings');
    const said = new Set(card.labels.map(({ labelledBy }: { labelledBy: string }) => labelledBy));
    expect(said).toEqual(new Set([null, 'person', 'oddline']));
    expect(textOf(folder, 'train.jsonl')).toContain('"labelled_by":"oddline"');
  });

  it('keeps the good lines of damaged labels and names the bad', async () => {
    const path = labels(['{"line":10,"label":1}', '{oops', '{"line":0,"label":1}', '{"line":12,"label":0}']);
    const folder = out();
    const { code, stderr } = await cli.run([
      'export',
      log(),
      '--labels',
      path,
      '--format',
      'sequence',
      '--out',
      folder,
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain(`Line 2 of ${path}`);
    expect(stderr).toContain(`Line 3 of ${path}`);
    expect(textOf(folder, 'data-card.json')).toContain('"anomalous"');
  });
});

describe('export says', () => {
  const short = () => cli.file('short/shop.log', shopLog.text.split('\n').slice(0, 400).join('\n'));
  const said = async (given: readonly string[], ...args: string[]) => {
    const folder = out();
    const path = labels(given);
    const told = await cli.run([
      'export',
      short(),
      '--labels',
      path,
      '--format',
      'alpaca',
      '--out',
      folder,
      ...args,
    ]);
    expect(told.code, told.stderr).toBe(0);
    const card = JSON.parse(textOf(folder, 'data-card.json'));
    const parts = card.labels.flatMap(({ counts }: { counts: object }) => Object.values(counts));
    const sequences = parts.reduce((sum: number, count: number) => sum + count, 0);
    return { ...told, folder, path, card, sequences };
  };

  it('how many sequences nobody labelled, and leaves them out where asked to', async () => {
    const one = ['{"line":40,"label":1}'];
    const all = await said(one);
    const normal = all.sequences - 1;
    expect(normal).toBeGreaterThan(10);
    expect(all.stdout).toContain(`written as normal: ${normal} of ${all.sequences}. "--labelled-only"`);
    expect(textOf(all.folder, 'data-card.md')).toContain(`written as normal: ${normal}.`);
    const only = await said(one, '--labelled-only');
    expect(only.sequences).toBe(1);
    expect(only.stdout).not.toContain('nobody labelled');
    expect(only.card.command).toContain('--labelled-only');
    expect(only.card.leftOut).toContainEqual({ reason: 'unlabelled', sequences: expect.any(Number) });
  }, 60_000);

  it('which part has how many of which label, and what is wrong with that', async () => {
    const { stdout, stderr } = await said(['{"line":40,"label":1}']);
    const line = /^(?:train|validation|test): sequences \d+ \(normal \d+, anomalous [01]\), records \d+$/gm;
    expect(stdout.match(line)).toHaveLength(3);
    expect(stderr).toMatch(/Few sequences are anomalous: 1 of \d+/);
    expect(stderr.match(/The part \w+ (?:has no anomalous sequence|is empty)/g)).toHaveLength(2);
  }, 60_000);

  it('which lines of the labels were passed over, and takes the others, whatever words they are in', async () => {
    const bad = Array.from({ length: 25 }, (_, i) => `{"line":${9_000_000 + i},"label":1}`);
    const { stderr, card, path } = await said(['{"line":40,"label":"异常","category":"cargo"}', ...bad]);
    expect(card.labels).toContainEqual(expect.objectContaining({ label: 'anomalous', category: 'cargo' }));
    expect(stderr).toContain(`Line 2 of ${path} labels line 9000000, which the log does not have`);
    expect(stderr.match(/which the log does not have/g)).toHaveLength(20);
    expect(stderr).toContain(`Others of that kind in ${path}: 5.`);
  }, 60_000);

  it('examples of no more tokens than it was given, so that "validate" finds none', async () => {
    const { folder, card } = await said(['{"line":40,"label":1}'], '--max-tokens', '300');
    expect(card.leftOut).not.toContainEqual({ reason: 'too-long', sequences: 0 });
    const files = card.files.map(({ name }: { name: string }) => join(folder, name));
    const { stdout } = await cli.run(['validate', ...files, '--max-tokens', '300', '--format', 'json']);
    const report = JSON.parse(stdout);
    expect(report.issues.filter(({ kind }: { kind: string }) => kind === 'too-long')).toEqual([]);
    for (const { longest } of report.files) expect(longest).toBeGreaterThan(0);
  }, 60_000);

  it('by which order it was split, and gives it again', async () => {
    const { card } = await said(['{"line":40,"label":1}'], '--split-by', 'time');
    expect(card.settings.splitBy).toBe('time');
    expect(card.command.join(' ')).toContain('--split-by time');
  }, 60_000);
});

interface Refusal {
  readonly says: string;
  readonly args: () => readonly string[];
  readonly told: RegExp;
}

const usual = ['--format', 'sequence'];
const refusals: readonly Refusal[] = [
  {
    says: 'nothing labelled',
    args: () => [log(), ...usual, '--out', out()],
    told: /"--labels FILE", or take what Oddline found/,
  },
  {
    says: 'labels that have gone',
    args: () => [log(), '--labels', join(cli.folder, 'gone.jsonl'), ...usual, '--out', out()],
    told: /gone\.jsonl does not exist/,
  },
  {
    says: 'labels of a longer log',
    args: () => [log(), '--labels', labels(['{"line":99999999,"label":1}']), ...usual, '--out', out()],
    told: /Check that the labels are of this log/,
  },
  {
    says: 'no label that can be read',
    args: () => [log(), '--labels', labels(['{oops']), ...usual, '--out', out()],
    told: /holds no label/,
  },
  {
    says: 'a folder with something in it',
    args: () => [log(), '--labels', labels(), ...usual, '--out', join(cli.folder, 'labels')],
    told: /is not empty.*--force/,
  },
  {
    says: 'to replace what is no data set of ours',
    args: () => {
      cli.file('foreign/train.jsonl', '{"mine":true}\n');
      return [log(), '--labels', labels(), ...usual, '--force', '--out', join(cli.folder, 'foreign')];
    },
    told: /holds no data set of Oddline/,
  },
  {
    says: 'labels nobody gave, where only those count',
    args: () => [
      log(),
      '--labels',
      labels(['\n', 'line,label', '1,']),
      ...usual,
      '--labelled-only',
      '--out',
      out(),
    ],
    told: /the label of each is empty/,
  },
  {
    says: 'an order that is none',
    args: () => [log(), ...usual, '--split-by', 'name', '--out', out()],
    told: /--split-by/,
  },
  {
    says: 'a file where the folder should be',
    args: () => [log(), '--labels', labels(), ...usual, '--out', log()],
    told: /is a file\. Name a folder/,
  },
  {
    says: 'its own source',
    args: () => {
      const path = cli.file('own/train.jsonl', shopLog.text);
      return [path, '--from-findings', ...usual, '--force', '--out', join(cli.folder, 'own')];
    },
    told: /would be lost/,
  },
  {
    says: 'sequences that are all too long',
    args: () => [log(), '--labels', labels(), ...usual, '--max-tokens', '1', '--out', out()],
    told: /Raise "--max-tokens"/,
  },
  {
    says: 'a store that is no folder',
    args: () => [log(), ...usual, '--store', log(), '--out', out()],
    told: /is no folder, so nothing of a store can be read there/,
  },
  {
    says: 'a store where none is to be heeded',
    args: () => [log(), ...usual, '--store', cli.folder, '--no-store', '--out', out()],
    told: /--store and --no-store exclude each other/,
  },
  {
    says: 'patterns that have gone',
    args: () => [log(), ...usual, '--patterns', join(cli.folder, 'gone.json'), '--out', out()],
    told: /gone\.json could not be read \(.*\)\. Write the list of the setting into that file, as JSON/,
  },
  {
    says: 'rules that are no list',
    args: () => [log(), ...usual, '--rules', cli.file('rules/no-list.json', '{}'), '--out', out()],
    told: /holds no list of rules\. Write the list of the setting oddline\.rules into it/,
  },
  {
    says: 'more encodings than files',
    args: () => [log(), ...usual, '--encoding', 'gbk,auto', '--out', out()],
    told: /one encoding for all files or one for each of them, 1, not 2/,
  },
  {
    says: 'a split that is none',
    args: () => [log(), ...usual, '--split', '80/20', '--out', out()],
    told: /three shares, as 80\/10\/10/,
  },
];

describe('export refuses', () => {
  it.each(refusals)('$says', async ({ args, told }) => {
    const before = readdirSync(cli.folder).filter((name) => name.endsWith('.tmp'));
    const given = args();
    const { code, stdout, stderr } = await cli.run(['export', ...given]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(told);
    expect(readdirSync(cli.folder).filter((name) => name.endsWith('.tmp'))).toEqual(before);
    const folder = given[given.indexOf('--out') + 1];
    expect(existsSync(join(folder, 'data-card.json'))).toBe(false);
  });

  it.skipIf(isRoot || process.platform === 'win32')('a folder that may not be written to', async () => {
    const folder = join(cli.file('locked/keep', ''), '..');
    chmodSync(folder, 0o500);
    const args = ['export', log(), '--labels', labels(), ...usual, '--out', join(folder, 'new')];
    expect((await cli.run(args)).stderr).toMatch(/may not be written to by you/);
    chmodSync(folder, 0o700);
  });
});
