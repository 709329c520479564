import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { DataCard } from '../../src/engine/dataset/card/data-card';
import { generateShopLog } from '../../src/engine/dataset/generator/shop-log';
import { listening, type Running } from '../node/sources/servers/listening';
import { builtCli } from './built-cli';

const cli = builtCli();
const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

interface PushedStream {
  readonly stream: Readonly<Record<string, string>>;
  readonly values: readonly (readonly [string, string])[];
}

async function pushTarget() {
  const pushed: PushedStream[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      const isPush = request.method === 'POST' && request.url === '/loki/api/v1/push';
      if (isPush && request.headers['x-scope-orgid'] === 'a') pushed.push(...JSON.parse(body).streams);
      response.writeHead(isPush ? 204 : 404).end();
    });
  });
  const started = await listening(server);
  running.push(started);
  return { url: `http://127.0.0.1:${started.port}`, pushed };
}

describe('generate', () => {
  it('writes the sample of a seed', async () => {
    const { code, stdout } = await cli.run(['generate', '--seed', '3', '--lines', '2500']);
    expect([code, stdout]).toEqual([0, generateShopLog({ seed: 3, records: 2500 }).text]);
  });

  it('writes it to a file', async () => {
    const output = cli.file('generated.log', '');
    const { stdout } = await cli.run(['generate', '--output', output]);
    expect(stdout).toBe('');
    expect(readFileSync(output, 'utf8')).toBe(generateShopLog({ seed: 1 }).text);
  });

  it('fills a Loki with it, as of now', async () => {
    const { url, pushed } = await pushTarget();
    const before = Date.now();
    const { code, stderr } = await cli.run(['generate', '--push', url, '--tenant', 'a']);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`oddline analyze --loki ${url}`)]);
    const entries = pushed.flatMap(({ values }) => values);
    const lines = entries.flatMap(([, text]) => text.split('\n'));
    expect(lines).toHaveLength(generateShopLog({ seed: 1 }).text.trimEnd().split('\n').length);
    const newest = Math.max(...entries.map(([time]) => Number(BigInt(time) / 1_000_000n)));
    expect(newest).toBeGreaterThan(before - 60_000);
    expect(newest).toBeLessThan(Date.now() + 60_000);
    const labels = new Set(pushed.map(({ stream }) => JSON.stringify(stream)));
    expect(labels).toContain('{"app":"shop","service_name":"cart"}');
    for (const [time, text] of entries)
      expect(text.slice(0, 23)).toBe(new Date(Number(BigInt(time) / 1_000_000n)).toISOString().slice(0, 23));
  });

  it('a server that takes none is named', async () => {
    const { code, stderr } = await cli.run(['generate', '--push', 'http://127.0.0.1:1/x']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('127.0.0.1:1')]);
  });
});

function cardIn(folder: string): DataCard {
  return JSON.parse(readFileSync(join(folder, 'data-card.json'), 'utf8'));
}

/** All files by their names, `/` between parts. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

describe('generate --sequences', () => {
  const made = (name: string, ...args: string[]) => {
    const folder = join(cli.folder, name);
    return { folder, run: () => cli.run(['generate', ...args, '--out', folder]) };
  };

  it('writes splits that have nothing in common, and a card by which the same bytes come out again', async () => {
    const { folder, run } = made('zh', '--sequences', '100', '--language', 'zh', '--anomalies', '0.4');
    const { code, stdout } = await run();
    expect([code, stdout]).toEqual([0, expect.stringContaining('Leaks between the splits: 0\n')]);
    const card = cardIn(folder);
    expect(card.files.map(({ name, split, sequences }) => [name, split, sequences])).toEqual([
      ['train.jsonl', 'train', 80],
      ['validation.jsonl', 'validation', 10],
      ['test.jsonl', 'test', 10],
    ]);
    for (const { name, sha256, bytes } of card.files) {
      const content = readFileSync(join(folder, name));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
    const again = made('again', ...card.command.slice(2));
    // Whoever runs it, and in whatever language.
    await cli.run([...card.command.slice(1), '--out', again.folder], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(filesIn(again.folder)).toEqual(filesIn(folder));
  });

  it('overwrites only what it is told to', async () => {
    const { folder, run } = made('twice', '--sequences', '20', '--seed', '1');
    await run();
    const before = filesIn(folder);
    const other = ['generate', '--sequences', '20', '--seed', '2', '--out', folder];
    const refused = await cli.run(other);
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--force')]);
    expect(filesIn(folder)).toEqual(before);
    expect((await cli.run([...other, '--force'])).code).toBe(0);
    expect([...filesIn(folder).keys()]).toEqual([...before.keys()]);
    expect(cardIn(folder).seed).toBe(2);
    expect(readdirSync(cli.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('writes the whole log with labels that evaluate reads', async () => {
    const { folder, run } = made('log', '--sequences', '60', '--format', 'log');
    expect((await run()).stdout).not.toMatch(/train|validation|Leaks/);
    expect(readFileSync(join(folder, 'data-card.md'), 'utf8')).not.toMatch(/train|validation/);
    const [log, labels] = ['services.log', 'labels.jsonl'].map((name) => join(folder, name));
    const { code, stdout } = await cli.run([
      'evaluate',
      log,
      '--labels',
      labels,
      '--format',
      'json',
      '--no-store',
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty('schema');
    expect(cardIn(folder).files.map(({ split }) => split)).toEqual([null, null]);
  });

  it('of the study has its sizes, and 0 leaks', async () => {
    const { folder, run } = made('study', '--preset', 'study');
    expect((await run()).stdout).toContain('Leaks between the splits: 0\n');
    const counts = ['sequences', 'classification', 'instructions'].map((part) =>
      cardIn(join(folder, part)).files.map(({ sequences }) => sequences),
    );
    expect(counts).toEqual([
      [6_400, 800, 800],
      [3_600, 450, 450],
      [1_600, 200, 200],
    ]);
    const classes = cardIn(join(folder, 'classification')).labels.map(({ counts: own }) => own);
    expect(classes).toEqual(Array(6).fill({ train: 600, validation: 75, test: 75 }));
    const lines = readFileSync(join(folder, 'sequences/test.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(800);
  });

  it.each([
    [['--sequences', '10'], '--out FOLDER'],
    [['--sequences', '10', '--lines', '3000'], '--lines'],
    [['--format', 'alpaca'], '--sequences N'],
    [['--preset', 'study', '--anomalies', '0.1', '--out', 'x'], '--anomalies'],
  ])('%j is a mistake', async (args, named) => {
    const { code, stderr } = await cli.run(['generate', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(named)]);
    expect(existsSync('x')).toBe(false);
  });
});
