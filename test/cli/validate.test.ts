import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();

const example = (input: string, output: string) =>
  `${JSON.stringify({ instruction: 'Judge.', input, output })}\n`;
const train = example('order 17 paid', 'Normal.') + example('pool exhausted', 'Anomalous.');

async function validated(...args: string[]) {
  const { code, stdout, stderr } = await cli.run(['validate', ...args]);
  return { code, stderr, lines: stdout.split('\n').filter((line) => line !== '') };
}

describe('oddline validate', () => {
  it('finds nothing wrong with a good file, packed or not', async () => {
    const plain = cli.file('good.jsonl', train);
    const packed = cli.file('good.jsonl.gz', gzipSync(train));
    for (const path of [plain, packed]) {
      expect(await validated(path)).toEqual({
        code: 0,
        stderr: '',
        lines: [`${path}  alpaca, 2 examples, 1 normal, 1 anomalous`, 'No problems found.'],
      });
    }
  });

  it('reads standard input, packed or not, beside files', async () => {
    const split = cli.file('split.jsonl', example('order 17 paid', 'Normal.'));
    for (const input of [train, gzipSync(train)]) {
      const { code, stdout } = await cli.run(['validate', split, '-'], { input });
      expect(code).toBe(1);
      expect(stdout).toContain('standard input  alpaca, 2 examples, 1 normal, 1 anomalous');
      expect(stdout).toContain(`standard input:1  As in line 1 of ${split}.`);
    }
  });

  it('takes a folder for the files in it, in the order of the splits, and the words of its data card', async () => {
    const folder = join(cli.folder, 'set');
    const settings = { normalVerdict: 'OK', anomalousVerdict: 'BAD' };
    cli.file('set/data-card.json', JSON.stringify({ kind: 'oddline-data-card', settings }));
    const test = cli.file('set/test.jsonl', example('order 17 paid', 'OK.'));
    const trained = cli.file('set/train.jsonl', example('order 17 paid', 'BAD.'));
    const { code, stderr, lines } = await validated(folder);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(lines.slice(0, 3)).toEqual([
      `${trained}  alpaca, 1 example, 0 normal, 1 anomalous`,
      `${test}  alpaca, 1 example, 1 normal, 0 anomalous`,
      'error  The same text under two labels: 1. Correct one of each.',
    ]);
  });

  it('says in Chinese that a folder holds none', async () => {
    mkdirSync(join(cli.folder, 'none'));
    const { stderr } = await cli.run(['validate', join(cli.folder, 'none')], {
      env: { LC_ALL: 'zh_CN.UTF-8' },
    });
    expect(stderr).toContain('中没有数据集的文件');
  });

  it('reads standard input once', async () => {
    const { code, stderr } = await validated('-', '-');
    expect(code).toBe(2);
    expect(stderr).toContain('Name "-" once.');
  });

  it('names each problem by file and line, and ends with 1', async () => {
    const first = cli.file('train.jsonl', `${train}{"instruction":\n`);
    const second = cli.file(
      'test.jsonl',
      example('order 99 paid', '') + example('pool exhausted', 'Anomalous.'),
    );
    const { code, lines } = await validated(first, second, '--max-tokens', '6');
    expect(code).toBe(1);
    expect(lines).toEqual([
      `${first}  alpaca, 2 examples, 1 normal, 1 anomalous, longest: 9 tokens`,
      `${second}  alpaca, 2 examples, 0 normal, 1 anomalous, longest: 9 tokens`,
      'error  Lines that do not fit their format: 1. Mend or remove them.',
      expect.stringContaining(`  ${first}:3  It is no JSON (`),
      'error  Examples with an empty answer or no text: 1. Remove them.',
      `  ${second}:1  The answer is empty.`,
      'error  Examples over the limit of tokens: 3. Export shorter windows, or raise the limit.',
      `  ${first}:1  It has about 8 tokens.`,
      `  ${first}:2  It has about 9 tokens.`,
      `  ${second}:2  It has about 9 tokens.`,
      'error  Examples that stand in two files: 1. What is measured on one of them is too good; split again.',
      `  ${second}:2  As in line 2 of ${first}.`,
    ]);
  });

  it('ends with 0 where there are only warnings', async () => {
    const path = cli.file(
      'near.jsonl',
      example('order 1 paid', 'Normal.') + example('order 2 paid', 'Normal.'),
    );
    const { code, lines } = await validated(path);
    expect(code).toBe(0);
    expect(lines.slice(1)).toEqual([
      'warning  Examples that differ from one of their file by values alone: 1. They teach little.',
      `  ${path}:2  Like line 1, but for values.`,
    ]);
  });

  it('tells programs the same as JSON', async () => {
    const path = cli.file('json.jsonl', `${train}[]\n`);
    const { code, lines } = await validated(path, '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(lines[0])).toEqual({
      schema: 1,
      files: [
        {
          name: path,
          format: 'alpaca',
          lines: 3,
          examples: 2,
          normal: 1,
          anomalous: 1,
          categories: {},
          longest: null,
        },
      ],
      issues: [
        {
          kind: 'schema',
          severity: 'error',
          count: 1,
          message: 'Lines that do not fit their format: 1. Mend or remove them.',
          places: [{ file: path, line: 3, message: 'It is no JSON object.' }],
        },
      ],
    });
  });

  it('speaks Chinese', async () => {
    const path = cli.file('chinese.jsonl', `${train}[]\n`);
    const { stdout } = await cli.run(['validate', path], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(stdout).toContain('不符合格式的行：1 行。请修正或删除。');
  });

  it('shows nothing of a file that could move the cursor', async () => {
    const path = cli.file('escape.jsonl', '{"messages":[]}\n{"\u001b[2J\u202e": \n');
    const { stdout } = await cli.run(['validate', path]);
    expect(stdout).toContain('It is no JSON (');
    expect(stdout).not.toContain('\u202e');
    expect(stdout).not.toContain('\u001b[2J');
  });
});

it('what is no data set is told with its cure', async () => {
  const contents: readonly (readonly [name: string, content: Uint8Array | string, told: string])[] = [
    ['empty.jsonl', '', 'It is empty. Export it again, or leave it out.'],
    [
      'a.log',
      '09:26:53 started\n',
      'Its first line is neither a JSON object nor the column names of a known table. See "docs/datasets.md".',
    ],
    [
      'array.json',
      '[\n{}\n]',
      'It is one JSON value over the whole file. Write one object a line: jq -c ".[]" FILE',
    ],
    [
      'gbk.jsonl',
      Buffer.concat([Buffer.from(train), Buffer.from([0x7b, 0xd5, 0xfd, 0xb3, 0xa3, 0x7d])]),
      'It is not UTF-8 (from about line 3). Convert it: iconv -f GBK -t UTF-8 FILE',
    ],
    [
      'half.jsonl',
      Buffer.from(`${train}数`).subarray(0, -1),
      'It is not UTF-8 (from about line 3). Convert it: iconv -f GBK -t UTF-8 FILE',
    ],
  ];
  const paths = contents.map(([name, content]) => cli.file(name, content));
  const { code, stderr, lines } = await validated(...paths);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(lines.filter((line) => line.startsWith('  '))).toEqual(
    contents.map(([, , told], index) => `  ${paths[index]}  ${told}`),
  );
});

describe('what cannot be read is told, and ends with 2', () => {
  const packed = gzipSync(train.repeat(2000));
  const unread: readonly (readonly [what: string, path: () => string, told: string])[] = [
    ['a folder without data sets', () => join(cli.folder, 'folder'), 'holds no file of a data set.'],
    ['no file', () => join(cli.folder, 'missing.jsonl'), 'does not exist.'],
    [
      'a binary file',
      () => cli.file('a.bin', Buffer.from('7f454c460201010000', 'hex')),
      'is no text but a binary file (elf). Unpack it',
    ],
    ['damaged packed data', () => cli.file('cut.gz', packed.subarray(0, -20)), 'Copy or download it again.'],
  ];
  it.each(unread)('%s', async (_, path, told) => {
    mkdirSync(join(cli.folder, 'folder'), { recursive: true });
    const { code, stdout, stderr } = await cli.run(['validate', path()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
  });

  it.each([
    [[], 'validate takes the files of a data set. See "oddline validate --help".'],
    [['a', '--max-tokens', '0'], '--max-tokens takes a whole number from 1, not "0".'],
    [['a', '--format', 'csv'], '--format takes text, json, not "csv".'],
  ])('%j', async (args, told) => {
    const { code, stderr } = await cli.run(['validate', ...args]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: `oddline: ${told}\n` });
  });
});
