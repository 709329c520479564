import { appendFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder';
import { append, copyAway, cut, followed, recreate, rename, type Step, shown } from './followed-log';
import { type Conversation, conversation, fromRow, openFiles } from './opened-lines';

const folder = temporaryFolder();
const told = ({ changes }: Conversation) => changes.map(({ kind, missedLines }) => [kind, missedLines]);
const remove: Step = (path) => rmSync(path);
const renameOlder: Step = (path) => renameSync(`${path}.1`, `${path}.2`);
/** Clocks of file systems tick in milliseconds. */
const overwrite =
  (text: string): Step =>
  (path) => {
    writeFileSync(path, text);
    utimesSync(path, 1e9, 1e9);
  };
const look = 'look';
/** 渔 in GB18030. */
const bytesOfYu = Buffer.of(0xd3, 0xe6);

interface Case {
  readonly name: string;
  readonly steps: readonly (Step | typeof look)[];
  readonly changes: readonly (readonly [kind: string, missedLines: number])[];
  readonly lines: readonly string[];
  readonly paths?: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'nothing happens', steps: [look, look], changes: [], lines: ['a', 'b'] },
  { name: 'it grows', steps: [append('c\nd'), look], changes: [['grown', 0]], lines: ['a', 'b', 'c', 'd'] },
  {
    name: 'a line that was not whole becomes so',
    steps: [append('c'), look, append('c\r'), look, append('\nd\n'), look],
    changes: [
      ['grown', 0],
      ['grown', 0],
      ['grown', 0],
    ],
    lines: ['a', 'b', 'cc', 'd'],
  },
  {
    name: 'it is rotated, and written to before and after',
    steps: [append('c\n'), rename, recreate('d\n'), look, append('e\n'), look],
    changes: [
      ['grown', 0],
      ['rotated', 0],
      ['grown', 0],
    ],
    lines: ['a', 'b', 'c', 'd', 'e'],
    paths: ['gate.log.1', 'gate.log'],
  },
  {
    name: 'who writes goes on in the renamed file until the new one has something in it',
    steps: [rename, recreate(''), look, (path) => append('late\n')(`${path}.1`), look, append('d\n'), look],
    changes: [
      ['grown', 0],
      ['rotated', 0],
    ],
    lines: ['a', 'b', 'late', 'd'],
  },
  {
    name: 'it is copied and cut',
    steps: [append('c\n'), copyAway, cut, look, append('d\n'), look],
    changes: [
      ['truncated', 0],
      ['grown', 0],
    ],
    lines: ['a', 'b', 'c', 'd'],
    paths: ['gate.log.1', 'gate.log'],
  },
  {
    name: 'it is renamed once, and copied and cut the next time',
    steps: [rename, recreate('c\n'), look, renameOlder, copyAway, cut, append('d\n'), look],
    changes: [
      ['rotated', 0],
      ['truncated', 0],
    ],
    lines: ['a', 'b', 'c', 'd'],
    paths: ['gate.log.2', 'gate.log.1', 'gate.log'],
  },
  {
    name: 'it is copied and cut, and longer than before when it is looked at',
    steps: [copyAway, cut, append('much more than there was before\n'), look],
    changes: [['truncated', 0]],
    lines: ['a', 'b', 'much more than there was before'],
  },
  {
    name: 'it is cut without a copy',
    steps: [cut, append('d\n'), look],
    changes: [['truncated', 0]],
    lines: ['', '', 'd'],
  },
  {
    name: 'it is overwritten by other text of the same length',
    steps: [overwrite('x\ny\n'), look],
    changes: [['truncated', 0]],
    lines: ['', '', 'x', 'y'],
  },
  {
    name: 'it is deleted and created again',
    steps: [append('c\n'), remove, look, look, recreate('d\n'), look],
    changes: [
      ['grown', 0],
      ['gone', 0],
      ['back', 0],
    ],
    lines: ['a', 'b', 'c', 'd'],
  },
  {
    name: 'it is moved away and back',
    steps: [rename, look, (path) => renameSync(`${path}.1`, path), look, append('c\n'), look],
    changes: [
      ['gone', 0],
      ['back', 0],
      ['grown', 0],
    ],
    lines: ['a', 'b', 'c'],
    paths: ['gate.log'],
  },
  {
    name: 'it is written anew with all that was in it',
    steps: [rename, recreate('a\nb\nc\n'), look, append('d\n'), look],
    changes: [
      ['grown', 0],
      ['grown', 0],
    ],
    lines: ['a', 'b', 'c', 'd'],
    paths: ['gate.log'],
  },
  {
    name: 'it is rotated twice',
    steps: [
      rename,
      recreate('c\n'),
      look,
      (path) => renameSync(`${path}.1`, `${path}.2`),
      rename,
      recreate('d\n'),
      look,
    ],
    changes: [
      ['rotated', 0],
      ['rotated', 0],
    ],
    lines: ['a', 'b', 'c', 'd'],
    paths: ['gate.log.2', 'gate.log.1', 'gate.log'],
  },
];

describe('a followed log', () => {
  it.each(cases)('$name', async ({ steps, changes, lines: expected, paths }) => {
    const { lines, path } = await followed(folder, 'a\nb\n');
    for (const step of steps) await (step === look ? lines.look() : step(path));
    expect(told(lines)).toEqual(changes);
    expect(await shown(lines)).toEqual(expected);
    expect(await lines.call('indexed', undefined)).toMatchObject({ lines: expected.length, phase: 'ready' });
    const last = lines.changes.at(-1);
    if (paths) expect(last?.sources.map((source) => source.path.split(/[\\/]/).at(-1))).toEqual(paths);
  });

  it('marks lines nobody can read any more, and goes on numbering', async () => {
    const { lines, path } = await followed(folder, 'a\nb\n');
    cut(path);
    append('d\n')(path);
    // Nobody looked yet: the page finds out.
    const page = await lines.page(fromRow(0), 0, 9);
    expect(page.rows.map(({ line, text, unreadable }) => [line, text, unreadable])).toEqual([
      [0, '', true],
      [1, '', true],
      [2, 'd', undefined],
    ]);
    expect(await lines.call('descriptors', undefined)).toMatchObject([
      { firstLine: 0, lines: 2, bytes: 0 },
      { firstLine: 2, lines: 1, bytes: 2 },
    ]);
  });

  it('is looked at no more when it is not followed', async () => {
    const { lines, path } = await followed(folder, 'a\n');
    await lines.call('follow', false);
    append('b\n')(path);
    expect(await shown(lines)).toEqual(['a']);
    expect(lines.changes).toEqual([]);
  });

  describe.each([
    ['UTF-16 LE', (text: string) => Buffer.from(text, 'utf16le'), Buffer.from([0xff, 0xfe])],
    ['UTF-16 BE', (text: string) => Buffer.from(text, 'utf16le').swap16(), Buffer.from([0xfe, 0xff])],
  ])('of %s', (_, encoded, mark) => {
    const write = (path: string, bytes: Uint8Array) => appendFileSync(path, bytes);

    it('is decoded on, also from the midst of a character', async () => {
      const { lines, path } = await followed(folder, Buffer.concat([mark, encoded('pier 7\nfog ')]));
      const more = encoded('漢😀 left\n');
      for (let at = 0; at < more.length; at += 3) {
        write(path, more.subarray(at, at + 3));
        await lines.look();
      }
      expect(await shown(lines)).toEqual(['pier 7', 'fog 漢😀 left']);
    });

    it('keeps what was cut, and goes on in the new file', async () => {
      const { lines, path } = await followed(folder, Buffer.concat([mark, encoded('a\nb\n')]));
      cut(path);
      write(path, Buffer.concat([mark, encoded('c\n')]));
      await lines.look();
      rename(path);
      writeFileSync(path, Buffer.concat([mark, encoded('d\n')]));
      await lines.look();
      write(path, encoded('e\n'));
      await lines.look();
      expect(await shown(lines)).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(told(lines)).toEqual([
        ['truncated', 0],
        ['rotated', 0],
        ['grown', 0],
      ]);
      const { rows } = await lines.page(fromRow(0), 0, 9);
      expect(rows.map(({ source, number }) => [source, number])).toEqual([
        [0, 1],
        [0, 2],
        [1, 1],
        [2, 1],
        [2, 2],
      ]);
    });
  });

  it('of GB18030 is decoded on, also from the midst of a character', async () => {
    const head = Buffer.concat([
      Buffer.from('a line of the harbour\n'.repeat(30)),
      bytesOfYu,
      Buffer.from('\n'),
    ]);
    const path = join(folder, 'gb18030.log');
    writeFileSync(path, head);
    const lines = conversation();
    await lines.call('open', { sources: [{ kind: 'file', path, encoding: 'gb18030' }] });
    await lines.call('follow', true);
    for (const byte of [...bytesOfYu, 0x0a]) {
      appendFileSync(path, Buffer.of(byte));
      await lines.look();
    }
    expect((await shown(lines)).slice(-2)).toEqual(['渔', '渔']);
  });

  it('is refused where it is packed', async () => {
    const path = join(folder, 'packed.gz');
    writeFileSync(path, gzipSync('a\n'));
    const lines = conversation();
    await openFiles(lines, path);
    await expect(lines.call('follow', true)).rejects.toMatchObject({ code: 'not-followed' });
  });
});
