import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRemoteSpool } from '../../../src/node/sources/remote-spool';
import { SourcesClient } from '../../../src/node/sources/sources-client';
import { type Transport, TransportError } from '../../../src/node/sources/transport';
import { InputError } from '../../../src/protocol/input-error';
import type { CommandSource, LokiQuery, LokiSource } from '../../../src/protocol/log-source';
import type { FetchProgress } from '../../../src/protocol/sources';
import { builtThread } from '../worker/built-worker';

const folder = mkdtempSync(join(tmpdir(), 'oddline-sources-test-'));
let workerPath = '';
beforeAll(async () => {
  workerPath = await builtThread(folder, 'sources/sources-worker.ts');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loki: LokiSource = {
  kind: 'loki',
  name: 'shop',
  url: 'http://loki.invalid',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
};
const query: LokiQuery = { kind: 'loki', logql: '{app="x"}', span: { from: '1', until: '9' }, limit: 10 };
const says = (text: string): CommandSource => ({
  kind: 'command',
  name: 'says',
  command: [process.execPath, '-e', text],
});

/** A client whose host answers HTTP so. */
function clientOver(request: Transport['request']) {
  const told: FetchProgress[] = [];
  const transport: Transport = { request, openSocket: () => Promise.reject(new Error('no sockets')) };
  const client = new SourcesClient({ workerPath, transport, onProgress: (snapshot) => told.push(snapshot) });
  return { client, told };
}

const unreachable: Transport['request'] = () =>
  Promise.reject(new TransportError('certificate', 'self-signed'));

describe('the thread that reads remote logs', () => {
  it('fills a spool and tells how far it is', async () => {
    const { client, told } = clientOver(unreachable);
    const spool = await openRemoteSpool();
    const request = { id: 5, source: says('console.log("a\\nb")'), query: { kind: 'command' } as const };
    const summary = await client.fetch({ ...request, spool: spool.path });
    expect(readFileSync(spool.path, 'utf8')).toBe('a\nb\n');
    expect(summary).toMatchObject({ entries: 2, bytes: 4 });
    expect(told.at(-1)).toMatchObject({ id: 5, phase: 'done', entries: 2, bytes: 4 });
    await spool.close();
    client.dispose();
  });

  it('hands over metrics of a file, and of a Prometheus that the host asks', async () => {
    const matrix = { resultType: 'matrix', result: [{ metric: {}, values: [[60, '2']] }] };
    const body = new TextEncoder().encode(JSON.stringify({ status: 'success', data: matrix }));
    const { client } = clientOver(async () => ({ status: 200, headers: {}, body }));
    const path = join(folder, 'load.csv');
    writeFileSync(path, 'time,load\n1970-01-01T00:01:00Z,1\n');
    const window = { from: '0', until: '120000000000', points: 10 };
    const source = { ...loki, kind: 'prometheus' } as const;
    const answers = [
      await client.metrics({ origin: { kind: 'csv', path }, window }),
      await client.metrics({ origin: { kind: 'prometheus', source, query: 'up' }, window }),
    ];
    expect(answers.map(({ series: [{ name, seconds, values }] }) => [name, ...seconds, ...values])).toEqual([
      ['load', 60, 1],
      ['up', 60, 2],
    ]);
    client.dispose();
  });

  it('asks the host for HTTP, and makes a sentence of its failures', async () => {
    const { client } = clientOver(unreachable);
    const error = await client.check({ source: loki, query }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message).toMatch(
      /certificate of http:\/\/loki\.invalid is not trusted: self-signed/,
    );
    client.dispose();
  });

  it('cancelling reaches the exchange of the host', async () => {
    const abort = new AbortController();
    let ended: unknown;
    const { client } = clientOver((_, __, signal) => {
      setTimeout(() => abort.abort(new Error('enough')), 0);
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => {
          ended = signal.reason;
          reject(signal.reason);
        }),
      );
    });
    await expect(client.estimate({ source: loki, query }, abort.signal)).rejects.toThrow('enough');
    expect(ended).toBeDefined();
    client.dispose();
  });

  it('what waits when it ends rejects, and the next question starts another', async () => {
    const { client } = clientOver(() => new Promise(() => undefined));
    const waiting = client.check({ source: loki, query });
    client.dispose();
    await expect(waiting).rejects.toThrow('no longer asked for');
    expect(await client.check({ source: says(''), query: { kind: 'command' } })).toBeNull();
    client.dispose();
  });
});
