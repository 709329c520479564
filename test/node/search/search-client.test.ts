import { closeSync, openSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SearchPattern } from '../../../src/engine/filter/filter';
import { SearchClient } from '../../../src/node/search/search-client';
import { SearchThread } from '../../../src/node/search/search-thread';
import type { LinesDescriptor, ViewLine } from '../../../src/protocol/log-lines';
import { mostSilentMs, type SearchProgress } from '../../../src/protocol/search';
import { temporaryFolder } from '../temporary-folder';
import { builtThread } from '../worker/built-worker';
import { linesOf, naiveSearch } from './naive-search';

const folder = temporaryFolder();
const open: number[] = [];
let workerPath: string;
let client: SearchClient;

beforeAll(async () => {
  workerPath = await builtThread(folder, 'search/search-worker.ts');
  client = new SearchClient({ workerPath, threads: 2 });
});

afterAll(() => {
  client.dispose();
  for (const descriptor of open) closeSync(descriptor);
});

const pattern = (kind: 'text' | 'regex', text: string): SearchPattern => ({
  kind,
  text,
  caseSensitive: true,
  wholeWord: false,
});

const texts = new Map<string, string>();

/** The log as its thread of lines describes it; `text` may be longer than before. */
function log(names: readonly string[]): LinesDescriptor[] {
  let firstLine = 0;
  return names.map((name) => {
    const text = texts.get(name) ?? '';
    const lines = linesOf(text).length;
    const path = join(folder, name);
    writeFileSync(path, text, { flag: 'w' });
    const descriptor = descriptors.get(name) ?? openSync(path, 'r');
    if (!descriptors.has(name)) open.push(descriptor);
    descriptors.set(name, descriptor);
    const source = {
      descriptor,
      textStart: 0,
      bytes: statSync(path).size,
      firstLine: firstLine as ViewLine,
      lines,
    };
    firstLine += lines;
    return source;
  });
}

const descriptors = new Map<string, number>();
const ferries = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `ferry ${from + i} left pier ${(from + i) % 7}\r\n`).join('');

function linesIn(bits: ArrayBuffer, lines: number): number[] {
  const bytes = new Uint8Array(bits);
  return [...Array(lines).keys()].filter((line) => (bytes[line >>> 3] >>> (line & 7)) & 1);
}

describe('search', () => {
  it('counts and marks the lines of a log of several files, whichever thread searched them', async () => {
    texts.set('old.log', ferries(0, 50_000));
    texts.set('new.log', ferries(50_000, 120_000));
    const sources = log(['old.log', 'new.log']);
    const all = `${texts.get('old.log')}${texts.get('new.log')}`;
    for (const one of [pattern('text', 'pier 3'), pattern('regex', '\\b\\d*77 left')]) {
      const found = await client.search({ pattern: one, sources });
      const expected = naiveSearch(all, one);
      expect(found.matches).toBe(expected.matches);
      expect(linesIn(found.lines, 120_000)).toEqual(expected.lines);
    }
  });

  it('of a log that has grown finds what searching all of it finds', async () => {
    const one = pattern('text', 'pier 3');
    texts.set('grown.log', `${ferries(0, 40_000)}ferry half`);
    const former = await client.search({ pattern: one, sources: log(['grown.log']) });
    texts.set('grown.log', `${texts.get('grown.log')}way, pier 3\n${ferries(40_000, 41_003)}`);
    texts.set('next.log', ferries(0, 10));
    const sources = log(['grown.log', 'next.log']);
    const { matches, matchedLines, lines } = await client.search({ pattern: one, sources }, { former });
    const anew = await client.search({ pattern: one, sources });
    expect({ matches, matchedLines, lines }).toEqual({
      matches: anew.matches,
      matchedLines: anew.matchedLines,
      lines: anew.lines,
    });
    expect(anew.matches).toBe(naiveSearch(`${texts.get('grown.log')}${texts.get('next.log')}`, one).matches);
  });

  it('rejects with the reason of a cancellation', async () => {
    const abort = new AbortController();
    const searching = client.search(
      { pattern: pattern('text', 'pier'), sources: log(['old.log']) },
      { signal: abort.signal },
    );
    abort.abort(new Error('no longer wanted'));
    await expect(searching).rejects.toThrow('no longer wanted');
  });

  it('says of a pattern that is none what is wrong with it', async () => {
    const searching = client.search({ pattern: pattern('regex', '(pier'), sources: log(['old.log']) });
    await expect(searching).rejects.toMatchObject({
      code: 'bad-pattern',
      message: expect.stringContaining('Unterminated group'),
    });
  });
});

describe('a regex that would take for ever', () => {
  const endless = pattern('regex', '(a+)+$');

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Why it was given up. Time passes for the client only meanwhile: on a busy machine what is searched afterwards may take long. */
  async function givenUp(searching: Promise<unknown>): Promise<unknown> {
    let reason: unknown;
    searching.catch((error) => {
      reason = error;
    });
    await expect
      .poll(() => {
        vi.advanceTimersByTime(mostSilentMs);
        return reason;
      })
      .toBeDefined();
    return reason;
  }

  it('is given up, and the next search has a thread again', async () => {
    const client = new SearchClient({ workerPath, threads: 1 });
    // Behind pieces that take no time.
    texts.set('long.log', `${ferries(0, 100_000)}${'a'.repeat(60)}b\npier\n`);
    const sources = log(['long.log']);
    expect(await givenUp(client.search({ pattern: endless, sources }))).toMatchObject({
      code: 'slow-pattern',
    });
    expect((await client.search({ pattern: pattern('text', 'pier'), sources })).matches).toBe(100_001);
    client.dispose();
  });

  it('is given up where it is looked for in shown texts too', async () => {
    const client = new SearchClient({ workerPath, threads: 1 });
    const texts = [`${'a'.repeat(60)}b`];
    expect(await givenUp(client.spans({ pattern: endless, texts }))).toMatchObject({ code: 'slow-pattern' });
    expect(await client.spans({ pattern: pattern('text', 'b'), texts: ['abb', ''] })).toEqual([
      [
        [1, 1],
        [2, 1],
      ],
      [],
    ]);
    client.dispose();
  });
});

it('tells how far it is, all at the end', async () => {
  const told: SearchProgress[] = [];
  const sources = log(['old.log', 'new.log']);
  const found = await client.search(
    { pattern: pattern('text', 'pier'), sources },
    { onProgress: (one) => told.push(one) },
  );
  const totalBytes = sources[0].bytes + sources[1].bytes;
  expect(told.map(({ bytes }) => bytes)).toEqual(told.map(({ bytes }) => bytes).sort((a, b) => a - b));
  expect(told.at(-1)).toEqual({ bytes: totalBytes, totalBytes, matches: found.matches });
});

it('ends its threads a minute after the last search, and starts others for the next', async () => {
  const ended = vi.spyOn(SearchThread.prototype, 'dispose');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const request = { pattern: pattern('text', 'pier'), sources: log(['old.log']) };
  const idle = new SearchClient({ workerPath, threads: 2 });
  const before = await idle.search(request);
  vi.advanceTimersByTime(59_000);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(ended).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
  expect((await idle.search(request)).matches).toBe(before.matches);
  idle.dispose();
  ended.mockRestore();
});

it('says of a file that cannot be read why', async () => {
  const sources = log(['old.log']).map((source) => ({ ...source, descriptor: 1_000_000 }));
  const searching = client.search({ pattern: pattern('text', 'pier'), sources });
  await expect(searching).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('EBADF'),
  });
});

it('says of a file that became shorter that it did', async () => {
  const sources = log(['old.log']).map((source) => ({ ...source, bytes: source.bytes + 10 }));
  await expect(client.search({ pattern: pattern('text', 'pier'), sources })).rejects.toMatchObject({
    code: 'shrunk',
  });
});
