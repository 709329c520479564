import { describe, expect, it } from 'vitest';
import { generateFleetLog } from '../../src/engine/dataset/generator/fleet/fleet-log';
import { builtCli } from './built-cli';

const cli = builtCli();
const { text, cause } = generateFleetLog({
  seed: 5,
  rhythm: 'steady',
  layout: 'logfmt',
  cause: 'version',
  requests: 3_000,
});
const log = cli.file('fleet.log', text);
const iso = (ms: number) => new Date(ms).toISOString();
const focus = cause === null ? '' : `${iso(cause.fromMs)}..${iso(cause.untilMs)}`;

async function run(...args: string[]) {
  return cli.run(['analyze', log, '--no-store', ...args]);
}

describe('analyze --focus', () => {
  it('tells in text what is different there, with lines', async () => {
    const { stdout, code } = await run('--focus', focus);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /\n[\d,]+ records in focus, held against [\d,]+: of \d+ things compared \d+ differ\n/,
    );
    expect(stdout).toMatch(
      / {2}- `[^`]*cannot be read, refused`: \d+ of \d+ records here, \d+ of \d+ elsewhere.* line \d+\n/,
    );
    expect(stdout).toContain(`client_version = ${cause?.value}`);
  });

  it('writes it into the JSON document, as docs/cli.md says', async () => {
    const { stdout } = await run('--focus', focus, '--format', 'json');
    const { contrast } = JSON.parse(stdout);
    expect(Object.keys(contrast).sort()).toEqual(
      ['againstRecords', 'compared', 'contrasts', 'focusRecords', 'lookedAt', 'notJudged'].sort(),
    );
    expect(Object.keys(contrast.contrasts[0]).sort()).toEqual(
      [
        ...['kind', 'name', 'value', 'within', 'templateId', 'direction', 'focusCount', 'againstCount'],
        ...['focusOf', 'againstOf', 'ratio', 'interval', 'chance', 'isSampled', 'message', 'source', 'line'],
      ].sort(),
    );
    const { line, value } = contrast.contrasts[0];
    expect(text.split('\n')[line - 1]).toContain(String(value).split(' <')[0].split('<')[0]);
  });

  it('says nothing of it where it was not asked', async () => {
    const { stdout } = await run('--format', 'json');
    expect(JSON.parse(stdout)).not.toHaveProperty('contrast');
  });

  it('takes two times to hold it against, and reports it', async () => {
    const { stdout, code } = await run('--focus', '1h..', '--against', '5h..1h', '--format', 'markdown');
    expect(code).toBe(0);
    expect(stdout).toMatch(/records in focus, held against/);
  });

  it.each([
    [['--focus', '09:00'], /--focus takes two times with two points between/],
    [['--focus', '..'], /--focus takes two times/],
    [['--focus', 'yesterday..today'], /--focus takes a time like/],
    [['--against', '2h..1h'], /--against says what --focus is held against\. Give both\./],
  ])('refuses %j with its cure', async (args, expected) => {
    const { stdout, stderr, code } = await run(...args);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toMatch(expected);
  });
});
