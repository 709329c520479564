import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addLines, bytesOfSet } from '../../../src/engine/filter/line-set';
import type { ShowRequest, ViewLine } from '../../../src/protocol/log-lines';
import { temporaryFolder } from '../temporary-folder';
import { conversation, fromLine, fromRow, openFiles, textsOf } from './opened-lines';

const folder = temporaryFolder();
let files = 0;

function fileOf(content: string): string {
  const path = join(folder, `${files++}.log`);
  writeFileSync(path, content);
  return path;
}

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

function membersOf(bits: ArrayBuffer | null): number[] {
  const bytes = new Uint8Array(bits ?? new ArrayBuffer(0));
  return Array.from({ length: bytes.length * 8 }, (_, i) => i).filter((i) => bytes[i >>> 3] & (1 << (i & 7)));
}

/** Those that are there, each once. */
function ascending(places: readonly number[]): number[] {
  return [...new Set(places)].filter((place) => place >= 0).sort((a, b) => a - b);
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
      const found = await lines.call('foundRows', bitsOf(context));
      const rowsOf = context.map((line) => expected.indexOf(foldOf(line)?.[0] ?? line));
      expect(membersOf(found.rows)).toEqual(ascending(rowsOf));
      expect(found.places && membersOf(found.places)).toEqual(
        order && ascending(context.map((line) => order.indexOf(line))),
      );
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

  it('tells of each row where it stands in the order, and of each place its line', async () => {
    const lines = conversation();
    await openFiles(lines, path);
    await lines.call('show', show);
    const { rows } = await lines.page(fromRow(0), 0, 9);
    expect(rows.map(({ place }) => place)).toEqual([0, 1, 2, 3]);
    const all = [0, 1, 2, 3, 4] as ViewLine[];
    const places = await lines.call('placesInOrder', all);
    expect(places).toEqual([1, 3, 2, 4, 0]);
    expect(await Promise.all(places.map((place) => lines.call('lineAtPlace', place)))).toEqual(all);
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
