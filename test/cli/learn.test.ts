import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const calm = (pumps: number) =>
  Array.from({ length: 400 }, (_, i) => `INFO pump ${i % pumps} runs at ${900 + (i % 30)} rpm`);
const failure = 'ERROR valve 4 is stuck';
const good = cli.file('good.log', calm(5).join('\n'));
const second = cli.file('second.log', [...calm(7), failure].join('\n'));
const bad = cli.file('bad.log', [...calm(6), failure, ...calm(3)].join('\n'));
const output = (name: string) => join(cli.folder, name);

async function learn(...args: string[]) {
  const outcome = await cli.run(['learn', ...args, '--format', 'json']);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(outcome.stdout) as Record<string, unknown>;
}

async function linesFound(...baselines: string[]): Promise<number[]> {
  const named = baselines.flatMap((path) => ['--baseline', path]);
  const outcome = await cli.run(['analyze', bad, ...named, '--format', 'json']);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const { findings, sources } = JSON.parse(outcome.stdout) as {
    findings: { line: number }[];
    sources: { path: string }[];
  };
  expect(sources.map(({ path }) => path)).toEqual([
    bad,
    ...baselines.filter((path) => path.endsWith('.log')),
  ]);
  return findings.map(({ line }) => line);
}

describe('oddline learn', () => {
  it('says what it learned, and analyze takes the file', async () => {
    const path = output('good.oddline');
    const told = await learn(good, '--output', path);
    expect(told).toEqual({
      schema: 1,
      path,
      logs: 1,
      records: 400,
      messages: 1,
      bytes: readFileSync(path).length,
    });
    expect(await linesFound(path)).toEqual([401]);
  });

  it('gives the same file from logs and from files of them, in whatever order', async () => {
    await learn(good, second, '--output', output('both.oddline'));
    await learn(second, '--output', output('second.oddline'));
    await learn(output('second.oddline'), good, '--output', output('merged.oddline'));
    expect(readFileSync(output('merged.oddline'))).toEqual(readFileSync(output('both.oddline')));
    expect(await linesFound(output('merged.oddline'))).toEqual([]);
  });

  it('adds to a file that is merged into itself', async () => {
    await learn(good, '--output', output('grows.oddline'));
    const told = await learn(output('grows.oddline'), second, '--output', output('grows.oddline'));
    expect(told).toMatchObject({ logs: 2, records: 801 });
  });

  it('tells drift in JSON and in words', async () => {
    await learn(good, '--output', output('old.oddline'));
    const other = cli.file('other.log', calm(5).join('\n').replaceAll('pump', 'compressor unit'));
    const args = ['analyze', other, '--baseline', output('old.oddline')];
    const json = JSON.parse((await cli.run([...args, '--format', 'json'])).stdout) as { drift: object };
    expect(json.drift).toMatchObject({ hasDrifted: true, unknownShare: 1, unknownTemplates: 1 });
    const { stdout } = await cli.run(args);
    expect(stdout).toContain('This log no longer fits its baseline: 100 % of its records');
    expect(stdout).toContain('oddline learn FILE --output FILE.oddline');
  });

  const refused: readonly (readonly [string, readonly string[], string])[] = [
    ['no log', ['learn', '--output', 'x.oddline'], 'learn takes good logs'],
    ['no output', ['learn', good], 'learn takes good logs'],
    ['a damaged file', ['analyze', bad, '--baseline', cli.file('no.oddline', 'x')], 'oddline learn GOOD...'],
    ['a missing log', ['learn', 'gone.log', '--output', 'x.oddline'], 'gone.log does not exist'],
  ];
  it.each(refused)('says what to do about %s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await cli.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('says that every line of a good log is needed elsewhere', async () => {
    await learn(good, '--output', output('lines.oddline'));
    for (const args of [
      ['compare', output('lines.oddline'), bad],
      ['evidence', bad, '--baseline', output('lines.oddline')],
    ]) {
      const { code, stderr } = await cli.run(args);
      expect(code).toBe(2);
      expect(stderr).toContain('is a baseline file');
    }
  });
});
