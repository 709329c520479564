import { describe, expect, test } from 'vitest';
import { tailEntries } from '../../../../src/node/sources/loki/tail';
import type { SourceEntry } from '../../../../src/node/sources/source-reader';
import { TransportError } from '../../../../src/node/sources/transport';
import type { LastEntries, SocketClosed } from '../../../../src/protocol/sources';
import { FakeAsking } from '../http/fake-asking';
import { FakeLoki, lokiQuery, type StoredEntry, source } from './fake-loki';

const second = 1_000_000_000n;
const begin = 1_772_323_200_000_000_000n;

interface LiveSocket {
  open(): void;
  /** What the server sends of itself. */
  send(entries: readonly StoredEntry[], more?: object): void;
  raw(data: string): void;
  close(outcome: SocketClosed | Error): void;
}

const goneAway: SocketClosed = { code: 1011, reason: 'all ingesters closed the connection', status: null };

/** A Loki whose connections are played by a script, and a clock that stands still until a `wait` of an audit is let go. */
class LiveScene {
  readonly loki: FakeLoki;
  readonly asking: FakeAsking;
  readonly came: SourceEntry[] = [];
  readonly starts: bigint[] = [];
  private readonly sockets: LiveSocket[] = [];
  private readonly audits: (() => void)[] = [];
  private taken = 0;
  end: Promise<unknown> = Promise.resolve();

  constructor(stored: readonly StoredEntry[], isOld = false) {
    this.loki = new FakeLoki(stored, { isOld });
    this.asking = new FakeAsking(this.loki.answers, (path, onMessage, signal) => {
      this.starts.push(BigInt(new URLSearchParams(path.split('?')[1]).get('start')!));
      return new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
        this.sockets.push({
          open: () => onMessage(null),
          send: (entries, more = {}) => onMessage(JSON.stringify({ ...frame(entries, isOld), ...more })),
          raw: onMessage,
          close: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
        });
      });
    });
    const passing = this.asking.wait;
    Object.assign(this.asking, {
      wait: (ms: number) =>
        ms < 20_000 ? passing(ms) : new Promise<void>((resolve) => this.audits.push(resolve)),
    });
  }

  follow(after: LastEntries | null = null, logql = '{app="a"}'): this {
    const query = lokiQuery(logql, begin, begin + second);
    const run = async () => {
      for await (const batch of tailEntries(source, query, after, this.asking)) {
        if (batch.kind === 'entries') this.came.push(...batch.entries);
      }
    };
    this.end = run().then(
      () => 'ended',
      (error: Error) => error.message,
    );
    return this;
  }

  async socket(): Promise<LiveSocket> {
    while (this.sockets.length <= this.taken) await settled();
    return this.sockets[this.taken++];
  }

  /** So much later, the tail looks whether anything is missing. */
  async audit(afterMs: number): Promise<void> {
    await this.asking.wait(Math.min(afterMs, 19_000));
    while (this.audits.length === 0) await settled();
    this.audits.shift()!();
    await settled();
  }

  get texts(): string[] {
    return this.came.map(({ text }) => text);
  }
}

/** All that can happen without time passing has happened. */
async function settled(): Promise<void> {
  for (let i = 0; i < 40; i++) await new Promise((resolve) => setImmediate(resolve));
}

function frame(entries: readonly StoredEntry[], isOld: boolean): object {
  const streams = entries.map(({ time, stream, own, text }) => ({
    stream,
    values: [isOld ? [`${time}`, text] : [`${time}`, text, own ? { structuredMetadata: own } : {}]],
  }));
  return isOld ? { streams } : { streams, encodingFlags: ['categorize-labels'] };
}

function entry(text: string, ns = 0n, own?: Readonly<Record<string, string>>): StoredEntry {
  const one = { time: begin + ns, stream: { app: 'a' }, text };
  return own ? { ...one, own } : one;
}

test('what comes live is handed over, and what was pushed while it was opened is fetched', async () => {
  const scene = new LiveScene([entry('before')]).follow();
  const socket = await scene.socket();
  scene.loki.stored.push(entry('while opening', 5n));
  socket.open();
  await settled();
  scene.loki.stored.push(entry('live', 9n));
  socket.send([entry('live', 9n)]);
  await settled();
  expect(scene.texts).toEqual(['before', 'while opening', 'live']);
  expect(scene.asking.phases.at(-1)).toBe('live');
  expect(scene.asking.notes).toEqual([]);
  scene.asking.cancel();
  expect(await scene.end).toMatch(/abort/);
});

test('what was fetched and comes live again is handed over once, real doubles as often as they are', async () => {
  const scene = new LiveScene([]).follow();
  const socket = await scene.socket();
  const twice = [entry('twice', 3n), entry('twice', 3n)];
  scene.loki.stored.push(entry('one', 1n), ...twice);
  socket.open();
  await settled();
  socket.send([entry('one', 1n), ...twice]);
  socket.send([entry('twice', 4n), entry('twice', 4n)]);
  await settled();
  expect(scene.texts).toEqual(['one', 'twice', 'twice', 'twice', 'twice']);
});

test('a tail behind a fetch hands over what the fetch did not', async () => {
  const first = new LiveScene([entry('a'), entry('b', 1n)]).follow();
  (await first.socket()).open();
  await settled();
  const keys = await import('../../../../src/node/sources/loki/recent-entries').then(({ RecentEntries }) => {
    const recent = new RecentEntries(`${begin - second}`);
    recent.take(first.came);
    return recent.last();
  });
  const scene = new LiveScene([
    entry('a'),
    entry('b', 1n),
    entry('b', 1n, { pod: 'x' }),
    entry('late', -second / 2n),
    entry('c', 2n),
  ]);
  (await scene.follow(keys).socket()).open();
  await settled();
  expect(scene.texts).toEqual(['late', 'b', 'c']);
});

describe('a connection that ends is opened again', () => {
  test.each<[of: string, SocketClosed | Error, notes: number]>([
    ['when the server stops', goneAway, 1],
    ['when it is cut', new TransportError('cut', 'socket hang up'), 1],
    [
      'after its hour, without a word',
      { code: 1011, reason: 'reached tail max duration limit', status: null },
      0,
    ],
  ])('%s', async (_, outcome, notes) => {
    const scene = new LiveScene([]).follow();
    const socket = await scene.socket();
    socket.open();
    scene.loki.stored.push(entry('one', 1n));
    socket.send([entry('one', 1n)]);
    await settled();
    socket.close(outcome);
    scene.loki.stored.push(entry('meanwhile', 2n));
    const next = await scene.socket();
    next.open();
    // The newest entry of its history.
    next.send([entry('meanwhile', 2n)]);
    next.send([entry('one', 1n)]);
    await settled();
    expect(scene.texts).toEqual(['one', 'meanwhile']);
    expect(scene.asking.notes).toHaveLength(notes);
    expect(scene.asking.phases).toContain('reconnecting');
  });

  test('as often as it takes', async () => {
    const scene = new LiveScene([]).follow();
    const first = await scene.socket();
    first.open();
    await settled();
    first.close(goneAway);
    for (let i = 0; i < 12; i++) (await scene.socket()).close(new TransportError('refused', 'ECONNREFUSED'));
    scene.loki.stored.push(entry('at last', 1n));
    (await scene.socket()).open();
    await settled();
    expect(scene.texts).toEqual(['at last']);
    expect(Math.max(...scene.asking.waits)).toBeLessThanOrEqual(15_000);
  });
});

describe('a live connection that cannot be is refused with a sentence', () => {
  test.each<[of: string, SocketClosed | Error, sentence: RegExp]>([
    ['no server', new TransportError('refused', 'ECONNREFUSED'), /Nothing answers/],
    ['no tenant', { code: 0, reason: 'no org id\n', status: 401 }, /tenant/],
    [
      'a query with a mistake',
      { code: 0, reason: 'parse error at line 1, col 6: x', status: 400 },
      /cannot read the query/,
    ],
    [
      'one of 2.9',
      { code: 1011, reason: 'parse error at line 1, col 6: x', status: null },
      /cannot read the query/,
    ],
    [
      'too many',
      {
        code: 1011,
        reason: 'max concurrent tail requests limit exceeded, count > limit (11 > 10)',
        status: null,
      },
      /followed live at once/,
    ],
  ])('%s', async (_, outcome, sentence) => {
    const scene = new LiveScene([]).follow();
    (await scene.socket()).close(outcome);
    expect(await scene.end).toMatch(sentence);
  });
});

test('what the server says it left out is fetched, and said', async () => {
  const scene = new LiveScene([]).follow();
  const socket = await scene.socket();
  socket.open();
  await settled();
  const dropped = [entry('left out', 2n), entry('left out too', 3n)];
  scene.loki.stored.push(entry('one', 1n), ...dropped);
  socket.send([entry('one', 1n)], {
    dropped_entries: dropped.map(({ time }) => ({ timestamp: `${time}`, labels: '{}' })),
  });
  await settled();
  expect(scene.texts.sort()).toEqual(['left out', 'left out too', 'one']);
  expect(scene.asking.notes).toMatchObject([{ values: [2] }]);
  expect(scene.asking.isMissing).toBe(false);
});

test('what is left out without a word is found by counting', async () => {
  const scene = new LiveScene([]).follow();
  const socket = await scene.socket();
  socket.open();
  await settled();
  scene.loki.stored.push(entry('one', 1n), entry('silently lost', 2n), entry('one', 3n));
  socket.send([entry('one', 1n)]);
  socket.send([entry('one', 3n)]);
  await settled();
  await scene.audit(19_000);
  expect(scene.texts).toEqual(['one', 'one', 'silently lost']);
  expect(scene.asking.notes).toMatchObject([{ values: [1] }]);
});

test('live entries of an old server get the labels that fetched ones have', async () => {
  const scene = new LiveScene([], true).follow();
  const socket = await scene.socket();
  socket.open();
  await settled();
  scene.loki.stored.push(entry('one', 1n, { trace: 't' }));
  socket.send([entry('one', 1n)]);
  await settled();
  expect(scene.came).toMatchObject([
    {
      labels: [
        ['app', 'a'],
        ['trace', 't'],
      ],
    },
  ]);
});

test.each(['nothing', '[]', '{"streams":null}', '{"streams":[],"dropped_entries":7}'])(
  'a message of %s is none',
  async (data) => {
    const scene = new LiveScene([]).follow();
    const socket = await scene.socket();
    socket.open();
    socket.raw(data);
    scene.loki.stored.push(entry('one', 1n));
    socket.send([entry('one', 1n)]);
    await settled();
    expect(scene.texts).toEqual(['one']);
  },
);
