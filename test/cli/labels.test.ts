import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtCli } from './built-cli';

const cli = builtCli();
const header = '{"oddline":"labels","version":2}';
const usual = Array.from(
  { length: 60 },
  (_, i) => `2026-03-14T09:26:${String(i).padStart(2, '0')}Z INFO [billing] invoice ${i} sent`,
);
const text = [...usual, '2026-03-14T09:27:10Z ERROR [billing] disk is full', ...usual].join('\n');
const template = (pattern: string, label: string, more: object = {}) =>
  JSON.stringify({
    at: '2026-11-21T13:00:00Z',
    label,
    scope: 'template',
    template: pattern,
    pieces: pattern.split(/(?= )/),
    ...more,
  });

/** The log lies in a folder with a store of its own. */
function log(name: string, ...labels: readonly string[]) {
  const folder = join(name, '.oddline');
  cli.file(join(folder, 'labels.jsonl'), [header, ...labels].join('\n'));
  const path = cli.file(join(name, 'app.log'), text);
  const store = join(cli.folder, folder, 'labels.jsonl');
  return {
    path,
    store,
    weights: join(cli.folder, folder, 'weights.json'),
    lines: () => readFileSync(store, 'utf8'),
  };
}

async function json(...args: readonly string[]) {
  const { stdout, stderr, code } = await cli.run([...args, '--format', 'json']);
  return { document: code === 2 ? undefined : JSON.parse(stdout), stderr, code };
}

const sent = 'invoice <number> sent';

describe('labels', () => {
  it('shows what each speaks of, and what all of them cover', async () => {
    const { path } = log(
      'shown',
      template('disk is full', 'anomalous', { category: 'system' }),
      template('elsewhere', 'normal'),
    );
    const { document } = await json('labels', path);
    expect(document.coverage).toEqual({ records: 121, covered: 1, anomalous: 1 });
    expect(
      document.labels.map(({ records, first }: { records: number; first: unknown }) => [records, first]),
    ).toEqual([
      [1, { path, line: 61 }],
      [0, null],
    ]);
    const { stdout } = await cli.run(['labels', path]);
    expect(stdout).toMatch(/^2 labels cover 1 % of the records\n/);
    expect(stdout).toMatch(/^anomalous {2}disk is full {2}1 record · line 61 · system · /m);
    expect(stdout).toMatch(/^normal {2}elsewhere {2}not in this log · /m);
  });

  it('imports labels, which analyze heeds from then on', async () => {
    const { path, lines } = log('imported');
    const labels = cli.file(
      'imported/known.csv',
      `line,label,category,note\n61,normal,,planned\n3,anomalous,database,odd one\n900,1,,\n`,
    );
    const { document, stderr } = await json('labels', path, '--import', labels);
    expect(document.imported).toMatchObject({ written: 2, unchanged: 0, conflicts: [], damaged: [] });
    expect([document.imported.unknown.length, stderr]).toEqual([1, expect.stringContaining('line 900')]);
    expect(lines().split('\n')).toHaveLength(4);
    const found = await json('analyze', path);
    expect(found.document.findings.map(({ line }: { line: number }) => line)).toEqual([3]);
    expect((await json('analyze', path, '--no-store')).document.findings[0].line).toBe(61);
  });

  it('imports labels of sessions by the id as it stands in the log, each for all sessions of its shape', async () => {
    const steps = (order: number) =>
      order % 16 === 13 ? ['opened', 'refused', 'refused', 'dropped'] : ['opened', 'paid', 'packed', 'sent'];
    const lines = Array.from({ length: 60 }, (_, order) =>
      steps(order).map((step, at) => {
        const time = new Date(Date.UTC(2026, 2, 14, 9, 0, order * 4 + at)).toISOString();
        return `${time} INFO [shop] basket ${step} for ord_${order}551\n`;
      }),
    );
    cli.file(join('sessions', '.oddline', 'labels.jsonl'), header);
    const path = cli.file(join('sessions', 'shop.log'), lines.flat().join(''));
    const labels = cli.file(
      join('sessions', 'known.csv'),
      'session,label,category\nord_13551,anomalous,application\nord_2551,normal,\nord_99551,anomalous,\n',
    );
    const { document, stderr } = await json('labels', path, '--import', labels);
    expect(document.imported).toMatchObject({ written: 2, unchanged: 0, conflicts: [] });
    expect(document.coverage).toEqual({ records: 240, covered: 240, anomalous: 12 });
    expect([document.imported.unknown.length, stderr]).toEqual([1, expect.stringContaining('ord_99551')]);
    const { findings } = (await json('analyze', path)).document;
    expect(findings.map(({ line }: { line: number }) => line)).toEqual([53, 117, 181]);
  });

  it('imports nothing that contradicts until somebody chose', async () => {
    const { path, lines } = log('disputed', template(sent, 'normal'));
    const labels = cli.file(
      'disputed/known.jsonl',
      `${JSON.stringify({ template: sent, label: 1 })}\n{"line":61,"label":1}\n`,
    );
    const before = lines();
    const failed = await json('labels', path, '--import', labels);
    expect([failed.code, failed.stderr, lines()]).toEqual([
      2,
      expect.stringContaining('Nothing was imported'),
      before,
    ]);
    expect(failed.stderr).toContain('Line 1 of');
    expect(failed.stderr).toContain(`calls ${sent} anomalous, which was called normal on 2026-11-21.`);
    const kept = await json('labels', path, '--import', labels, '--on-conflict', 'keep');
    expect(kept.document.imported.written).toBe(1);
    expect(kept.document.coverage).toMatchObject({ covered: 121, anomalous: 1 });
    const taken = await json('labels', path, '--import', labels, '--on-conflict', 'take');
    expect(taken.document.imported).toMatchObject({ written: 1, unchanged: 1 });
    expect(taken.document.coverage).toMatchObject({ covered: 121, anomalous: 121 });
  });

  it('names both verdicts, the line and who said so where an import contradicts', async () => {
    const { path } = log('named');
    const first = cli.file('named/first.csv', 'line,label,category,by\n61,anomalous,database,Mei\n');
    const second = cli.file('named/second.csv', 'line,label,category\n61,normal,\n');
    await json('labels', path, '--import', first);
    const { stderr } = await json('labels', path, '--import', second);
    expect(stderr).toMatch(/calls line 61 normal, which Mei called anomalous \(database\) on \d{4}-/);
    const chinese = await cli.run(['labels', path, '--import', second], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(chinese.stderr).toContain('将第 61 行标为正常，而 Mei 于');
  });

  it('says what was learned first, then labels as the log has them', async () => {
    const { path } = log('ordered');
    const lines = Array.from({ length: 20 }, (_, at) => `${at * 3 + 1},normal`);
    const labels = cli.file('ordered/known.csv', ['line,label', ...lines].join('\n'));
    await json('labels', path, '--import', labels);
    const { stdout } = await cli.run(['labels', path, '--learn']);
    const shown = stdout.split('\n').filter((line) => line !== '');
    const places = shown.flatMap((line) => /line (\d+)/.exec(line)?.[1] ?? []).map(Number);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).toHaveLength(20);
    expect(shown[1]).not.toContain('line ');
  });

  it('tells where two people contradict each other', async () => {
    const { path } = log('conflict', template(sent, 'normal'), template(sent, 'anomalous'));
    const { document, stderr } = await json('labels', path);
    expect(document.labels.map(({ conflicts }: { conflicts: unknown }) => conflicts)).toEqual([[1], [0]]);
    expect([document.coverage.covered, stderr]).toEqual([0, expect.stringContaining('neither holds')]);
  });

  it('proposes what to label next, and learns only from enough', async () => {
    const { path, weights } = log('next', template(sent, 'normal'));
    const { document } = await json('labels', path, '--next', '5', '--learn', '--apply');
    expect(document.next[0]).toMatchObject({ path, line: 61, records: 1 });
    expect(document.next[0].why).toMatch(/^Detectors disagree: level and failure words says [\d.]+, /);
    expect([document.learned, existsSync(weights)]).toEqual([null, false]);
    expect(document.tooLittle).not.toBe('');
  });

  it('keeps weights where it is told to, until they are to be forgotten', async () => {
    const { path, weights } = log('learned');
    const usually = [
      'order taken',
      'mail sent to the customer',
      'stock counted again',
      'cache is warm',
      'user has left',
      'all paid in cash',
    ];
    const failing = [
      'disk is full',
      'no more ink',
      'gateway refused our call',
      'ledger will not add up',
      'key of vault expired',
      'queue overflows now',
    ];
    const lines = Array.from({ length: 300 }, (_, i) => {
      const event = i % 25 < 6 ? `ERROR [billing] ${failing[i % 6]}` : `INFO [billing] ${usually[i % 6]}`;
      return `2026-03-14T09:${10 + Math.floor(i / 10)}:00Z ${event}, ${i}`;
    });
    cli.file('learned/app.log', lines.join('\n'));
    const rows = lines.map((line, i) => `${i + 1},${line.includes('ERROR') ? 1 : 0}`);
    const labels = cli.file('learned/known.csv', ['line,label', ...rows].join('\n'));
    const { document } = await json('labels', path, '--import', labels, '--learn', '--apply');
    const { bias } = JSON.parse(readFileSync(weights, 'utf8'));
    expect([document.learned.bias, document.weights.bias]).toEqual([bias, bias]);
    const { stdout, stderr } = await cli.run(['labels', path]);
    // Whoever reads a log beside a store must hear by whose weights it is judged.
    expect(stderr).toMatch(/^oddline: Detectors count as .*weights\.json says, which somebody learned/m);
    expect(stdout).toMatch(
      /^300 labels cover 100 % of the records · precision \d\.\d\d → \d\.\d\d, cross-val/,
    );
    expect((await json('labels', path, '--forget-weights')).document.weights).toBeNull();
    expect(existsSync(weights)).toBe(false);
  });
});
