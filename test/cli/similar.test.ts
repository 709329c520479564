import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtSemanticWorker } from '../semantic-model/built-semantic';
import { writeTinyEmbedder } from '../semantic-model/tiny-models';
import { builtCli } from './built-cli';

const cli = builtCli();
const model = join(cli.folder, 'model');

beforeAll(async () => {
  writeTinyEmbedder(model);
  mkdirSync(join(cli.folder, 'dist'), { recursive: true });
  await builtSemanticWorker(join(cli.folder, 'dist'));
});

const stamp = (second: number) => `2026-04-02T07:10:${String(second).padStart(2, '0')}.000Z INFO`;
const log = () =>
  cli.file(
    'app.log',
    Array.from({ length: 12 }, (_, i) =>
      [
        `${stamp(i)} user ${i} signed in`,
        `${stamp(i)} charge of card ${i} done`,
        `${stamp(i)} payment ${i} has its invoice`,
        ...(i === 9 ? [`${stamp(i)} deadline exceeded for peer ${i}`] : []),
      ].join('\n'),
    ).join('\n'),
  );

interface Answer {
  readonly similar?: { score: number; template: { pattern: string } }[];
  readonly clusters?: { pattern: string }[][];
  readonly novelty?: { distance: number; template: { pattern: string }; nearest: string | null }[];
}

async function answerOf(...args: string[]): Promise<Answer> {
  const asked = ['similar', log(), '--model', model, '--format', 'json', ...args];
  const { code, stdout, stderr } = await cli.run(asked);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}

describe('oddline similar', () => {
  it('finds what is meant, in words the log does not have', async () => {
    const { similar = [] } = await answerOf('--text', 'request timed out', '--top', '2');
    expect(similar).toHaveLength(2);
    expect(similar[0].template.pattern).toContain('deadline exceeded');
    expect(similar[0].score).toBeGreaterThan(similar[1].score);
  });

  it('groups templates by meaning', async () => {
    const { clusters = [] } = await answerOf('--clusters');
    const groups = clusters.map((group) => group.map(({ pattern }) => pattern.split(' ')[0]).sort());
    expect(groups).toEqual([['charge', 'payment'], ['user'], ['deadline']]);
  });

  it('lists what is far from all that another log, or a baseline, knows', async () => {
    const known = cli.file('known.log', `${stamp(1)} session of user opened\n${stamp(2)} invoice sent\n`);
    const baseline = join(cli.folder, 'known.oddline');
    expect((await cli.run(['learn', known, '--output', baseline])).code).toBe(0);
    for (const named of [known, baseline]) {
      const { novelty = [] } = await answerOf('--baseline', named);
      expect(novelty[0].template.pattern).toContain('deadline exceeded');
      expect(novelty.find(({ template }) => template.pattern.startsWith('payment'))?.nearest).toContain(
        'invoice',
      );
    }
  });

  it('says the same to people', async () => {
    const { stdout } = await cli.run(['similar', log(), '--model', model, '--text', 'timeout', '--top', '1']);
    expect(stdout).toMatch(/^\d\.\d\d +1 {2}info +deadline exceeded for peer/);
    const clusters = await cli.run(['similar', log(), '--model', model, '--clusters']);
    expect(clusters.stdout).toContain('2 templates\n');
  });

  it('says that a log has no lines', async () => {
    const empty = cli.file('empty.log', '');
    const { stdout, stderr } = await cli.run(['similar', empty, '--model', model, '--clusters']);
    expect(stdout).toBe('');
    expect(stderr).toContain('has no lines.');
  });

  it.each([
    ['no model', ['--text', 'a'], 'needs a model'],
    ['two questions', ['--model', 'm', '--text', 'a', '--clusters'], 'one question at a time'],
    ['no question', ['--model', 'm'], 'one question at a time'],
    ['a folder that is none', ['--model', '/nowhere', '--clusters'], 'is no folder'],
    [
      'a server that is none',
      ['--model', 'm', '--endpoint', 'http://127.0.0.1:9', '--clusters'],
      '127.0.0.1:9',
    ],
  ])('with %s ends in a sentence', async (_, args, told) => {
    const { code, stdout, stderr } = await cli.run(['similar', log(), ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(told);
  });
});
