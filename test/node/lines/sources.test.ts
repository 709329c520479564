import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { removeLeftSpools } from '../../../src/node/files/spool';
import { LinesWorkerClient } from '../../../src/node/lines/lines-worker-client';
import type { LinesSource, Row, ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { builtThread } from '../worker/built-worker';
import { conversation, fromRow, openFiles, textsOf } from './opened-lines';

const folder = temporaryFolder();

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const rows = Array.from({ length: 5000 }, (_, i) => `order ${i} packed, weight ${(i * 7919) % 1000}`);
const packed = gzipSync(rows.join('\n'));
const endlessLine = 'the same line again and again, as it packs well';
const endless = () => gzipSync(`${endlessLine}\n`.repeat(1_600_000));
const utf16 = (text: string) => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')]);

describe('the text of a source', () => {
  it.each<[string, Uint8Array | string, readonly string[], boolean]>([
    ['gzip', packed, rows, true],
    ['two members of gzip', Buffer.concat([gzipSync('a\nb'), gzipSync('c\nd\n')]), ['a', 'bc', 'd'], true],
    ['UTF-16', utf16('früh\r\n中文\r\n'), ['früh', '中文'], true],
    ['UTF-8 with its mark', '\ufefferst\nzweit\n', ['erst', 'zweit'], false],
    ['no bytes', '', [], false],
  ])('is read of %s', async (what, content, expected, spooled) => {
    const lines = conversation();
    const opened = await openFiles(lines, fileOf(`${what}.log`, content));
    expect(opened.sources).toMatchObject([{ spooled, file: { size: Buffer.byteLength(content) } }]);
    const progress = await lines.call('indexed', undefined);
    expect(progress).toMatchObject({ phase: 'ready', lines: expected.length, notes: [] });
    expect(textsOf(await lines.page(fromRow(0), 0, 2000))).toEqual(expected.slice(0, 2000));
    expect(textsOf(await lines.page({ kind: 'end' }, 3, 0))).toEqual(expected.slice(-3));
  });

  it('is read by an encoding that was named', async () => {
    const source: LinesSource = {
      kind: 'file',
      path: fileOf('latin.log', Buffer.from([0x66, 0xfc, 0x72])),
      encoding: 'windows1252',
    };
    const lines = conversation();
    await lines.call('open', { sources: [source] });
    expect(textsOf(await lines.page(fromRow(0), 0, 2))).toEqual(['für']);
  });

  it('comes from an editor in pieces', async () => {
    const lines = conversation();
    for (const piece of ['one\ntw', 'o\n\ud83d', '\ude00']) await lines.call('pushText', piece);
    const opened = await lines.call('open', { sources: [{ kind: 'text', name: 'Untitled-1' }] });
    expect(opened.sources).toEqual([{ path: 'Untitled-1', file: null, spooled: true }]);
    expect(textsOf(await lines.page(fromRow(0), 0, 9))).toEqual(['one', 'two', '😀']);
  });

  it('goes on from file to file of a rotated set, packed or not', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf('set.2.gz', packed), fileOf('set.1', 'older\n'), fileOf('set', 'newest'));
    const progress = await lines.call('indexed', undefined);
    expect(progress.sourceLines).toEqual([5000, 1, 1]);
    expect(textsOf(await lines.page(fromRow(4999), 0, 5))).toEqual([rows[4999], 'older', 'newest']);
  });

  it.each<[string, Uint8Array, string]>([
    ['cut short', packed.subarray(0, packed.length / 2), 'ends in the middle'],
    [
      'damaged',
      Buffer.from(packed).fill(0x55, packed.length / 2, packed.length / 2 + 40),
      'damaged packed data',
    ],
  ])('of an archive that is %s is what it holds, with a note', async (what, content, words) => {
    const lines = conversation();
    await openFiles(lines, fileOf(`${what}.gz`, content));
    const progress = await lines.call('indexed', undefined);
    expect(progress.lines).toBeGreaterThan(500);
    expect(progress.notes.map(({ pattern }) => pattern)).toEqual([expect.stringContaining(words)]);
    expect(textsOf(await lines.page(fromRow(0), 0, 500))).toEqual(rows.slice(0, 500));
  });

  it('of an archive with garbage at its end is what is packed', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf('garbage.gz', Buffer.concat([packed, Buffer.from('xyz'.repeat(99))])));
    expect((await lines.call('indexed', undefined)).lines).toBe(rows.length);
  });

  it.each<[string, () => string, string]>([
    ['a file that is not there', () => join(folder, 'nowhere.log'), 'missing'],
    ['a folder', () => folder, 'folder'],
    ['a picture', () => fileOf('a.png', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')), 'binary-format'],
    [
      'a picture that is packed',
      () => fileOf('b.gz', gzipSync(Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'))),
      'binary-format',
    ],
    ['an archive without anything in it', () => fileOf('c.gz', packed.subarray(0, 12)), 'truncated-packed'],
  ])('is refused of %s', async (_, path, code) => {
    await expect(openFiles(conversation(), path())).rejects.toMatchObject({ code });
  });

  it('is not copied where there is no room for it', async () => {
    const lines = conversation({ free: async () => 5_000_000 });
    const opening = openFiles(lines, fileOf('large.gz', packed));
    await expect(opening).rejects.toMatchObject({
      code: 'no-room-to-unpack',
      sentence: { values: expect.arrayContaining([5]) },
    });
  });

  it('is shown while it is unpacked', async () => {
    const lines = conversation();
    const opened = await openFiles(lines, fileOf('growing.gz', endless()));
    expect(opened.progress.phase).toBe('unpacking');
    expect(opened.progress.estimatedLines).toBeLessThan(1_600_000);
    const page = await lines.page(fromRow(1000), 0, 2);
    expect(page.rows.map(({ line, exact, text }) => [line, exact, text])).toEqual([
      [1000, true, endlessLine],
      [1001, true, endlessLine],
    ]);
    expect(textsOf(await lines.page({ kind: 'end' }, 2, 0))).toHaveLength(2);
    expect(await lines.call('indexed', undefined)).toMatchObject({ phase: 'ready', lines: 1_600_000 });
    expect(lines.snapshots.at(-1)).toMatchObject({ phase: 'ready', lines: 1_600_000 });
  });

  it('is not copied further where the room runs out, and what there is stays', async () => {
    const looks = [1e12, 0];
    const lines = conversation({ free: async () => looks.shift() ?? 0 });
    await openFiles(lines, fileOf('endless.gz', endless()));
    const progress = await lines.call('indexed', undefined);
    expect(progress.notes.map(({ pattern }) => pattern)).toEqual([
      expect.stringContaining('temporary folder'),
    ]);
    expect(progress.lines).toBeGreaterThan(1_000_000);
    expect(progress.lines).toBeLessThan(1_600_000);
  });

  it('can be searched by others through its descriptors', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf('d.gz', packed), fileOf('e.log', '\ufeffa\nb'));
    expect(await lines.call('descriptors', undefined)).toMatchObject([
      { textStart: 0, firstLine: 0, lines: 5000, bytes: rows.join('\n').length },
      { textStart: 3, firstLine: 5000, lines: 2, bytes: 3 },
    ]);
  });
});

describe('private copies', () => {
  it('that a dead process left are removed, those of living ones stay', async () => {
    const left = join(folder, 'left');
    const kept = [`oddline-spool-${process.pid}-abc`, 'oddline-spool-x', 'somebody-else'];
    for (const name of [...kept, 'oddline-spool-4194999-abc'])
      mkdirSync(join(left, name), { recursive: true });
    await removeLeftSpools(left);
    expect(readdirSync(left).toSorted()).toEqual(kept.toSorted());
  });
});

/** Empty where it was closed meanwhile. */
function linkOf(descriptor: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return '';
  }
}

describe('the thread', () => {
  it('answers, and leaves no descriptor and no copy when it is disposed', async () => {
    const workerPath = await builtThread(folder, 'lines/lines-worker.ts');
    const client = new LinesWorkerClient({ workerPath });
    await client.open({ sources: [{ kind: 'file', path: fileOf('f.gz', packed), encoding: undefined }] });
    expect((await client.indexed()).lines).toBe(5000);
    const page = await client.page({ start: { kind: 'row', row: 10 as Row }, before: 0, rows: 2 });
    expect(textsOf(page)).toEqual(rows.slice(10, 12));
    expect(await client.rowOfLine(7 as ViewLine)).toBe(7);
    const [{ descriptor }] = await client.descriptors();
    expect(descriptor).toBeGreaterThan(2);
    await client.dispose();
    expect(client.dead).toBe(true);
    await expect(client.page({ start: { kind: 'end' }, before: 1, rows: 0 })).rejects.toThrow('closed');
    const copies = readdirSync(tmpdir()).filter((name) => name.startsWith(`oddline-spool-${process.pid}-`));
    expect(copies).toEqual([]);
    if (existsSync('/proc/self/fd')) {
      const targets = readdirSync('/proc/self/fd').map((fd) => linkOf(fd));
      expect(targets.filter((target) => target.includes('f.gz') || target.includes('oddline-spool'))).toEqual(
        [],
      );
    }
  });
});
