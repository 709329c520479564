import { afterEach, describe, expect, test, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { LogSources } from '../../../src/extension/shared/log-sources';
import { mergeUri, type RemoteLog, remoteUri } from '../../../src/extension/shared/log-uri';
import { RemoteLogs } from '../../../src/extension/shared/remote-logs';
import { InputError } from '../../../src/protocol/input-error';
import type { LogSource } from '../../../src/protocol/log-source';
import type { FetchProgress, FetchRequest, FetchSummary, TailRequest } from '../../../src/protocol/sources';

vi.mock('vscode', () => import('../vscode-stand-in'));

/** A request that the source was asked, and how it goes on. */
interface Asked {
  readonly request: FetchRequest;
  readonly signal: AbortSignal;
  readonly isTail: boolean;
  tell(change: Partial<FetchProgress>): void;
  end(summary?: FetchSummary): void;
  fail(error: unknown): void;
}

const summary: FetchSummary = { entries: 3, bytes: 90, complete: true, notes: [], last: null };
const source = { kind: 'loki', name: 'harbour' } as LogSource;
const command: LogSource = { kind: 'command', name: 'buoys', command: ['buoys', '--follow'] };
const silent: FetchProgress = {
  id: 0,
  phase: 'fetching',
  entries: 0,
  bytes: 0,
  reached: null,
  share: null,
  notes: [],
};

/** Remote logs whose source says what a test makes it say. */
class Harbour {
  readonly asked: Asked[] = [];
  readonly spools: { readonly path: string; isThere: boolean }[] = [];
  readonly changes: string[] = [];
  agrees = true;
  private told: (progress: FetchProgress) => void = () => undefined;
  readonly logs = new RemoteLogs({
    sources: { get: (name: string) => (name === source.name ? source : undefined) } as LogSources,
    mayUse: async () => this.agrees,
    openSpool: async () => this.openSpool(),
    reader: (onProgress) => {
      this.told = onProgress;
      return {
        fetch: (request, signal) => this.ask(request, signal, false) as Promise<FetchSummary>,
        tail: (request, signal) => this.ask(request, signal, true) as Promise<never>,
      };
    },
  });

  constructor() {
    this.logs.onDidChange((uri) => this.changes.push(uri.path));
  }

  /** The n-th request, once it came. */
  async request(place: number): Promise<Asked> {
    await expect.poll(() => this.asked.length).toBeGreaterThan(place);
    return this.asked[place];
  }

  /** Opened by a person who agreed. */
  open(uri: vscode.Uri, from: LogSource = source): Promise<string> {
    this.logs.want(uri, from);
    return this.logs.pathOf(uri);
  }

  private openSpool() {
    const spool = { path: `/spool/${this.spools.length}`, isThere: true };
    this.spools.push(spool);
    const close = async () => {
      spool.isThere = false;
    };
    return { path: spool.path, close };
  }

  private ask(request: FetchRequest | TailRequest, signal: AbortSignal, isTail: boolean): Promise<unknown> {
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      const tell = (change: Partial<FetchProgress>) => this.told({ ...silent, ...change, id: request.id });
      const end = (found = summary) => resolve(found);
      this.asked.push({ request, signal, isTail, tell, end, fail: reject });
    });
  }
}

function uriOf(name: string, change: Partial<RemoteLog> = {}): vscode.Uri {
  const query = { kind: 'loki', logql: '{pier="3"}' } as RemoteLog['query'];
  return remoteUri(name, { source: source.name, query, live: false, parts: null, time: 1, ...change });
}

const refusal = new InputError({
  code: 'no-answer',
  sentence: { pattern: 'The harbour is closed.', values: [] },
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a remote log that was asked for', () => {
  test('is there as soon as something is in its file', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    let path: string | undefined;
    const opening = harbour.open(uri).then((opened) => {
      path = opened;
    });
    const fetched = await harbour.request(0);
    fetched.tell({ phase: 'waiting' });
    await Promise.resolve();
    expect(path).toBeUndefined();
    expect(harbour.logs.stateOf(uri)).toMatchObject({ phase: 'waiting', isGrowing: true });
    fetched.tell({ bytes: 40, entries: 2 });
    await opening;
    expect(path).toBe('/spool/0');
    expect(fetched.request).toMatchObject({ source, spool: '/spool/0' });
    expect(harbour.changes).toEqual(['/pier', '/pier']);
  });

  test('is fetched once, however many ask for it', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const paths = [harbour.open(uri), harbour.logs.pathOf(uri)];
    (await harbour.request(0)).tell({ bytes: 40 });
    expect(await Promise.all(paths)).toEqual(['/spool/0', '/spool/0']);
    expect([harbour.asked.length, harbour.spools.length]).toEqual([1, 1]);
  });

  test('grows no more once all was fetched', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const opening = harbour.open(uri);
    const fetched = await harbour.request(0);
    fetched.tell({ bytes: 40 });
    await opening;
    fetched.end();
    await expect.poll(() => harbour.logs.stateOf(uri)?.isGrowing).toBe(false);
    expect(harbour.logs.stateOf(uri)).toMatchObject({ phase: 'done', share: 1, hasFailed: false, notes: [] });
  });

  test('asks for the parts that were chosen of a survey', async () => {
    const harbour = new Harbour();
    const parts = [{ from: '1', to: '2', limit: 10 }] as unknown as RemoteLog['parts'];
    void harbour.open(uriOf('pier', { parts }));
    expect((await harbour.request(0)).request.parts).toEqual(parts);
  });
});

describe('a remote log that is followed', () => {
  test('is first fetched, then grows behind what was fetched', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier', { live: true });
    const opening = harbour.open(uri);
    (await harbour.request(0)).end();
    const followed = await harbour.request(1);
    await opening;
    expect(followed.isTail).toBe(true);
    expect(followed.request).toMatchObject({ spool: '/spool/0', after: summary });
    followed.tell({ phase: 'live', bytes: 140 });
    expect(harbour.logs.stateOf(uri)).toMatchObject({ phase: 'live', bytes: 140, isGrowing: true });
  });

  test('of a command is not fetched before: what it writes comes once', async () => {
    const harbour = new Harbour();
    const query = { kind: 'command' } as RemoteLog['query'];
    void harbour.open(uriOf('buoys', { source: 'buoys', query, live: true }), command);
    const followed = await harbour.request(0);
    expect(followed).toMatchObject({ isTail: true, request: { after: null } });
  });

  test('and says nothing is shown empty', async () => {
    vi.useFakeTimers();
    const harbour = new Harbour();
    const query = { kind: 'command' } as RemoteLog['query'];
    const opening = harbour.open(uriOf('buoys', { source: 'buoys', query, live: true }), command);
    (await harbour.request(0)).tell({ phase: 'live' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await opening).toBe('/spool/0');
  });
});

describe('a remote log that cannot be had', () => {
  test('rejects with the reason, is forgotten, and can be asked for again', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const opening = harbour.open(uri);
    const rejected = expect(opening).rejects.toBe(refusal);
    (await harbour.request(0)).fail(refusal);
    await rejected;
    await expect.poll(() => harbour.spools[0].isThere).toBe(false);
    expect(harbour.logs.stateOf(uri)).toBeUndefined();
    const again = harbour.logs.pathOf(uri);
    (await harbour.request(1)).tell({ bytes: 1 });
    expect(await again).toBe('/spool/1');
  });

  test.each([
    ['a reason for people', refusal, 'The harbour is closed.'],
    [
      'an error of ours',
      new Error('out of rope'),
      'Fetching ended early ({0}): what is shown is a part. Open it again.',
    ],
  ])('after a part of it came stays as that part, with %s', async (_, error, pattern) => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const opening = harbour.open(uri);
    const fetched = await harbour.request(0);
    const told = { pattern: 'Two entries were too long.', values: [] };
    fetched.tell({ bytes: 40, notes: [told] });
    await opening;
    fetched.fail(error);
    await expect.poll(() => harbour.logs.stateOf(uri)?.isGrowing).toBe(false);
    const state = harbour.logs.stateOf(uri);
    expect(state?.hasFailed).toBe(false);
    expect(state?.notes.map((note) => note.pattern)).toEqual([told.pattern, pattern]);
    expect(await harbour.logs.pathOf(uri)).toBe('/spool/0');
    expect(harbour.spools[0].isThere).toBe(true);
  });
});

describe('a remote log that is open', () => {
  async function opened(harbour: Harbour, uri: vscode.Uri): Promise<Asked> {
    const place = harbour.asked.length;
    const opening = harbour.open(uri);
    const fetched = await harbour.request(place);
    fetched.tell({ bytes: 40, entries: 4 });
    await opening;
    return fetched;
  }

  test('stays as it is where fetching is stopped, and says that it is a part', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const fetched = await opened(harbour, uri);
    harbour.logs.stop(uri);
    expect(fetched.signal.aborted).toBe(true);
    await expect.poll(() => harbour.logs.stateOf(uri)?.isGrowing).toBe(false);
    expect(harbour.logs.stateOf(uri)?.notes[0].pattern).toMatch(/^Fetching was stopped/);
    expect(harbour.spools[0].isThere).toBe(true);
  });

  test('goes with its file, and asks no more, once it is forgotten', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const fetched = await opened(harbour, uri);
    harbour.logs.forget(uri);
    expect(fetched.signal.aborted).toBe(true);
    expect(harbour.logs.stateOf(uri)).toBeUndefined();
    await expect.poll(() => harbour.spools[0].isThere).toBe(false);
  });

  test('is fetched anew into another file on request', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    const fetched = await opened(harbour, uri);
    harbour.logs.renew(uri);
    expect(fetched.signal.aborted).toBe(true);
    const again = harbour.logs.pathOf(uri);
    (await harbour.request(1)).tell({ bytes: 1 });
    expect(await again).toBe('/spool/1');
    await expect.poll(() => harbour.spools[0].isThere).toBe(false);
  });

  test('goes with all others when the window closes', async () => {
    const harbour = new Harbour();
    await opened(harbour, uriOf('pier'));
    await opened(harbour, uriOf('quay'));
    expect(harbour.logs.all().map(({ state }) => state.bytes)).toEqual([40, 40]);
    harbour.logs.dispose();
    expect(harbour.logs.all()).toEqual([]);
    await expect.poll(() => harbour.spools.map(({ isThere }) => isThere)).toEqual([false, false]);
  });

  test('of a merge is one of several: they are one state, and go together', async () => {
    const harbour = new Harbour();
    const [pier, quay] = [uriOf('pier'), uriOf('quay')];
    const merge = mergeUri('both', [pier, quay]);
    expect(harbour.logs.stateOf(merge)).toBeUndefined();
    const first = await opened(harbour, pier);
    await opened(harbour, quay);
    first.end();
    await expect.poll(() => harbour.logs.stateOf(pier)?.isGrowing).toBe(false);
    expect(harbour.logs.stateOf(merge)).toMatchObject({
      phase: 'fetching',
      entries: 8,
      bytes: 80,
      isGrowing: true,
      hasFailed: false,
    });
    harbour.logs.forget(merge);
    expect(harbour.logs.all()).toEqual([]);
  });
});

describe('a remote log of an earlier session', () => {
  test('asks no server of its own accord', async () => {
    const harbour = new Harbour();
    await expect(harbour.logs.pathOf(uriOf('pier'))).rejects.toHaveProperty('code', 'not-fetched');
    expect(harbour.asked).toEqual([]);
  });

  test('is fetched again once the person says so', async () => {
    const harbour = new Harbour();
    const uri = uriOf('pier');
    harbour.logs.renew(uri);
    const again = harbour.logs.pathOf(uri);
    const fetched = await harbour.request(0);
    expect(fetched.request.source).toEqual(source);
    fetched.tell({ bytes: 1 });
    expect(await again).toBe('/spool/0');
  });

  test.each([
    ['the person does not agree', uriOf('pier'), false, 'not-fetched'],
    ['no source of its name is left', uriOf('pier', { source: 'gone' }), true, 'no-source'],
    [
      'the source of its name is of another kind',
      uriOf('pier', { query: { kind: 'command' } as RemoteLog['query'] }),
      true,
      'no-source',
    ],
  ])('is not where %s', async (_, uri, agrees, code) => {
    const harbour = new Harbour();
    harbour.agrees = agrees;
    harbour.logs.renew(uri);
    await expect(harbour.logs.pathOf(uri)).rejects.toHaveProperty('code', code);
    expect([harbour.asked, harbour.spools]).toEqual([[], []]);
  });
});
