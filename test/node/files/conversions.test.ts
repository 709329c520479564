import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openLogFile } from '../../../src/node/files/log-file';
import { sentenceText } from '../../../src/protocol/sentence';
import { temporaryFolder } from '../temporary-folder';
import { eventLogOf } from './evtx-writer';

const folder = temporaryFolder();
let files = 0;

async function read(bytes: Uint8Array | string, converts = true) {
  const path = join(folder, `${++files}.evtx`);
  writeFileSync(path, bytes);
  const log = await openLogFile(path, { converts });
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of log.chunks(() => undefined)) chunks.push(Buffer.from(chunk));
    const text = await log.text();
    const all = Buffer.concat(chunks);
    return {
      text: all.toString(),
      notes: log.notes.map((note) => sentenceText(note).replace(path, 'FILE')),
      readBack: Buffer.from(text.read(10, 50)).equals(all.subarray(10, 50)),
    };
  } finally {
    await log.close();
  }
}

const event = (id: number, shelf: string) => ({ id, level: 3, time: '2026-06-12T09:41:00.125Z', shelf });
const line = (id: number, shelf: string) =>
  new RegExp(
    `^<Event xmlns="http://example/event"> ?<System> ?<Provider Name="Depot">(</Provider>)? ?<EventID>${id}</EventID> ?<Level>3</Level> ?<TimeCreated SystemTime="2026-06-12[T ]09:41:00.125Z">.*</System> ?<EventData> ?<Data Name="shelf">${shelf}</Data> ?</EventData> ?</Event>$`,
  );

describe('a binary event log is read as XML, an event a line', () => {
  const bytes = eventLogOf([event(41, 'seven <&> full'), event(42, 'two\nlines')], [], [event(43, 'eight')]);

  it.each([
    ['as it is', bytes],
    ['packed', gzipSync(bytes)],
    ['with the rest of a chunk that was cut off', Buffer.concat([bytes, bytes.subarray(4096, 9000)])],
  ])('%s', async (_, file) => {
    const { text, notes, readBack } = await read(file);
    const lines = text.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(line(41, 'seven &lt;&amp;&gt; full')),
      expect.stringMatching(line(42, 'two lines')),
      expect.stringMatching(line(43, 'eight')),
    ]);
    expect(notes).toEqual([
      'FILE is no text: its events were read as XML, one a line, and line numbers are those of that text.',
    ]);
    expect(readBack).toBe(true);
  });

  it('a damaged chunk loses its own events only', async () => {
    const hurt = Buffer.from(bytes).fill(0xff, 4096 + 520, 4096 + 900);
    expect((await read(hurt)).text).toMatch(/>eight</);
  });

  it('is refused, with the cure, where lines are to be marked in an editor', async () => {
    await expect(read(bytes, false)).rejects.toMatchObject({ code: 'event-log' });
  });
});

describe('events on one line', () => {
  const head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>';
  const one = '<Event><System><EventID>7</EventID></System></Event>';
  const many = 30_000;

  it('are put on lines of their own', async () => {
    const { text, notes, readBack } = await read(`${head}${one.repeat(many)}</Events>`);
    expect(text.split('\n').slice(2, -1)).toEqual(Array(many - 1).fill(one));
    expect(notes).toEqual([expect.stringContaining('holds its events on one line')]);
    expect(readBack).toBe(true);
  });

  it('that have lines of their own are left as they are', async () => {
    const { text, notes } = await read(`${head}\n${one}\n${one}\n</Events>`);
    expect(text).toBe(`${head}\n${one}\n${one}\n</Events>`);
    expect(notes).toEqual([]);
  });
});
