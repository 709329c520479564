import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLogFile } from '../../../src/node/files/log-file';
import { sentenceText } from '../../../src/protocol/sentence';
import { temporaryFolder } from '../temporary-folder';

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

it.each([true, false])(
  'a binary event log is refused with the cure, whether lines may be converted or not: %s',
  async (converts) => {
    const error = await read(Buffer.concat([Buffer.from('ElfFile\0'), Buffer.alloc(4096)]), converts).catch(
      (reason) => reason,
    );
    expect(error).toMatchObject({ name: 'InputError', code: 'event-log' });
    expect(error.message).toMatch(/run "wevtutil qe \d+\.evtx \/lf:true \/f:RenderedXml > events\.xml"/);
  },
);

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
