import { truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { conversation, fromRow, naiveLines, openFiles, textsOf } from './opened-lines';

const folder = temporaryFolder();
let files = 0;

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, `${files++}.log`);
  writeFileSync(path, content);
  return path;
}

/** Line ends of all kinds, words, and now and then more than a block of the index. */
const logText = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\n\n') },
      { weight: 4, arbitrary: fc.constantFrom('open', 'gate 7', 'ü', '中文', '😀', '\u0001', ' ') },
      { weight: 1, arbitrary: fc.integer({ min: 65_500, max: 65_560 }).map((length) => 'x'.repeat(length)) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 9000 }).map((lines) => 'row\r\n'.repeat(lines)) },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const shownOf = (line: string) => line.slice(0, 10_000);
const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), fc.nat(60)), {
  minLength: 4,
  maxLength: 4,
});

it('a page shows lines of JSON and logfmt as columns, others as they are', async () => {
  const lines = conversation();
  const long = `{"level":"info","msg":"${'x'.repeat(20_000)}"}`;
  const written = [
    '{"level":"info","msg":"a\\nb","port":7}',
    'level=warn msg="left the pier"',
    'at ferry',
    long,
  ];
  await openFiles(lines, fileOf(written.join('\n')));
  const columns = [
    { name: 'level', width: 6 },
    { name: 'msg', width: 5 },
  ];
  const page = await lines.call('page', { start: fromRow(0), before: 0, rows: 9, columns });
  expect(page.rows.map(({ cells, text }) => [cells, text.length > 40 ? 'long' : text])).toEqual([
    [['info', 'a␤b'], 'info    a␤b'],
    [['warn', 'left the pier'], 'warn    left the pier'],
    [undefined, 'at ferry'],
    [undefined, 'long'],
  ]);
  expect(textsOf(await lines.page(fromRow(0), 0, 3))).toEqual(written.slice(0, 3));
});

describe('pages of all lines', () => {
  it('are what splitting the whole text gives, in one source or several', async () => {
    const hold = async (texts: string[], asked: [number, number, number][]) => {
      const lines = conversation();
      await openFiles(lines, ...texts.map(fileOf));
      const progress = await lines.call('indexed', undefined);
      const all = texts.flatMap((text) => naiveLines(text).map(shownOf));
      expect(progress).toMatchObject({ phase: 'ready', lines: all.length, estimatedLines: all.length });
      for (const [share, before, rows] of asked) {
        const row = Math.floor(share * (all.length + 3));
        const page = await lines.page(fromRow(row), before, rows);
        const first = Math.max(0, Math.min(row, all.length) - before);
        expect(textsOf(page)).toEqual(all.slice(first, Math.min(all.length, row + rows)));
        expect(page).toMatchObject({ exact: true, totalRows: all.length });
        expect(page.rows.map(({ line }) => line)).toEqual(page.rows.map((_, i) => page.firstRow + i));
      }
      const end = await lines.page({ kind: 'end' }, 50, 10);
      expect(textsOf(end)).toEqual(all.slice(-50));
      await lines.end();
    };
    const property = fc.asyncProperty(fc.array(logText, { minLength: 1, maxLength: 3 }), places, hold);
    await fc.assert(property, { numRuns: 60 });
  });

  it('name the source and the line in it', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf('a\nb\n'), fileOf(''), fileOf('c\nd'));
    const page = await lines.page(fromRow(0), 0, 10);
    expect(page.rows.map(({ source, number, text }) => [source, number, text])).toEqual([
      [0, 1, 'a'],
      [0, 2, 'b'],
      [2, 1, 'c'],
      [2, 2, 'd'],
    ]);
  });

  it('keep control characters, NULs too', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf('gate \0 open\n\t\u0007 \u2028\n'));
    expect(textsOf(await lines.page(fromRow(0), 0, 5))).toEqual(['gate \0 open', '\t\u0007 \u2028']);
  });

  it('begin at a share of the bytes with the line that holds it', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf('0123456789\n'.repeat(1000)));
    await lines.call('indexed', undefined);
    for (const [share, line] of [
      [0, 0],
      [0.5, 500],
      [0.4999, 499],
      [0.9999, 999],
    ]) {
      const page = await lines.page({ kind: 'share', share }, 0, 1);
      expect(page).toMatchObject({ exact: true, rows: [{ line, number: line + 1 }] });
    }
  });
});

describe('a line of 50 MB', () => {
  const huge = 50 << 20;
  const path = fileOf(`before\n${'0123456789'.repeat(huge / 10)}\nafter\n`);

  it('shows its beginning and how much is left out, and more by the piece', async () => {
    const lines = conversation();
    await openFiles(lines, path);
    await lines.call('indexed', undefined);
    const page = await lines.page(fromRow(0), 0, 10);
    expect(page.rows.map(({ text, cutBytes }) => [text.length, cutBytes])).toEqual([
      [6, 0],
      [10_000, huge - 10_000],
      [5, 0],
    ]);
    const piece = { line: 1 as ViewLine, from: 30_000_003, length: 4 };
    expect(await lines.call('lineText', piece)).toBe('3456');
    expect(await lines.call('lineText', { ...piece, from: huge - 2, length: 10 })).toHaveLength(2);
  });

  it('is found from a place within it before it is indexed', async () => {
    const lines = conversation();
    await openFiles(lines, path);
    const page = await lines.page({ kind: 'share', share: 0.9 }, 1, 2);
    expect(page.rows.map(({ text }) => text.slice(0, 6))).toEqual(['before', '012345', 'after']);
  });
});

describe('what is not indexed yet', () => {
  it('is shown with numbers by estimate, from the end and from any place', async () => {
    const count = 600_000;
    const lines = conversation();
    await openFiles(
      lines,
      fileOf(Array.from({ length: count }, (_, i) => `event ${String(i).padStart(7, '0')}\n`).join('')),
    );
    // Asked in one breath with what follows, before the index is complete.
    const [end, middle] = await Promise.all([
      lines.page({ kind: 'end' }, 3, 5),
      lines.page({ kind: 'share', share: 0.5 }, 1, 1),
    ]);
    expect(textsOf(end)).toEqual(['event 0599997', 'event 0599998', 'event 0599999']);
    expect(textsOf(middle)).toEqual(['event 0299999', 'event 0300000']);
    expect(Math.abs(middle.firstRow - 299_999)).toBeLessThan(1000);
    const progress = await lines.call('indexed', undefined);
    expect(progress.lines).toBe(count);
  });
});

describe('a log that is changed while it is open', () => {
  it.each<[string, (path: string) => void]>([
    ['shorter', (path) => truncateSync(path, 10)],
    [
      'other text of the same length',
      (path) => {
        writeFileSync(path, 'other\n'.repeat(2000));
        // Clocks of file systems tick in milliseconds.
        utimesSync(path, 1e9, 1e9);
      },
    ],
  ])('is refused: %s', async (_, change) => {
    const path = fileOf('first\n'.repeat(2000));
    const lines = conversation();
    await openFiles(lines, path);
    await lines.call('indexed', undefined);
    change(path);
    await expect(lines.page(fromRow(0), 0, 5)).rejects.toMatchObject({ code: 'shrunk' });
    await expect(lines.call('lineText', { line: 0 as ViewLine, from: 0, length: 5 })).rejects.toMatchObject({
      code: 'shrunk',
    });
  });
});
