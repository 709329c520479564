import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listening, type Running } from '../node/sources/servers/listening';
import { startProxy } from '../node/sources/servers/recording-proxy';
import { builtCli } from './built-cli';

const cli = builtCli();
const running: Running[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.close();
});

const second = 1_000_000_000n;
const nowNs = BigInt(Date.now()) * 1_000_000n;
/** One a second, the last of them a second ago. */
const entries = Array.from({ length: 300 }, (_, i): [string, string] => [
  String(nowNs - BigInt(300 - i) * second),
  i === 250 ? 'level=error msg="disk is full"' : `level=info msg="item ${i} added"`,
]);

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** As much of Loki as its documentation says of the requests we make: entries of one stream, by time, and what the index counts. */
async function fakeLoki({ entriesTold = entries.length } = {}) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://x');
    asked.push({ path: url.pathname, headers: request.headers });
    const answer = answers[url.pathname]?.(url.searchParams);
    response.writeHead(answer ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(answer ?? 'not found'));
  });
  const answers: Readonly<Record<string, (asking: URLSearchParams) => unknown>> = {
    '/loki/api/v1/query_range': (asking) => ({
      status: 'success',
      data: {
        resultType: 'streams',
        result: [{ stream: { app: 'shop' }, values: within(asking) }],
        stats: {},
      },
    }),
    '/loki/api/v1/index/stats': () => ({
      streams: 1,
      chunks: 1,
      bytes: entriesTold * 40,
      entries: entriesTold,
    }),
  };
  const started = await listening(server);
  running.push(started);
  return { url: `http://127.0.0.1:${started.port}`, asked };
}

function within(asking: URLSearchParams): [string, string][] {
  const [start, end] = [BigInt(asking.get('start') ?? 0), BigInt(asking.get('end') ?? 0)];
  const found = entries.filter(([time]) => BigInt(time) >= start && BigInt(time) < end);
  if (asking.get('direction') !== 'forward') found.reverse();
  return found.slice(0, Number(asking.get('limit') ?? 100));
}

const selector = '{app="shop"}';

describe('a Loki where a file could stand', () => {
  it('is analysed like a file', async () => {
    const { url } = await fakeLoki();
    const { code, stdout } = await cli.run([
      'analyze',
      '--loki',
      url,
      '--query',
      selector,
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const { sources, findings } = JSON.parse(stdout);
    expect(sources).toMatchObject([{ path: `Loki ${selector}`, lines: 300 }]);
    expect(findings.map(({ line }: { line: number }) => line)).toContain(251);
  });

  it('counts for --fail-on', async () => {
    const { url } = await fakeLoki();
    const asked = ['analyze', '--loki', url, '--query', selector, '--fail-on', 'high'];
    expect((await cli.run(asked)).code).toBe(1);
  });

  it.each([
    ['templates', [], '2 templates'],
    ['evidence', [], 'disk is full'],
    ['inspect', [], '300 lines, 300 records'],
    ['learn', ['--output', join(cli.folder, 'fetched.oddline')], 'Learned 1 log'],
  ])('%s reads it too', async (command, more, text) => {
    const { url } = await fakeLoki();
    const { code, stdout } = await cli.run([command, '--loki', url, '--query', selector, ...more]);
    expect([code, stdout]).toEqual([0, expect.stringContaining(text)]);
  });

  it('is held against a good file', async () => {
    const { url } = await fakeLoki();
    const good = cli.file(
      'good.log',
      entries.map(([, text]) => text.replace(/error.*/, 'info msg=x')).join('\n'),
    );
    const { code, stdout } = await cli.run(['compare', good, '--loki', url, '--query', selector]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('disk is full')]);
  });

  it('--since and --until say the time range, --limit how many of it', async () => {
    const { url } = await fakeLoki();
    const lines = async (...more: string[]) => {
      const { stdout } = await cli.run(['fetch', '--loki', url, '--query', selector, ...more]);
      return stdout.trimEnd().split('\n');
    };
    expect(await lines('--limit', '3')).toEqual(
      entries.slice(-3).map(([time, text]) => `${stamp(time)} {app="shop"} ${text}`),
    );
    const minute = await lines('--since', stamp(entries[60][0]), '--until', stamp(entries[120][0]));
    expect(minute).toHaveLength(60);
    expect(minute[0]).toContain('item 60 added');
  });

  it('is saved as a file, whole, which is read like any other', async () => {
    const { url } = await fakeLoki();
    const output = cli.file('saved.log', '');
    const saved = await cli.run(['fetch', '--loki', url, '--query', selector, '--output', output]);
    expect(saved).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(output, 'utf8').trimEnd().split('\n')).toHaveLength(300);
    const { stdout } = await cli.run(['analyze', output, '--format', 'json']);
    expect(JSON.parse(stdout).sources).toMatchObject([{ format: 'labelled-entry › logfmt', lines: 300 }]);
  });

  it('what is missing of it is said, to programs too', async () => {
    const program = 'console.log("2026-03-14T09:26:10Z INFO ready"); process.exitCode = 3';
    const command = ['--command', '--', process.execPath, '-e', program];
    const { stdout, stderr } = await cli.run(['analyze', '--format', 'json', ...command]);
    const [{ notes }] = JSON.parse(stdout).sources;
    expect(notes).toHaveLength(1);
    expect(stderr).toMatch(/3/);
  });

  it('leaves nothing behind', async () => {
    const temporary = join(cli.folder, 'temporary');
    mkdirSync(temporary);
    const { url } = await fakeLoki();
    const { code } = await cli.run(['analyze', '--loki', url, '--query', selector], {
      env: { TMPDIR: temporary },
    });
    expect([code, readdirSync(temporary)]).toEqual([0, []]);
  });
});

describe('before much is fetched', () => {
  it('how much it is is said, and nothing fetched', async () => {
    const { url, asked } = await fakeLoki({ entriesTold: 12_000_000 });
    const { code, stdout, stderr } = await cli.run(['analyze', '--loki', url, '--query', selector]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/about 12,000,000 entries, 458 MB\. Name --limit N .* or --yes/);
    expect(asked.filter(({ path }) => path.endsWith('/query_range')).length).toBeLessThanOrEqual(1);
  });

  it.each([['--yes'], ['--limit=500']])('unless %s says so', async (option) => {
    const { url } = await fakeLoki({ entriesTold: 12_000_000 });
    const { code } = await cli.run(['templates', '--loki', url, '--query', selector, option]);
    expect(code).toBe(0);
  });
});

describe('who asks', () => {
  const secrets = {
    ODDLINE_LOKI_USER: 'reader',
    ODDLINE_LOKI_PASSWORD: 'pass:word',
    ODDLINE_LOKI_TOKEN: '',
  };

  it('is said from the environment, with the tenant', async () => {
    const { url, asked } = await fakeLoki();
    await cli.run(['templates', '--loki', url, '--query', selector, '--tenant', 'a'], { env: secrets });
    const expected = {
      authorization: `Basic ${Buffer.from('reader:pass:word').toString('base64')}`,
      'x-scope-orgid': 'a',
    };
    expect(asked.length).toBeGreaterThan(0);
    for (const { headers } of asked) expect(headers).toMatchObject(expected);
  });

  it('never stands in an address', async () => {
    const { code, stderr } = await cli.run(['analyze', '--loki', 'http://a:b@127.0.0.1:1', '--query', 'x']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('holds no user and password')]);
  });
});

describe('a proxy of the environment', () => {
  it('sees every request', async () => {
    const { url, asked } = await fakeLoki();
    const proxy = await startProxy();
    running.push(proxy);
    const env = { HTTP_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: '', no_proxy: '' };
    await cli.run(['templates', '--loki', url, '--query', selector], { env });
    expect(asked.length).toBeGreaterThan(0);
    expect(proxy.seen.map((line) => new URL(line.split(' ')[1]).pathname)).toEqual(
      asked.map(({ path }) => path),
    );
  });

  it('sees none of those NO_PROXY names', async () => {
    const { url, asked } = await fakeLoki();
    const proxy = await startProxy();
    running.push(proxy);
    const env = {
      HTTP_PROXY: `http://127.0.0.1:${proxy.port}`,
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
    };
    await cli.run(['templates', '--loki', url, '--query', selector], { env });
    expect([asked.length > 0, proxy.seen]).toEqual([true, []]);
  });
});

describe('a command where a file could stand', () => {
  const program = (text: string) => ['--command', '--', process.execPath, '-e', text];

  it('is read as what it writes', async () => {
    const log =
      'for (let i = 10; i < 60; i++) console.log("2026-03-14T09:26:" + i + " INFO item " + i + " added")';
    const { code, stdout } = await cli.run(['templates', ...program(log)]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('item <number> added')]);
  });

  it('no shell sees it', async () => {
    const target = cli.file('untouched', '');
    const { stdout } = await cli.run([
      'fetch',
      '--command',
      '--',
      'echo',
      `$(rm ${target})`,
      '&&',
      `rm ${target}`,
    ]);
    expect(stdout).toBe(`$(rm ${target}) && rm ${target}\n`);
    expect(existsSync(target)).toBe(true);
  });

  it('one that writes nothing is said', async () => {
    const { code, stderr } = await cli.run(['analyze', ...program('')]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('nothing was written')]);
  });
});

describe('a command line that makes no sense ends in its cure', () => {
  it.each<[string, string[], RegExp]>([
    [
      'two remote logs',
      ['analyze', '--loki', 'http://x', '--journal'],
      /one remote log.*--loki or --journal/,
    ],
    ['a query for nobody', ['analyze', 'a.log', '--query', 'x'], /--query goes with --loki, --elastic/],
    [
      'a unit of Loki',
      ['analyze', '--loki', 'http://x', '--query', 'q', '--unit', 'u'],
      /--unit goes with --journal/,
    ],
    ['no query', ['analyze', '--loki', 'http://x'], /Write --query/],
    ['no address', ['analyze', '--loki', 'x', '--query', 'q'], /no address of a server/],
    ['no program', ['analyze', '--command'], /Write --command -- kubectl/],
    [
      'times the wrong way round',
      ['analyze', '--loki', 'http://x', '--query', 'q', '--since', '1h', '--until', '2h'],
      /--since lies behind --until/,
    ],
    [
      'a limit of nothing',
      ['fetch', '--loki', 'http://x', '--query', 'q', '--limit', '0'],
      /whole number from 1/,
    ],
    ['templates of two logs', ['templates', 'a.log', '--journal'], /takes one log/],
    ['what is shown of a log that is no file', ['inspect', '--journal', '--time-at', '1:1-5'], /Name a file/],
    ['a time range of a file', ['learn', 'a.log', '--output', 'b', '--since', '1h'], /goes with --loki/],
    [
      'a time range of what a program writes, all of which is saved',
      ['fetch', '--since', '1h', '--command', '--', 'echo', 'hi'],
      /goes with --loki/,
    ],
    ['a fetch of a file', ['fetch', 'a.log'], /takes a log that is no file/],
    ['nobody there', ['fetch', '--loki', 'http://127.0.0.1:1', '--query', selector], /Nothing answers at/],
  ])('%s', async (_, args, stderr) => {
    const outcome = await cli.run(args);
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(stderr) });
  });
});

function stamp(time: string): string {
  const whole = new Date(Number(BigInt(time) / second) * 1000).toISOString().slice(0, 19);
  return `${whole}.${time.slice(-9)}Z`;
}
