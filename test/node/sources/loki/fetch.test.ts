import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fetchEntries } from '../../../../src/node/sources/loki/fetch';
import type { SourceEntry } from '../../../../src/node/sources/source-reader';
import { TransportError } from '../../../../src/node/sources/transport';
import type { HttpAnswer } from '../../../../src/protocol/sources';
import { answer, FakeAsking } from '../http/fake-asking';
import { FakeLoki, lokiQuery, type StoredEntry, source } from './fake-loki';

const start = 1_772_323_200_000_000_000n;
const hour = 3_600_000_000_000n;

async function fetched(
  loki: FakeLoki,
  limit: number | null = null,
  until = start + hour,
  asking = new FakeAsking(loki.answers),
) {
  const entries: SourceEntry[] = [];
  for await (const batch of fetchEntries(source, lokiQuery('{app=~".+"}', start, until, limit), asking)) {
    if (batch.kind === 'entries') entries.push(...batch.entries);
  }
  return { entries, asking };
}

function keysOf(entries: readonly { time: bigint | string; text: string }[]): string[] {
  return entries.map(({ time, text }) => `${time} ${text}`).sort();
}

/** As multisets. */
function difference(some: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const key of others) left.set(key, (left.get(key) ?? 0) + 1);
  return some.filter((key) => {
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

/** All came, once each, by time. */
function expectWhole(entries: readonly SourceEntry[], stored: readonly StoredEntry[]): void {
  const [came, wanted] = [keysOf(entries), keysOf(stored)];
  const lost = difference(wanted, came);
  const doubled = difference(came, wanted);
  expect({ lost: lost.slice(0, 3), doubled: doubled.slice(0, 3) }).toEqual({ lost: [], doubled: [] });
  const times = entries.map(({ time }) => BigInt(time));
  expect(times.every((time, i) => i === 0 || time >= times[i - 1])).toBe(true);
}

/** Many entries at few times, in few streams: what paging has trouble with. */
const crowded = fc.array(
  fc.record({
    time: fc.bigInt({ min: 0n, max: 30n }).map((ns) => start + ns * 333_333n),
    stream: fc.constantFrom({ app: 'a' }, { app: 'b', pod: 'x' }, { app: 'b', pod: 'y' }),
    text: fc.stringMatching(/^[a-e]{1,6}$/),
  }),
  { maxLength: 120 },
);

describe('nothing is lost and nothing doubled', () => {
  test.each([
    { of: 'pages of 7', limits: { mostEntries: 7 } },
    { of: 'an old server', limits: { mostEntries: 9, isOld: true } },
    { of: 'ranges of two milliseconds', limits: { mostEntries: 11, mostNs: 2_000_000n } },
  ])('by $of', async ({ limits }) => {
    await fc.assert(
      fc.asyncProperty(crowded, async (stored) => {
        const distinct = [
          ...new Map(
            stored.map((one) => [`${one.time}${JSON.stringify(one.stream)}${one.text}`, one]),
          ).values(),
        ];
        const { entries, asking } = await fetched(new FakeLoki(distinct, limits), null, start + 20_000_000n);
        expect(asking.notes).toEqual([]);
        expectWhole(entries, distinct);
      }),
      { numRuns: 60 },
    );
  });

  test('where entries come now densely, now seldom, and requests are cut', async () => {
    const gap = fc.constantFrom(0n, 1n, 40n, 5_000n, 3_000_000n, 2_000_000_000n);
    const cuts = fc.uniqueArray(fc.nat(60), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(gap, { maxLength: 300 }), cuts, async (gaps, cut) => {
        let time = start;
        const stored = gaps.map((ns, i) => {
          time += ns;
          return { time, stream: { app: i % 3 ? 'a' : 'b' }, text: `${i}` };
        });
        const loki = new FakeLoki(stored, { mostEntries: 7 });
        let turn = 0;
        const asking = new FakeAsking((request) =>
          cut.includes(turn++) ? new TransportError('cut', 'cut') : loki.answers(request),
        );
        const { entries } = await fetched(loki, null, start + hour, asking);
        expect(asking.notes).toEqual([]);
        expectWhole(entries, stored);
      }),
      { numRuns: 60 },
    );
  });

  test('where a page hangs for its size', async () => {
    const stored = Array.from({ length: 3000 }, (_, i) => ({
      time: start + BigInt(i) * 1_000n,
      stream: { app: 'a' },
      text: `${i} ${'x'.repeat(300)}`,
    }));
    const { entries } = await fetched(new FakeLoki(stored, { mostLetters: 100_000 }));
    expectWhole(entries, stored);
  });

  test('where one time stamp hangs for its number', async () => {
    const stored = Array.from({ length: 5000 }, (_, i) => ({
      time: start + (i < 4500 ? 7_777_777n : BigInt(i)),
      stream: { app: 'a' },
      text: `request ${i} is done`,
    }));
    const { entries, asking } = await fetched(
      new FakeLoki(stored, { mostLetters: 120_000, mostEntries: 2000 }),
    );
    expect(asking.notes).toEqual([]);
    expectWhole(entries, stored);
  });

  test('where streams alone tell entries of one time apart', async () => {
    const stored = Array.from({ length: 900 }, (_, i) => ({
      time: start,
      stream: { app: 'a', pod: `p|${i}` },
      text: 'tick',
    }));
    const { entries, asking } = await fetched(new FakeLoki(stored, { mostEntries: 50 }));
    expect(asking.notes).toEqual([]);
    expectWhole(entries, stored);
  });

  test('while the server is killed and started again', async () => {
    const stored = Array.from({ length: 4000 }, (_, i) => ({
      time: start + BigInt(i),
      stream: { app: 'a' },
      text: `${i}`,
    }));
    const loki = new FakeLoki(stored);
    const troubles = [
      'cut',
      'refused',
      'refused',
      answer(503, 'Ingester not ready'),
      answer(500, 'empty ring'),
    ] as const;
    let turn = 0;
    const asking = new FakeAsking((request) => {
      const trouble = turn++ > 2 ? troubles[turn - 4] : undefined;
      if (typeof trouble === 'string') return new TransportError(trouble, trouble);
      return trouble ?? loki.answers(request);
    });
    expectWhole((await fetched(loki, null, start + hour, asking)).entries, stored);
  });
});

describe('what cannot be told apart is said, with its number', () => {
  const stored = Array.from({ length: 70 }, (_, i) => ({
    time: start + 5n,
    stream: { app: 'a' },
    own: { n: `${i}` },
    text: 'the same',
  }));

  test.each([
    { countsNothing: false, notes: [[20, '2026-03-01T00:00:00.000Z']] },
    { countsNothing: true, notes: [['2026-03-01T00:00:00.000Z']] },
  ])('%o', async ({ countsNothing, notes }) => {
    const { entries, asking } = await fetched(new FakeLoki(stored, { mostEntries: 50, countsNothing }));
    expect(entries).toHaveLength(50);
    expect(asking.isMissing).toBe(true);
    expect(asking.notes.map(({ values }) => values)).toEqual(notes);
  });
});

describe('the newest are those with the last times', () => {
  const stored = Array.from({ length: 6000 }, (_, i) => ({
    time: start + BigInt(i) * 100_000_000n,
    stream: { app: i % 2 ? 'a' : 'b' },
    text: `${i}`,
  }));

  test.each([
    [1, {}],
    [1000, {}],
    [4321, {}],
    [4321, { countsNothing: true }],
    [6000, {}],
    [10_000, {}],
    [90, { mostEntries: 40 }],
  ])('%i of 6,000 where the server has limits %o', async (most, limits) => {
    const loki = new FakeLoki(stored, limits);
    expectWhole((await fetched(loki, most)).entries, stored.slice(-most));
  });
});

test('few requests are made, and each asks for about a megabyte', async () => {
  const stored = Array.from({ length: 20_000 }, (_, i) => ({
    time: start + BigInt(i),
    stream: { app: 'a' },
    text: 'x'.repeat(100),
  }));
  const loki = new FakeLoki(stored);
  await fetched(loki);
  expect(loki.ranges.length).toBeLessThan(11);
});

test('the server works on one page while another is read, where entries come evenly', async () => {
  const stored = Array.from({ length: 60_000 }, (_, i) => ({
    time: start + BigInt(i),
    stream: { app: 'a' },
    text: 'x',
  }));
  const loki = new FakeLoki(stored);
  let underWay = 0;
  let most = 0;
  const asking = new FakeAsking(async (request) => {
    most = Math.max(most, ++underWay);
    // Whoever is to ask too does so before this is answered.
    await new Promise((resolve) => setImmediate(resolve));
    underWay--;
    return loki.answers(request) as HttpAnswer;
  });
  expectWhole((await fetched(loki, null, start + 60_000n, asking)).entries, stored);
  expect(most).toBe(2);
});

describe('what only looks like a Loki', () => {
  const stored = Array.from({ length: 1500 }, (_, i) => ({
    time: start + BigInt(i) * 1_000_000n,
    stream: { app: 'a' },
    text: `${i}`,
  }));

  test('and writes its JSON with blanks is refused: what follows a full page would be lost', async () => {
    const loki = new FakeLoki(stored);
    const asking = new FakeAsking((request) => {
      const { body } = loki.answers(request) as HttpAnswer;
      return answer(200, JSON.stringify(JSON.parse(new TextDecoder().decode(body)), null, 1));
    });
    await expect(fetched(loki, null, start + hour, asking)).rejects.toThrow(/does not speak the API/);
  });

  test('and gives the same page whatever is asked for ends, and nothing of it is doubled', async () => {
    const loki = new FakeLoki(stored);
    const same = new URLSearchParams({
      query: '{app="a"}',
      start: `${start}`,
      end: `${start + hour}`,
      limit: '1500',
    });
    const asking = new FakeAsking((request) =>
      request.path.includes('/query_range')
        ? loki.answers({ ...request, path: `/query_range?${same}` })
        : answer(404),
    );
    const entries: SourceEntry[] = [];
    const all = fetchEntries(source, lokiQuery('{app="a"}', start, start + hour), asking);
    const taking = async () => {
      for await (const batch of all) if (batch.kind === 'entries') entries.push(...batch.entries);
    };
    await expect(taking()).rejects.toThrow(/does not speak the API/);
    expect(difference(keysOf(entries), keysOf(stored))).toEqual([]);
  });

  test('and gives what lies beside the time it is asked for adds nothing to it', async () => {
    const loki = new FakeLoki(stored);
    const wider = (path: string) =>
      path.replace(/(?<=start=)\d+/, `${start}`).replace(/(?<=end=)\d+/, `${start + hour}`);
    const asking = new FakeAsking((request) => loki.answers({ ...request, path: wider(request.path) }));
    const entries: SourceEntry[] = [];
    const span = lokiQuery('{app="a"}', start + 100_000_000n, start + 200_000_000n);
    for await (const batch of fetchEntries(source, { ...span, limit: null }, asking))
      if (batch.kind === 'entries') entries.push(...batch.entries);
    expectWhole(entries, stored.slice(100, 200));
  });
});

test('a server that answers in part and says so with a status of success is not taken for one that gave all', async () => {
  const loki = new FakeLoki([{ time: start, stream: { app: 'a' }, text: 'one' }]);
  const asking = new FakeAsking((request) => {
    const { status, body } = loki.answers(request) as HttpAnswer;
    if (!request.path.includes('/query_range')) return answer(status);
    const members = JSON.parse(new TextDecoder().decode(body)) as object;
    return answer(200, { ...members, warnings: ['a querier is away: partial results'] });
  });
  const { entries } = await fetched(loki, null, start + hour, asking);
  expect(entries).toHaveLength(1);
  expect(asking.notes.map(({ values }) => values)).toEqual([['a querier is away: partial results']]);
  expect(asking.isMissing).toBe(true);
});

test.each([
  'invalid query, length > limit (1h0m0s > 10m0s)',
  'the query time range exceeds the limit (query length: 1h0m0s, limit: 10m0s)',
  'the query hit the max number of chunks limit (limit: 5 chunks, matched: 9 chunks)',
])('a range that is refused with "%s" is asked for in parts', async (words) => {
  const stored = [0n, 20n, 59n].map((minutes) => ({
    time: start + minutes * 60_000_000_000n,
    stream: { app: 'a' },
    text: `${minutes}`,
  }));
  const loki = new FakeLoki(stored);
  const asking = new FakeAsking((request) => {
    const asked = new URLSearchParams(request.path.split('?')[1]);
    const length = BigInt(asked.get('end') ?? '0') - BigInt(asked.get('start') ?? '0');
    return length > 600_000_000_000n ? answer(400, words) : loki.answers(request);
  });
  expectWhole((await fetched(loki, null, start + hour, asking)).entries, stored);
});

test('labels, metadata and text come as the server has them', async () => {
  const stream = { pod: 'x', app: 'a "b" \\', __stream_shard__: '3' };
  const loki = new FakeLoki([
    { time: start, stream, own: { trace: 't', app: 'other' }, text: 'nul \0 and\nmore' },
  ]);
  expect((await fetched(loki)).entries).toMatchObject([
    {
      time: `${start}`,
      labels: [
        ['app', 'a "b" \\'],
        ['pod', 'x'],
      ],
      own: [['trace', 't']],
      text: 'nul \0 and\nmore',
    },
  ]);
});

test('a tail would go on ten seconds before the end, with a key of each entry since', async () => {
  const stored = [0n, 50n, 59n, 60n].map((s) => ({
    time: start + s * 1_000_000_000n,
    stream: { app: 'a' },
    text: `${s}`,
  }));
  const { asking } = await fetched(new FakeLoki(stored));
  expect(asking.last?.time).toBe(`${start + 50_000_000_000n}`);
  expect(asking.last?.keys).toHaveLength(3);
});

test.each([
  ['rate({app="a"}[1m])', /asks for numbers/],
  ['{app="a"', /cannot read the query: parse error/],
])('%s is refused with a sentence', async (logql, sentence) => {
  const asking = new FakeAsking(() =>
    answer(400, 'parse error at line 1, col 9: syntax error: unexpected $end'),
  );
  const batches = fetchEntries(source, lokiQuery(logql, start, start + hour), asking);
  await expect(batches[Symbol.asyncIterator]().next()).rejects.toThrow(sentence);
});

test('a mistake that is answered with nothing is found all the same', async () => {
  const loki = new FakeLoki([]);
  const asking = new FakeAsking((request) => {
    const isPage =
      request.path.includes('/query_range') && 'X-Loki-Response-Encoding-Flags' in request.headers;
    return isPage
      ? loki.answers(request)
      : answer(400, `parse error : stage '| line_format "{{"' : unclosed action`);
  });
  const batches = fetchEntries(
    source,
    lokiQuery('{app="a"} | line_format "{{"', start, start + hour),
    asking,
  );
  await expect(batches[Symbol.asyncIterator]().next()).rejects.toThrow(/unclosed action/);
});

test('cancelling ends it with the reason, and the request under way with it', async () => {
  const loki = new FakeLoki(
    Array.from({ length: 5000 }, (_, i) => ({ time: start + BigInt(i), stream: { app: 'a' }, text: `${i}` })),
  );
  const signals: AbortSignal[] = [];
  const asking = new FakeAsking((request, signal) => {
    signals.push(signal);
    return loki.answers(request);
  });
  const batches = fetchEntries(source, lokiQuery('{app="a"}', start, start + hour), asking)[
    Symbol.asyncIterator
  ]();
  await batches.next();
  asking.cancel();
  await expect(batches.next()).rejects.toThrow('aborted');
  expect(signals.at(-1)!.aborted).toBe(true);
});

test('who takes no more ends the request under way', async () => {
  const loki = new FakeLoki(
    Array.from({ length: 5000 }, (_, i) => ({ time: start + BigInt(i), stream: { app: 'a' }, text: `${i}` })),
  );
  const signals: AbortSignal[] = [];
  const asking = new FakeAsking((request, signal) => {
    signals.push(signal);
    return loki.answers(request);
  });
  for await (const _ of fetchEntries(source, lokiQuery('{app="a"}', start, start + hour), asking)) break;
  expect(signals.at(-1)!.aborted).toBe(true);
});
