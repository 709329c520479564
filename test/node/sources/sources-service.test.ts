import { readFile, stat, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { openRemoteSpool, type RemoteSpool } from '../../../src/node/sources/remote-spool';
import type { Asking, SourceBatch } from '../../../src/node/sources/source-reader';
import type { AnyReader, SourceReaders } from '../../../src/node/sources/source-readers';
import { SourcesService } from '../../../src/node/sources/sources-service';
import { InputError } from '../../../src/protocol/input-error';
import type { LokiQuery, LokiSource } from '../../../src/protocol/log-source';
import type { FetchProgress, FetchRequest, LastEntries } from '../../../src/protocol/sources';

const source: LokiSource = {
  kind: 'loki',
  name: 'shop',
  url: 'http://127.0.0.1:9',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
};
const query: LokiQuery = { kind: 'loki', logql: '{app="x"}', span: { from: '1', until: '9' }, limit: null };
const sentence = { pattern: 'The server is out of {0}.', values: ['paper'] };
const outOfPaper = new InputError({ code: 'paper', sentence });

const batch = (...texts: string[]): SourceBatch => ({
  kind: 'entries',
  entries: texts.map((text, i) => ({ time: `${i + 1}`, labels: [], own: null, text })),
});
const head = (nanoseconds: number) => `1970-01-01T00:00:00.${String(nanoseconds).padStart(9, '0')}Z {}`;

type Batches = (asking: Asking, query: LokiQuery, after: LastEntries | null) => AsyncIterable<SourceBatch>;

const spools: RemoteSpool[] = [];
afterEach(async () => {
  for (const spool of spools.splice(0)) await spool.close();
});

/** A service whose only reader hands over what the test says. */
async function serviceOver(batches: Batches, free = async () => 1e12) {
  const spool = await openRemoteSpool();
  spools.push(spool);
  const told: FetchProgress[] = [];
  const reader: Partial<AnyReader> = {
    fetch: (_, asked, asking) => batches(asking, asked as LokiQuery, null),
    tail: (_, asked, after, asking) => batches(asking, asked as LokiQuery, after),
  };
  const readers = { loki: async () => reader } as unknown as SourceReaders;
  const service = new SourcesService({
    transport: {
      request: () => Promise.reject(new Error('no transport')),
      openSocket: () => Promise.reject(new Error('no transport')),
    },
    readers,
    onProgress: (snapshot) => told.push(snapshot),
    free,
  });
  const request: FetchRequest = { id: 7, source, query, spool: spool.path };
  return { service, request, told, text: () => readFile(spool.path, 'utf8') };
}

const never = new AbortController().signal;

describe('fetch', () => {
  it('writes all that comes, and says how much', async () => {
    const last: LastEntries = { time: '2', keys: ['k'] };
    const { service, request, told, text } = await serviceOver(async function* (asking) {
      yield batch('a', 'b');
      asking.note(sentence);
      asking.note(sentence);
      asking.reached(last);
      yield { kind: 'bytes', bytes: Buffer.from('c\nd\n') };
    });
    const summary = await service.fetch(request, never);
    expect(await text()).toBe(`${head(1)} a\n${head(2)} b\nc\nd\n`);
    expect(summary).toEqual({
      entries: 4,
      bytes: Buffer.byteLength(await text()),
      complete: true,
      notes: [sentence],
      last,
    });
    expect(told.at(-1)).toMatchObject({
      id: 7,
      phase: 'done',
      entries: 4,
      bytes: summary.bytes,
      reached: '2',
    });
  });

  it('tells ten times a second and no more', async () => {
    const { service, request, told } = await serviceOver(async function* () {
      for (let i = 0; i < 2000; i++) yield batch(`entry ${i}`);
    });
    const began = performance.now();
    await service.fetch(request, never);
    expect(told.length).toBeLessThanOrEqual(3 + (performance.now() - began) / 100);
  });

  it('what failed after something had come is a part, and says why', async () => {
    const { service, request, text } = await serviceOver(async function* () {
      yield batch('a');
      throw outOfPaper;
    });
    expect(await service.fetch(request, never)).toMatchObject({
      entries: 1,
      complete: false,
      notes: [sentence],
    });
    expect(await text()).toBe(`${head(1)} a\n`);
  });

  it.each<[string, Error]>([
    ['what failed at once', outOfPaper],
    ['a fault of ours', new TypeError('undefined is not a function')],
  ])('%s rejects', async (_, error) => {
    const { service, request } = await serviceOver(async function* () {
      yield* [];
      throw error;
    });
    await expect(service.fetch(request, never)).rejects.toBe(error);
  });

  it('cancelling ends it at once, though the reader does not hear of it; what came stays', async () => {
    const abort = new AbortController();
    const { service, request, text, told } = await serviceOver(async function* () {
      yield batch('a');
      setTimeout(() => abort.abort(new Error('enough')), 20);
      await new Promise(() => undefined);
    });
    await expect(service.fetch(request, abort.signal)).rejects.toThrow('enough');
    expect(await text()).toBe(`${head(1)} a\n`);
    expect(told.at(-1)).toMatchObject({ phase: 'done', entries: 1 });
  });

  it('parts of a plan are asked for one by one, in the order of time', async () => {
    const asked: unknown[] = [];
    const { service, request } = await serviceOver(async function* (_, { span, limit }) {
      asked.push([span, limit]);
      yield batch('a');
    });
    const part = (from: string, limit: number | null) => ({
      span: { from, until: `${from}0` },
      limit,
      entries: 1,
      why: 'strange' as never,
    });
    const summary = await service.fetch({ ...request, parts: [part('300', null), part('20', 5)] }, never);
    expect(asked).toEqual([
      [{ from: '20', until: '200' }, 5],
      [{ from: '300', until: '3000' }, null],
    ]);
    expect(summary).toMatchObject({ entries: 2, complete: false });
    expect(summary.notes).toHaveLength(1);
  });

  it('a full disk is said with its cure, and what was written stays whole', async () => {
    const line = 'x'.repeat(1_000_000);
    let rooms = 0;
    const { service, request, text } = await serviceOver(
      async function* () {
        for (let i = 0; i < 40; i++) yield batch(line);
      },
      async () => (rooms++ === 0 ? 1e12 : 0),
    );
    const summary = await service.fetch(request, never);
    expect(summary.complete).toBe(false);
    expect(summary.notes[0].pattern).toMatch(/took no more/);
    expect((await text()).endsWith(`${line}\n`)).toBe(true);
    expect(Buffer.byteLength(await text())).toBe(summary.bytes);
  });

  it('takes a reader that says times which are none for what it is', async () => {
    const { service, request } = await serviceOver(async function* () {
      yield { kind: 'entries', entries: [{ time: 'soon', labels: [], own: null, text: 'x' }] };
    });
    await expect(service.fetch(request, never)).rejects.toThrow(InputError);
  });
});

describe('tail', () => {
  it('goes on behind the fetch, and everything is there as soon as it came', async () => {
    const abort = new AbortController();
    const after = { entries: 3, bytes: 6, complete: true, notes: [sentence], last: { time: '5', keys: [] } };
    const { service, request, text, told } = await serviceOver(async function* (_, __, last) {
      expect(last).toBe(after.last);
      yield batch('live');
      expect(await text()).toBe(`a\nb\nc\n${head(1)} live\n`);
      abort.abort(new Error('closed'));
      await new Promise(() => undefined);
    });
    await writeFile(request.spool, 'a\nb\nc\n');
    await expect(service.tail({ ...request, after }, abort.signal)).rejects.toThrow('closed');
    expect(told.at(-1)).toMatchObject({ entries: 4, notes: [sentence], phase: 'done' });
  });

  it('a source that ends says so', async () => {
    const { service, request } = await serviceOver(async function* () {
      yield batch('last words');
    });
    await expect(service.tail({ ...request, after: null }, never)).rejects.toThrow(InputError);
  });
});

describe('a spool', () => {
  it('is private, and gone when it is closed', async () => {
    const spool = await openRemoteSpool();
    if (process.platform !== 'win32') expect((await stat(spool.path)).mode & 0o777).toBe(0o600);
    await spool.close();
    await expect(stat(spool.path)).rejects.toThrow('ENOENT');
  });
});
