import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
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
    const { code, stderr } = await cli.run(['generate', '--push', url, '--tenant', 'a']);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`oddline analyze --loki ${url}`)]);
    const entries = pushed.flatMap(({ values }) => values);
    const lines = entries.flatMap(([, text]) => text.split('\n'));
    expect(lines).toHaveLength(generateShopLog({ seed: 1 }).text.trimEnd().split('\n').length);
    const newest = Math.max(...entries.map(([time]) => Number(BigInt(time) / 1_000_000n)));
    expect(Math.abs(Date.now() - newest)).toBeLessThan(60_000);
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
