import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';
import { quietLog } from './sample-logs';

const cli = builtCli();
const stamp = (second: number) => `2026-03-14T09:26:${String(second).padStart(2, '0')}.000Z`;

/** A continuation has its record's template; the line before the first record and blank lines have none. */
const lines = [
  'left over from the day before',
  ...Array.from({ length: 20 }, (_, i) => `${stamp(i)} INFO [cart] item ${i} added`),
  `${stamp(30)} ERROR [cart] cannot save the cart`,
  '    at com.example.Cart.save(Cart.java:12)',
  '',
  `${stamp(31)} INFO [cart] item 99 added`,
];

async function templatesOf(text: string) {
  const { code, stdout, stderr } = await cli.run(['templates', cli.file('t.log', text), '--format', 'json']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout.startsWith('{"schema":1,')).toBe(true);
  return JSON.parse(stdout) as {
    templates: { id: number; pattern: string; count: number }[];
    lines: number[];
  };
}

describe('the JSON of templates', () => {
  it.each([
    ['ends without a line end', lines.join('\n')],
    ['ends with one', `${lines.join('\n')}\n`],
    ['has CR LF', `${lines.join('\r\n')}\r\n`],
  ])('gives each line of a log that %s its template', async (_, text) => {
    const document = await templatesOf(text);
    const [first, ...rest] = document.lines;
    const item = rest[0];
    const error = rest[20];
    expect([first, ...rest]).toEqual([-1, ...Array(20).fill(item), error, error, -1, item]);
    expect(error).not.toBe(item);
    const count = (id: number) => document.templates.find((template) => template.id === id)?.count;
    expect([count(item), count(error)]).toEqual([21, 1]);
  });

  it('agrees with itself on a large log', async () => {
    const { templates, lines: ids } = await templatesOf(quietLog);
    expect(ids).toHaveLength(quietLog.split('\n').length - 1);
    expect(new Set(ids)).toEqual(new Set(templates.map(({ id }) => id)));
  });

  it('of an empty log is empty', async () => {
    expect(await templatesOf('')).toMatchObject({ templates: [], lines: [] });
  });
});

describe('the text of templates', () => {
  it('cuts a pattern that would fill the screen', async () => {
    const { stdout } = await cli.run(['templates', cli.file('wide.log', `a${'\u{1F6D2}'.repeat(2_000)}\n`)]);
    const [, row] = stdout.split('\n');
    expect(row.endsWith('\u{1F6D2}…')).toBe(true);
    expect(row.length).toBeLessThan(600);
  });

  it('lists them by count', async () => {
    const { stdout } = await cli.run(['templates', cli.file('quiet.log', quietLog)]);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^\d+ templates, [\d,]+ records$/);
    const counts = rows.map((row) => Number(row.trim().split(' ')[0].replaceAll(',', '')));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });
});

describe('--parameters', () => {
  const log = () => cli.file('parameters.log', lines.join('\n'));
  const summary = {
    position: 1,
    type: 'number',
    distinct: 21,
    distinctIsExact: true,
    numbers: { unit: null, min: 0, p50: 10, p90: 18, p99: 99, max: 99 },
  };

  it('adds what the values look like to the JSON', async () => {
    const { stdout } = await cli.run(['templates', log(), '--parameters', '--format', 'json']);
    const [item, error] = JSON.parse(stdout).templates;
    expect(item).toMatchObject({ lookedAt: 21, parameters: [summary] });
    expect(error).toMatchObject({ lookedAt: 1, parameters: [] });
  });

  it('adds a line a parameter to the text', async () => {
    const { stdout } = await cli.run(['templates', log(), '--parameters']);
    expect(stdout).toContain('<number>  21 values: 0 to 99, median 10, 99 % up to 99\n');
  });

  it('says a number that is always the same once', async () => {
    const file = cli.file('same.log', `${stamp(1)} INFO [cart] 7 items added\n`.repeat(3));
    const { stdout } = await cli.run(['templates', file, '--parameters']);
    expect(stdout).toContain('<number>  1 value: 7\n');
  });

  it('is left out unless asked for', async () => {
    const { stdout } = await cli.run(['templates', log(), '--format', 'json']);
    expect(stdout).not.toContain('"parameters"');
  });
});

describe('corrections of templates', () => {
  const pattern = ['item', ' <number>', ' added'];
  const header = '{"oddline":"templates","version":1}';
  const kept = (correction: object) => JSON.stringify({ ...correction, at: '2026-03-14T10:00:00Z' });
  const named = kept({ kind: 'name', pattern, name: 'Added\u001b[31m to cart' });

  /** The lines in a log of its own folder, with `.oddline/templates.jsonl` above it. */
  async function corrected(folder: string, store: readonly string[], ...more: string[]) {
    cli.file(join(folder, '.oddline', 'templates.jsonl'), store.join('\n'));
    const log = cli.file(join(folder, 'logs', 't.log'), lines.join('\n'));
    return cli.run(['templates', log, ...more]);
  }

  it('hold wherever the log lies below their folder', async () => {
    const { stdout, stderr } = await corrected('named', [header, named], '--format', 'json');
    expect(stderr).toBe('');
    expect(stdout).toContain('"name":"Added\\u001b[31m to cart","pattern":"item <number> added"');
  });

  it('show no control characters to people', async () => {
    const { stdout } = await corrected('shown', [header, named]);
    expect(stdout).toContain('Added to cart  item <number> added');
  });

  it('do not count with --no-store', async () => {
    const { stdout } = await corrected('not-heeded', [header, named], '--no-store');
    expect(stdout).not.toContain('Added to cart');
  });

  it.each([
    ['a line that is none', [header, named, '{"kind":"forget"}'], 0, 'line 3 is no correction of templates'],
    [
      'two that contradict each other',
      [header, named, kept({ kind: 'name', pattern, name: 'More' })],
      0,
      '1 correction of templates contradicts a later one, which holds.',
    ],
    ['a newer file', ['{"oddline":"templates","version":99}'], 2, 'was written by a newer Oddline'],
    ['another file', ['{"oddline":"labels","version":1}'], 2, 'does not begin with the line of an Oddline'],
  ])('tell %s', async (name, store, code, note) => {
    const answer = await corrected(name, store);
    expect(answer.code).toBe(code);
    expect(answer.stderr).toContain(note);
  });
});

describe('--rotated', () => {
  const lines = Array.from(
    { length: 90 },
    (_, i) => `2026-03-14T09:${String(i % 60).padStart(2, '0')}:00Z INFO shelf ${i} counted`,
  );
  const newest = cli.file('shelf.log', `${lines.slice(60).join('\n')}\nall shelves locked\n`);
  cli.file('shelf.log.1', `${lines.slice(30, 60).join('\n')}\n`);
  cli.file('shelf.log.2.gz', gzipSync(`${lines.slice(0, 30).join('\n')}\n`));

  it('reads all files of the log, oldest first, with templates in common', async () => {
    const { code, stdout } = await cli.run(['templates', newest, '--rotated', '--format', 'json']);
    const { templates, lines: ids, sources } = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(sources).toEqual([
      { path: join(cli.folder, 'shelf.log.2.gz'), lines: 30 },
      { path: join(cli.folder, 'shelf.log.1'), lines: 30 },
      { path: newest, lines: 31 },
    ]);
    expect(templates[0]).toMatchObject({ count: 90, source: 0, firstLine: 1, lastSource: 2, lastLine: 30 });
    expect(ids).toHaveLength(91);
  });

  it('judges them as one log', async () => {
    const { stdout } = await cli.run(['analyze', newest, '--rotated', '--format', 'json']);
    const { stats, sources } = JSON.parse(stdout);
    expect(stats.records).toBeGreaterThanOrEqual(90);
    expect(sources.map(({ path }: { path: string }) => path)).toEqual([
      join(cli.folder, 'shelf.log.2.gz'),
      join(cli.folder, 'shelf.log.1'),
      newest,
    ]);
  });
});
