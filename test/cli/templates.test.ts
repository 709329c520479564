import { join } from 'node:path';
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
  it('lists them by count', async () => {
    const { stdout } = await cli.run(['templates', cli.file('quiet.log', quietLog)]);
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^\d+ templates, [\d,]+ records$/);
    const counts = rows.map((row) => Number(row.trim().split(' ')[0].replaceAll(',', '')));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
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
