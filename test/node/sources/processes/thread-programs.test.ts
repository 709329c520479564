import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SourcesClient } from '../../../../src/node/sources/sources-client';
import type { Transport } from '../../../../src/node/sources/transport';
import { temporaryFolder } from '../../temporary-folder';
import { builtThread } from '../../worker/built-worker';
import { isRunning } from '../programs/is-running';

const folder = temporaryFolder();
const noTransport: Transport = {
  request: () => Promise.reject(new Error('no HTTP here')),
  openSocket: () => Promise.reject(new Error('no HTTP here')),
};

/** Says nothing after its first line, so that no write tells it that nobody listens. */
const quiet = 'console.log(process.pid); setInterval(() => {}, 1000)';
const source = { kind: 'command', name: 'quiet', command: [process.execPath, '-e', quiet] } as const;

test.skipIf(!existsSync('/proc/self/status'))('a program ends with the thread that runs it', async () => {
  const workerPath = await builtThread(folder, 'sources/sources-worker.ts');
  const client = new SourcesClient({ workerPath, transport: noTransport, onProgress: () => undefined });
  const spool = join(folder, 'spool');
  writeFileSync(spool, '');
  const tail = client.tail({ id: 1, source, query: { kind: 'command' }, spool, after: null });
  const ended = expect(tail).rejects.toThrow('no longer asked for');
  await expect.poll(() => readFileSync(spool, 'utf8')).toMatch(/^\d+\n$/);
  const pid = Number(readFileSync(spool, 'utf8'));
  expect(isRunning(pid)).toBe(true);
  client.dispose();
  await ended;
  await expect.poll(() => isRunning(pid)).toBe(false);
});
