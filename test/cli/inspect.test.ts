import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { shopLog } from './sample-logs';

const cli = builtCli();

/** A folder that ends the search for a store, and a log in it whose header nobody knows. */
function oddLog(folder: string, name = 'lift-3.log') {
  mkdirSync(join(cli.folder, folder, '.git'), { recursive: true });
  const levels = ['HINWEIS', 'WARNUNG', 'SCHWERWIEGEND'];
  const lines = Array.from({ length: 60 }, (_, i) => {
    const clock = `${String(Math.floor(i / 4)).padStart(2, '0')}h${String(i).padStart(2, '0')}`;
    return `21.11.26 ${clock} (${levels[i % 3]}) lift ${i} stopped`;
  });
  return {
    path: cli.file(join(folder, name), lines.join('\n')),
    store: join(cli.folder, folder, '.oddline/formats.jsonl'),
  };
}

async function inspected(args: readonly string[]) {
  const { code, stdout, stderr } = await cli.run(['inspect', '--format', 'json', ...args]);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return { stderr, ...(JSON.parse(stdout) as { readonly samples: readonly unknown[] }) };
}

describe('inspect says what was understood', () => {
  const path = cli.file('shop.log', shopLog.text);

  it('to people', async () => {
    const { code, stdout, stderr } = await cli.run(['inspect', path]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/shop\.log: .+ · 100 % with time · UTC\n[\d,]+ lines, [\d,]+ records, /);
    expect(stdout).toContain('<time> <level>');
  });

  it('to programs', async () => {
    const understanding = await inspected([path]);
    expect(understanding).toMatchObject({
      schema: 1,
      path,
      wrapper: null,
      encoding: 'utf8',
      unfit: 0,
      zone: 'UTC',
      corrections: [],
      unfitLines: [],
      timelessLines: [],
    });
    expect(understanding.samples[0]).toMatchObject({
      line: 1,
      columns: expect.arrayContaining([expect.objectContaining({ role: 'time', start: 0 })]),
    });
  });
});

describe('inspect is told', () => {
  it('where the time and the level stand, keeps it, and every command heeds it', async () => {
    const { path, store } = oddLog('told');
    expect(await inspected([path])).toMatchObject({ timed: 0 });
    const told = await inspected([path, '--time-at', '1:1-14', '--level-at', '2:17-23']);
    expect(told).toMatchObject({ timed: 60, records: 60, zone: 'local' });
    expect(told.stderr).toContain(`Kept in ${store} for files named lift-*.log*.`);
    const { stdout } = await cli.run(['templates', path]);
    expect(stdout).toContain('1 template, 60 records');
    expect(stdout).toContain('lift <number> stopped');
    const analysed = JSON.parse((await cli.run(['analyze', path, '--format', 'json', '--strangest'])).stdout);
    expect(analysed.templates[0].level).not.toBe('none');
  });

  it('and the next day’s file is understood without being told', async () => {
    const { path } = oddLog('days');
    await inspected([path, '--time-at', '1:1-14']);
    expect(await inspected([oddLog('days', 'lift-4.log').path])).toMatchObject({ timed: 60 });
    expect(await inspected([oddLog('days', 'stairs.log').path])).toMatchObject({ timed: 0 });
  });

  it('undone by deleting the line', async () => {
    const { path, store } = oddLog('undone');
    await inspected([path, '--time-at', '1:1-14']);
    writeFileSync(store, readFileSync(store, 'utf8').split('\n')[0]);
    expect(await inspected([path])).toMatchObject({ timed: 0 });
  });

  it('--no-store neither heeds nor keeps', async () => {
    const { path, store } = oddLog('no-store');
    expect(await inspected([path, '--time-at', '1:1-14', '--no-store'])).toMatchObject({ timed: 60 });
    expect(() => readFileSync(store)).toThrow(/ENOENT/);
    await inspected([path, '--time-at', '1:1-14']);
    expect(await inspected([path, '--no-store'])).toMatchObject({ timed: 0 });
    const { stdout } = await cli.run(['templates', path, '--no-store']);
    expect(stdout).toContain('<number> <word> (<word>) lift');
  });

  it('a damaged line is told and left; a newer file is refused', async () => {
    const { path, store } = oddLog('damaged');
    mkdirSync(join(store, '..'));
    writeFileSync(store, '{"oddline":"formats","version":1}\n{"files":"*"}\n');
    expect((await inspected([path])).stderr).toContain('line 2 is no correction of a format');
    writeFileSync(store, '{"oddline":"formats","version":9}\n');
    const { code, stderr } = await cli.run(['analyze', path]);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('newer Oddline') });
    expect((await cli.run(['analyze', path, '--no-store'])).code).toBe(0);
  });

  it.each([
    [['--time-at', '1'], '--time-at takes LINE:COL-COL'],
    [['--time-at', '1:5-2'], '--time-at takes LINE:COL-COL'],
    [['--time-at', '1:1-14=error'], '--time-at takes LINE:COL-COL'],
    [['--level-at', '1:1-2=loud'], '--level-at takes trace, debug'],
    [['--time-at', '999:1-14'], 'it has no line 999'],
    [['--time-at', '1:1-140'], 'it has no column 140'],
    [['--time-at', '1:26-29'], 'Select the whole time stamp'],
  ])('%j is refused with what to do', async (args, reason) => {
    const { path } = oddLog('refused');
    const { code, stdout, stderr } = await cli.run(['inspect', path, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(reason);
  });

  it('standard input has no name to keep it for', async () => {
    const { code, stderr } = await cli.run(['inspect', '-', '--time-at', '1:1-2'], { input: 'x y' });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('Name a file') });
  });
});
