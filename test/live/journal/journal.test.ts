import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { journalMissing, openJournal, serviceEntry, writeJournal } from '../../../scripts/live/journal.mjs';
import { findUnits } from '../../../src/node/sources/found/units';
import type { JournalQuery, JournalSource } from '../../../src/protocol/log-source';
import { describeLive } from '../live-server';
import { expectSame, multiset } from '../multiset';
import { openRemoteLog } from '../remote-log';
import { entriesOf, keyOf, linesOf, spooled } from '../spool-entries';

const all: JournalQuery = {
  kind: 'journal',
  units: [],
  priority: null,
  boot: null,
  from: null,
  until: null,
  limit: null,
};
const never = new AbortController().signal;
/** A microsecond: what a journal counts in. */
const start = 1_772_359_200_000_001;
const step = 1_000;

interface Written {
  readonly index: number;
  readonly micros: number;
  readonly unit: string;
  readonly priority: number;
}

const written: readonly Written[] = Array.from({ length: 3_000 }, (_, index) => ({
  index,
  micros: start + index * step,
  unit: index % 3 === 0 ? 'till.service' : 'stock.service',
  priority: index % 8,
}));
const keyOfWritten = ({ index, micros }: Written) => keyOf({ time: `${micros}000`, text: `shelf ${index}` });
const entryOf = ({ index, micros, unit, priority }: Written) =>
  serviceEntry(micros, {
    _SYSTEMD_UNIT: unit,
    _PID: '42',
    SYSLOG_IDENTIFIER: 'shop',
    PRIORITY: `${priority}`,
    MESSAGE: `shelf ${index}`,
  });
const nanos = (index: number, more = 0) => `${BigInt(start + index * step) * 1000n + BigInt(more)}`;

describeLive('A real journal', journalMissing(), () => {
  const folder = mkdtempSync(join(tmpdir(), 'oddline-journal-'));
  const place = (name: string): JournalSource => ({ kind: 'journal', name, path: join(folder, name) });
  const shop = place('shop');

  beforeAll(() => writeJournal(join(folder, 'shop'), written.map(entryOf)));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  interface Case {
    readonly what: string;
    readonly query: Partial<JournalQuery>;
    readonly wanted: (entry: Written) => boolean;
    /** The newest so many of these. */
    readonly newest?: number;
  }

  const cases: readonly Case[] = [
    { what: 'all of it', query: {}, wanted: () => true },
    { what: 'a unit', query: { units: ['till.service'] }, wanted: ({ unit }) => unit === 'till.service' },
    { what: 'two units', query: { units: ['till.service', 'stock.service'] }, wanted: () => true },
    { what: 'a pattern of units', query: { units: ['st*'] }, wanted: ({ unit }) => unit === 'stock.service' },
    { what: 'a unit that never was', query: { units: ['-x'] }, wanted: () => false },
    { what: 'a priority and worse', query: { priority: 3 }, wanted: ({ priority }) => priority <= 3 },
    { what: 'the only boot', query: { boot: '0' }, wanted: () => true },
    {
      what: 'from an entry on, which is included, until another, which is not',
      query: { from: nanos(10), until: nanos(20) },
      wanted: ({ index }) => index >= 10 && index < 20,
    },
    {
      what: 'from a nanosecond behind an entry until one behind another',
      query: { from: nanos(10, 1), until: nanos(20, 1) },
      wanted: ({ index }) => index > 10 && index <= 20,
    },
    { what: 'the newest', query: { limit: 7 }, wanted: () => true, newest: 7 },
    {
      what: 'the newest of a span and a unit',
      query: { limit: 7, from: nanos(100), until: nanos(2000), units: ['till.service'] },
      wanted: ({ index, unit }) => index >= 100 && index < 2000 && unit === 'till.service',
      newest: 7,
    },
    {
      what: 'fewer than the limit',
      query: { limit: 500, from: nanos(2990) },
      wanted: ({ index }) => index >= 2990,
    },
    { what: 'a limit of a span without entries', query: { limit: 5, until: nanos(0) }, wanted: () => false },
  ];

  it.each(cases)('gives $what, each entry once and in order', async ({ query, wanted, newest }) => {
    await using log = await openRemoteLog();
    const summary = await log.fetch(shop, { ...all, ...query });
    const matching = written.filter(wanted).slice(newest === undefined ? 0 : -newest);
    expect([...entriesOf(log.spool)].map(keyOf)).toEqual(matching.map(keyOfWritten));
    expect(summary).toMatchObject({ entries: matching.length, complete: true, notes: [] });
  });

  it('gives what is long, of many lines, of other bytes, repeated or without a message', async () => {
    const odd = [
      { MESSAGE: 'x'.repeat(20_000), NOTE: 'y'.repeat(5_000) },
      { MESSAGE: 'one\ntwo' },
      { MESSAGE: Buffer.from([0x61, 0xff, 0xfe, 0x62]) },
      { MESSAGE: Buffer.from('naïve \u001b[31mred\u0000!') },
      { MESSAGE: ['first', 'second'], TAG: ['a', 'b'] },
      { TAG: 'alone' },
    ];
    await writeJournal(
      join(folder, 'odd'),
      odd.map((fields, i) => serviceEntry(start + i, fields)),
    );
    await using log = await openRemoteLog();
    const summary = await log.fetch(place('odd'), all);
    const lines = [...linesOf(log.spool)].map((line) => line.replace(/^\S+ \{.*?"\} ?/, ''));
    expect(summary).toMatchObject({ entries: odd.length, complete: true });
    expect(lines.slice(0, 5)).toEqual([
      'x'.repeat(20_000),
      'one',
      'two',
      'a\ufffd\ufffdb',
      'naïve \u001b[31mred\u0000!',
    ]);
    // journald itself keeps the values of a repeated field in no order.
    expect(lines.slice(5, 7).toSorted()).toEqual(['first', 'second']);
    expect(lines.slice(7)).toEqual(['']);
  });

  it('gives labels a person knows', async () => {
    await using log = await openRemoteLog();
    await log.fetch(shop, { ...all, until: nanos(1) });
    const [{ labels }] = [...entriesOf(log.spool)];
    expect(labels).toMatchObject({
      level: 'emerg',
      unit: 'till.service',
      identifier: 'shop',
      pid: '42',
      host: 'box',
    });
  });

  it('goes on behind a fetch while entries are written, without losing or doubling one', async () => {
    const { writer, write, source } = await growing('growing');
    await write(0, 500);
    await expect.poll(() => readdirSync(join(folder, 'growing'))).not.toEqual([]);
    await using log = await openRemoteLog();
    const fetched = await log.fetch(source, all);
    const controller = new AbortController();
    await write(500, 1_000);
    const tail = log.tail(source, all, fetched, controller.signal);
    const have = (count: number) =>
      expect.poll(() => log.progress.at(-1)?.entries, { interval: 5 }).toBe(count);
    await have(1_000);
    const latencies: number[] = [];
    for (let count = 1_000; count < 1_005; count++) {
      const before = performance.now();
      await write(count, count + 1);
      await have(count + 1);
      latencies.push(performance.now() - before);
    }
    // The usual one, as any may be the one in which a busy machine did something else.
    expect(latencies.sort((a, b) => a - b)[2]).toBeLessThan(1_000);
    await write(1_005, 3_000);
    await have(3_000);
    await writer.end();
    controller.abort();
    await tail;
    expectSame(spooled(log.spool), multiset(written.map(keyOfWritten)));
  });

  it('loses nothing that comes between an empty fetch and its tail', async () => {
    const { writer, write, source } = await growing('later');
    await write(0, 1);
    const coming = { ...all, units: ['coming.service'] };
    await using log = await openRemoteLog();
    await expect.poll(async () => (await log.service.test(source, never)).ok).toBe(true);
    const fetched = await log.fetch(source, coming);
    expect(fetched.entries).toBe(0);
    await writer.write([entryOf({ ...written[5], unit: 'coming.service' })]);
    const controller = new AbortController();
    const tail = log.tail(source, coming, fetched, controller.signal);
    await expect.poll(() => log.progress.at(-1)?.entries).toBe(1);
    controller.abort();
    await tail;
    await writer.end();
    expectSame(spooled(log.spool), multiset([keyOfWritten(written[5])]));
  });

  async function growing(name: string) {
    const writer = await openJournal(join(folder, name));
    const write = (from: number, until: number) => writer.write(written.slice(from, until).map(entryOf));
    return { writer, write, source: place(name) };
  }

  it('tells of a file it cannot read, and gives the rest', async () => {
    await writeJournal(join(folder, 'broken'), written.slice(0, 3).map(entryOf));
    writeFileSync(join(folder, 'broken', 'torn.journal'), 'LPKSHHRH and then nothing that makes sense');
    await using log = await openRemoteLog();
    const summary = await log.fetch(place('broken'), all);
    expect(summary).toMatchObject({ entries: 3, complete: false });
    expect(summary.notes[0].pattern).toMatch(/^A part of the journal could not be read/);
  });

  it('refuses what is no journal, and a boot that never was, with a sentence', async () => {
    await using log = await openRemoteLog();
    writeFileSync(join(folder, 'none.journal'), 'just text');
    await expect(log.fetch(place('none.journal'), all)).rejects.toMatchObject({ code: 'program-failed' });
    await expect(log.fetch(shop, { ...all, boot: '-9' })).rejects.toThrow(/Data from the specified boot/);
    await expect(log.fetch(place('nowhere'), all)).rejects.toMatchObject({ code: 'missing' });
  });

  it('says what it is, how much it holds about, and which units wrote', async () => {
    await using log = await openRemoteLog();
    expect(await log.service.test(shop, never)).toMatchObject({
      ok: true,
      server: expect.stringMatching(/^systemd \d+$/),
      sentence: { values: ['2026-03-01T10:00:02.999Z'] },
    });
    const query = { ...all, from: nanos(1000), until: nanos(2000) };
    const { entries } = await log.service.estimate({ source: shop, query }, never);
    expect(Math.abs((entries ?? 0) - 1000)).toBeLessThan(5);
    const { units } = await findUnits(shop, never);
    expect(units.map(({ name }) => name)).toEqual(['stock.service', 'till.service']);
  });
});
