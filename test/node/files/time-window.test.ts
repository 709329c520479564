import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeBound } from '../../../src/engine/model/time-bound';
import type { LineNumber, SourceIndex, TemplateId } from '../../../src/engine/model/units';
import { type MinedLogs, mineLogs, packLog } from '../../../src/node/analyse-logs';
import { openLogFile } from '../../../src/node/files/log-file';
import { LogWindow } from '../../../src/node/files/log-window';
import type { ReadableLog } from '../../../src/node/files/readable-log';
import { openTexts } from '../../../src/node/files/source-texts';
import { windowLogs } from '../../../src/node/files/time-window';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const start = Date.UTC(2026, 5, 12, 6, 0, 0);
const small = { leastBytes: 0, contextBytes: 2000 };

interface Entry {
  /** Seconds since the log's start. */
  readonly at: number;
  readonly text: string;
}

interface Kind {
  readonly name: string;
  readonly lines: (entry: Entry) => readonly string[];
}

const stamp = (at: number) => new Date(start + at * 1000).toISOString();
const syslogStamp = (at: number) => `Jun ${stamp(at).slice(8, 10)} ${stamp(at).slice(11, 19)}`;

const kinds: readonly Kind[] = [
  { name: 'a line each', lines: ({ at, text }) => [`${stamp(at)} INFO  [kiln] ${text}`] },
  {
    name: 'stack traces and lines without a time',
    lines: ({ at, text }) => [
      `${stamp(at)} ERROR [oven] ${text}`,
      'java.lang.IllegalStateException: too hot',
      '\tat org.pots.Oven.bake(Oven.java:7)',
      '',
    ],
  },
  { name: 'JSON', lines: ({ at, text }) => [JSON.stringify({ ts: stamp(at), level: 'warn', msg: text })] },
  { name: 'times without a year', lines: ({ at, text }) => [`${syslogStamp(at)} pottery kilnd[7]: ${text}`] },
];

/** 2,000 records in order of time, ten seconds apart in the mean; hosts' clocks may differ by as much. */
const entriesOf = (seed: number): Entry[] =>
  Array.from({ length: 2000 }, (_, i) => ({
    at: 10 * i + ((seed + i * 7919) % 13),
    text: `tile ${(seed * 31 + i * 17) % 997} of batch ${i} ${i % 41 === 0 ? 'cracked' : 'fired'}`,
  }));

const hoursOf = (entries: readonly Entry[], kind: Kind, lineEnd: string) =>
  `${entries.flatMap(kind.lines).join(lineEnd)}${lineEnd}`;

async function opened<Result>(
  texts: readonly (string | Uint8Array)[],
  use: (logs: ReadableLog[]) => Promise<Result>,
) {
  const logs = await Promise.all(
    texts.map((text, i) => {
      const path = join(folder, `${i}.log`);
      writeFileSync(path, text);
      return openLogFile(path);
    }),
  );
  try {
    return await use(logs);
  } finally {
    for (const log of logs) await log.close();
  }
}

/** What is read of each record, by the number of its first line. */
async function recordsOf({ session, sources, templates }: MinedLogs, source = 0) {
  const texts = await openTexts(sources);
  const found = templates.flatMap(
    ({ id }) => session.templates.linesOfTemplate(id as TemplateId, 0, 1e6).lines,
  );
  const own = found.filter((record) => record.source === source);
  return new Map(
    own.map(({ line, time, level }) => {
      const { start: from, end } = session.spanOf(source as SourceIndex, line as LineNumber);
      const text = Buffer.from(texts.read(source as SourceIndex, from, end)).toString();
      return [line as number, { time, level, text }];
    }),
  );
}

const nanos = (at: number): bigint => BigInt(start + at * 1000) * 1_000_000n;
const isWithin = (time: string | null, from: TimeBound, until: TimeBound) =>
  time !== null &&
  (typeof from !== 'bigint' || BigInt(time) >= from) &&
  (typeof until !== 'bigint' || BigInt(time) <= until);

describe('a window of time of a large log in order of time', () => {
  it.each(kinds)('holds every record within, as in the whole: $name', async (kind) => {
    const lineEnd = fc.constantFrom('\n', '\r\n', '\r\nan old printer\rwrote this\n');
    const window = fc.tuple(fc.nat({ max: 20_000 }), fc.nat({ max: 4000 }), fc.boolean());
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 999 }), lineEnd, window, async (seed, end, [begin, length, isOpen]) => {
        const from = nanos(begin);
        const until = isOpen && begin > 15_000 ? null : nanos(begin + length);
        await opened([hoursOf(entriesOf(seed), kind, end)], async (logs) => {
          const cut = windowLogs(logs, { from, until }, small);
          expect(cut.logs[0]).toBeInstanceOf(LogWindow);
          expect(cut.logs[0].size).toBeLessThan(logs[0].size / 2);
          const whole = await recordsOf(await mineLogs({ logs }));
          const part = await recordsOf(await mineLogs({ logs: cut.logs }));
          for (const [line, record] of part) expect(record).toEqual(whole.get(line));
          const missed = [...whole].filter(
            ([line, { time }]) => isWithin(time, from, until) && !part.has(line),
          );
          expect(missed).toEqual([]);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('begins as long before the end as was asked for', async () => {
    const entries = entriesOf(5);
    await opened([hoursOf(entries, kinds[0], '\n').trimEnd()], async (logs) => {
      const hour: TimeBound = { beforeEnd: 3_600_000_000_000n };
      const cut = windowLogs(logs, { from: hour, until: null }, small);
      expect(cut.from).toBe(nanos(entries[entries.length - 1].at - 3600));
      const read = await recordsOf(await mineLogs({ logs: cut.logs }));
      expect(Math.max(...read.keys())).toBe(2000);
    });
  });

  it('says what was left out', async () => {
    await opened([hoursOf(entriesOf(2), kinds[0], '\n')], async (logs) => {
      const { logs: cut } = windowLogs(logs, { from: nanos(19_000), until: null }, small);
      expect(cut[0].notes[0].pattern).toMatch(/only the time asked for was read/);
    });
  });

  it('gives evidence the lines of the file', async () => {
    const entries = entriesOf(3).map((entry, i) =>
      i === 1950 ? { ...entry, text: 'fatal error: the kiln exploded' } : entry,
    );
    await opened([hoursOf(entries, kinds[0], '\n')], async (logs) => {
      const window = windowLogs(logs, { from: nanos(19_000), until: null }, small);
      const pack = await packLog({ logs: window.logs }, { budget: 200, focus: window });
      expect(pack.text).toMatch(/^⋯\n/);
      expect(pack.text).toContain('\n1951: ');
      const numbers = [...pack.text.matchAll(/^(\d+): /gm)].map(([, number]) => Number(number));
      for (const number of numbers)
        expect(pack.ranges.some(([first, last]) => first <= number && number <= last)).toBe(true);
    });
  });
});

describe('what cannot be cut down is read whole', () => {
  const late = { from: nanos(19_000), until: null };
  const quarter = (i: number) => entriesOf(1).slice(i * 500, (i + 1) * 500);
  const turned = [...quarter(3), ...quarter(0), ...quarter(1), ...quarter(2)];
  const inOrder = hoursOf(entriesOf(1), kinds[0], '\n');

  it.each<[string, string | Uint8Array, object, RegExp | undefined]>([
    ['a log not in order of time, which is said', hoursOf(turned, kinds[0], '\n'), small, /tell no order/],
    ['a log without times', 'tile fired\ntile cracked\n'.repeat(3000), small, undefined],
    ['a small one', inOrder, { contextBytes: 2000 }, undefined],
    [
      'one of which the window is the greater part',
      inOrder,
      { leastBytes: 0, contextBytes: 1 << 20 },
      undefined,
    ],
    ['a packed one', gzipSync(inOrder), small, undefined],
    ['one in UTF-16', Buffer.from(`\ufeff${inOrder}`, 'utf16le'), small, undefined],
    ['one whose lines a collector wrapped', inOrder.split('\n').map(docker).join('\n'), small, undefined],
  ])('%s', async (_, text, options, note) => {
    await opened([text], async (logs) => {
      const { logs: cut } = windowLogs(logs, late, options);
      const [whole, part] = [await mineLogs({ logs }), await mineLogs({ logs: cut })];
      expect(part.session.lineCount).toBe(whole.session.lineCount);
      expect(await recordsOf(part)).toEqual(await recordsOf(whole));
      if (note === undefined) expect(cut[0]).toBe(logs[0]);
      else expect(cut[0].notes[0].pattern).toMatch(note);
    });
  });

  it('no window was asked for', async () => {
    await opened([inOrder], async (logs) => {
      expect(windowLogs(logs, { from: null, until: null }, small).logs).toBe(logs);
    });
  });
});

describe('of several files', () => {
  const all = entriesOf(4);
  const parts = [0, 1, 2, 3].map((i) => hoursOf(all.slice(i * 500, (i + 1) * 500), kinds[0], '\n'));
  const sizes = (from: TimeBound, until: TimeBound, texts: readonly (string | Uint8Array)[] = parts) =>
    opened(texts, async (logs) => windowLogs(logs, { from, until }, small).logs.map(({ size }) => size));

  it('those wholly before and behind the window are not read', async () => {
    const read = await sizes(nanos(12_000), nanos(13_000));
    expect(read.map((size) => size > 0)).toEqual([false, false, true, false]);
  });

  it('one before is read in part where nothing else says what is usual', async () => {
    const read = await sizes(nanos(10_005), nanos(10_500));
    expect(read[0]).toBe(0);
    expect(read[1]).toBeGreaterThan(0);
    expect(read[1]).toBeLessThan(parts[1].length / 2);
  });

  it('the end they all have is that of the latest', async () => {
    const read = await sizes({ beforeEnd: 1_000_000_000_000n }, null);
    expect(read.map((size) => size > 0)).toEqual([false, false, false, true]);
  });

  it('where one does not tell its end, all are read', async () => {
    const packed = gzipSync(parts[3]);
    const read = await sizes({ beforeEnd: 1_000_000_000_000n }, null, [...parts.slice(0, 3), packed]);
    expect(read).toEqual([...parts.slice(0, 3).map(({ length }) => length), packed.length]);
  });
});

function docker(line: string): string {
  return JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-06-12T09:41:07Z' });
}
