import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const calm = Array.from({ length: 600 }, (_, i) => `counting apple ${i} of basket ${i % 7}`);
const failure = 'ERROR: the scale is stuck at 3 kg';
const log = [...calm, failure, ...calm].join('\n');

/** Letters alone, another word for every number. */
const wordOf = (i: number) => [...String(i)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

interface Pack {
  readonly schema: number;
  readonly tokens: number;
  readonly ranges: readonly [number, number][];
  readonly shortened: readonly [number, number][];
  readonly text: string;
}

async function packOf(args: readonly string[], input?: string): Promise<Pack> {
  const outcome = await cli.run(
    ['evidence', ...args, '--format', 'json'],
    input === undefined ? {} : { input },
  );
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(outcome.stdout) as Pack;
}

describe('oddline evidence', () => {
  it('says in JSON what its text says', async () => {
    const file = cli.file('build.log', log);
    const pack = await packOf([file, '--budget', '100']);
    expect(Object.keys(pack)).toEqual(['schema', 'tokens', 'ranges', 'shortened', 'text']);
    expect(pack.schema).toBe(1);
    expect(pack.text).toContain(`601: ${failure}\n`);
    expect(pack.tokens).toBeLessThanOrEqual(100);
    expect(pack.ranges.some(([first, last]) => first <= 601 && last >= 601)).toBe(true);
    const { stdout } = await cli.run(['evidence', file, '--budget', '100']);
    expect(stdout).toBe(pack.text);
  });

  it('takes 4,000 tokens unless told', async () => {
    const varied = calm.map((line, i) => `${line} for ${wordOf(i)}`);
    const { tokens } = await packOf([cli.file('varied.log', [...varied, failure].join('\n'))]);
    expect(tokens).toBeGreaterThan(2000);
    expect(tokens).toBeLessThanOrEqual(4000);
  });

  it('counts what is all alike instead of filling its budget with it', async () => {
    const { tokens, text } = await packOf([cli.file('build.log', log)]);
    expect(tokens).toBeLessThan(1000);
    expect(text).toMatch(/counting apple .* ×\d{3} …\d+$/m);
    expect(text).toContain(failure);
  });

  it('reads a pipe and a packed file as it reads a file', async () => {
    const expected = await packOf([cli.file('build.log', log), '--budget', '200']);
    expect(await packOf(['-', '--budget', '200'], log)).toEqual(expected);
    expect(await packOf([cli.file('build.log.gz', gzipSync(log)), '--budget', '200'])).toEqual(expected);
  });

  it('takes good logs', async () => {
    const good = cli.file('good.log', log);
    const bad = cli.file('bad.log', [...calm, failure, ...calm, 'the drawer holds a button'].join('\n'));
    const { text } = await packOf([bad, '--budget', '15', '--baseline', good]);
    expect(text).toContain('holds a button');
    expect(text).not.toContain(failure);
  });

  it('of an empty log is empty', async () => {
    expect(await packOf([cli.file('empty.log', '')])).toEqual({
      schema: 1,
      tokens: 0,
      ranges: [],
      shortened: [],
      text: '',
    });
  });

  it.each([
    { args: [], says: 'takes one log' },
    { args: ['a.log', 'b.log'], says: 'takes one log' },
    { args: ['a.log', '--budget', '0'], says: '--budget takes a whole number from 1' },
    { args: ['a.log', '--budget', 'many'], says: '--budget takes a whole number from 1' },
    { args: ['no-such.log'], says: 'no-such.log' },
  ])('refuses $args', async ({ args, says }) => {
    const { code, stdout, stderr } = await cli.run(['evidence', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});
