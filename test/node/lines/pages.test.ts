import { truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLines, bytesOfSet } from '../../../src/engine/filter/line-set';
import type { ShowRequest, ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { conversation, fromLine, fromRow, naiveLines, openFiles, textsOf } from './opened-lines';

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

/** Runs of lines, ascending, parted or side by side. */
const runs = (most: number) =>
  fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 12 }).map((steps) => {
    const found: [number, number][] = [];
    let at = 0;
    for (const [gap, length] of steps) {
      const first = at + gap;
      at = first + length + 1;
      if (at <= most) found.push([first, at - 1]);
    }
    return found;
  });

const most = 60;
const asShown = fc.record({
  hidden: fc.option(fc.uniqueArray(fc.nat(most - 1))),
  context: fc.uniqueArray(fc.nat(most - 1)),
  folds: runs(most),
  order: fc.option(fc.shuffledSubarray(Array.from({ length: most }, (_, i) => i))),
});

function bitsOf(lines: readonly number[]): ArrayBuffer {
  const bits = new Uint8Array(bytesOfSet(most));
  for (const line of lines) addLines(bits, line, line + 1);
  return bits.buffer;
}

describe('pages of shown lines', () => {
  const text = Array.from({ length: most }, (_, i) => `line ${i}`).join('\n');
  const all = Array.from({ length: most }, (_, i) => i);

  it('are the order without what is hidden, folds as their first line', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf(text));
    const hold = async ({
      hidden,
      context,
      folds,
      order,
    }: typeof asShown extends fc.Arbitrary<infer T> ? T : never) => {
      const request: ShowRequest = {
        lines: hidden && bitsOf(all.filter((line) => !hidden.includes(line))),
        context: bitsOf(context),
        folds: {
          places: Uint32Array.from(folds.flatMap(([first, last]) => [first, last, 2])).buffer,
          milliseconds: Float64Array.from(folds, ([first]) => (first % 2 === 0 ? first : Number.NaN)).buffer,
        },
        order: order && Uint32Array.from(order).buffer,
      };
      const foldOf = (line: number) => folds.find(([first, last]) => first <= line && line <= last);
      const isShown = (line: number) => !hidden?.includes(line) && (foldOf(line)?.[0] ?? line) === line;
      const expected = (order ?? all).filter(isShown);

      const answer = await lines.call('show', request);
      expect(answer).toEqual({ rows: expected.length, hiddenLines: hidden?.length ?? 0 });
      const page = await lines.page(fromRow(0), 0, 100);
      expect(page.rows.map(({ line }) => line)).toEqual(expected);
      for (const row of page.rows) {
        expect(row.text).toBe(`line ${row.line}`);
        expect(row.isContext).toBe(context.includes(row.line));
        const fold = foldOf(row.line);
        const milliseconds = row.line % 2 === 0 ? row.line : null;
        expect(row.fold).toEqual(fold ? { records: 2, lastLine: fold[1], milliseconds } : null);
      }
      for (const line of all) {
        const own = foldOf(line)?.[0] ?? line;
        const meant = isShown(own) ? own : line;
        const next = order ? undefined : expected.findIndex((shown) => shown >= meant);
        const at = expected.indexOf(meant) === -1 && next !== undefined ? next : expected.indexOf(meant);
        if (order && at === -1) continue;
        expect(await lines.call('rowOfLine', line as ViewLine)).toBe(at === -1 ? null : at);
      }
      const middle = Math.floor(expected.length / 2);
      const part = await lines.page(fromRow(middle), 3, 4);
      expect(part.rows.map(({ line }) => line)).toEqual(expected.slice(Math.max(0, middle - 3), middle + 4));
    };
    await fc.assert(fc.asyncProperty(asShown, hold), { numRuns: 60 });
  });

  it('are all of them again when nothing is hidden any more', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf(text));
    const nothing = { context: null, folds: null, order: null };
    await lines.call('show', { lines: bitsOf([3, 9]), ...nothing });
    expect(textsOf(await lines.page(fromLine(4), 1, 5))).toEqual(['line 3', 'line 9']);
    expect(await lines.call('show', { lines: null, ...nothing })).toEqual({ rows: most, hiddenLines: 0 });
    expect(textsOf(await lines.page(fromLine(4), 1, 2))).toEqual(['line 3', 'line 4', 'line 5']);
  });

  it('are none where a filter leaves nothing', async () => {
    const lines = conversation();
    await openFiles(lines, fileOf(text));
    await lines.call('show', { lines: bitsOf([]), context: null, folds: null, order: null });
    const page = await lines.page(fromRow(0), 10, 10);
    expect(page).toEqual({ firstRow: 0, exact: true, totalRows: 0, rows: [] });
    expect(await lines.call('rowOfLine', 0 as ViewLine)).toBeNull();
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

describe('a merge', () => {
  const path = fileOf('a\nb\nc\nd\ne\n');
  const order = Uint32Array.from([4, 0, 2, 1, 3]).buffer;
  const show: ShowRequest = { lines: Uint8Array.of(0b10111).buffer, context: null, folds: null, order };

  it('has the row of a hidden line where the next in order is', async () => {
    const lines = conversation();
    await openFiles(lines, path);
    await lines.call('show', show);
    expect(textsOf(await lines.page(fromRow(0), 0, 9))).toEqual(['e', 'a', 'c', 'b']);
    const rows = [];
    for (let line = 0; line < 5; line++) rows.push(await lines.call('rowOfLine', line as ViewLine));
    expect(rows).toEqual([1, 3, 2, null, 0]);
  });

  it('is copied in its order', async () => {
    const lines = conversation();
    await openFiles(lines, path);
    await lines.call('show', show);
    const request = { from: 4 as ViewLine, until: 2 as ViewLine, shownOnly: false, mostChars: 99 };
    expect(await lines.call('copy', request)).toEqual({ text: 'e\na\nc', lines: 3 });
  });
});

describe('copied text', () => {
  const path = fileOf('a\r\n\u001b[31mb\u001b[0m\r\nc\r\nd\r\ne');
  const copy = { from: 1 as ViewLine, until: 3 as ViewLine, shownOnly: false, mostChars: 100 };
  const show = (lines: number[]): ShowRequest => ({
    lines: bitsOf(lines),
    context: null,
    folds: null,
    order: null,
  });

  it.each([
    ['all lines', copy, { text: 'b\nc\nd', lines: 3 }],
    ['those shown', { ...copy, shownOnly: true }, { text: 'b\nd', lines: 2 }],
    ['as many units as may be', { ...copy, mostChars: 5 }, { text: 'b\nc\nd', lines: 3 }],
    ['no more than may be', { ...copy, mostChars: 4 }, { text: null, lines: 3 }],
    ['up to the last', { ...copy, from: 4 as ViewLine, until: 9 as ViewLine }, { text: 'e', lines: 1 }],
  ])('%s', async (_, request, expected) => {
    const lines = conversation();
    await openFiles(lines, path);
    await lines.call('show', show([0, 1, 3]));
    expect(await lines.call('copy', request)).toEqual(expected);
  });
});
