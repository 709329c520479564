import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LineNumber } from '../../../src/engine/model/units';
import { type BookmarkedLog, BookmarkStore, isOfLog } from '../../../src/node/store/bookmarks';
import { temporaryFolder } from '../temporary-folder';

const folder = temporaryFolder();
const at = '2026-11-21T23:00:00Z';
const harbour: BookmarkedLog = { log: '0123456789abcdef', file: 'harbour.log' };
const place = (line: number, ordinal = 0) => ({
  line: line as LineNumber,
  key: `00000000000000${String(line).padStart(2, '0')}`,
  ordinal,
});
const marked = (line: number, note = '') => ({ ...place(line), note, at });

describe('BookmarkStore', () => {
  it('keeps a bookmark a line, in the order they were set', async () => {
    const path = join(folder, 'kept', 'bookmarks.jsonl');
    const put = [marked(7, 'crane stops'), marked(3)];
    await new BookmarkStore(path).change(harbour, { removed: [], put });
    const { bookmarks, damaged } = await new BookmarkStore(path).list();
    expect(bookmarks).toEqual(put.map((one) => ({ ...harbour, ...one })));
    expect(damaged).toEqual([]);
    expect(readFileSync(path, 'utf8').split('\n')[1]).toBe(
      `{"at":"${at}","file":"harbour.log","key":"0000000000000007","line":7,"log":"0123456789abcdef","note":"crane stops","ordinal":0}`,
    );
  });

  it('replaces a bookmark in the same place, and removes one wherever it stands by now', async () => {
    const store = new BookmarkStore(join(folder, 'changed', 'bookmarks.jsonl'));
    await store.change(harbour, { removed: [], put: [marked(7), marked(3)] });
    await store.change(harbour, {
      removed: [{ ...place(3), line: 90 as LineNumber }],
      put: [marked(7, 'a note now')],
    });
    expect((await store.list()).bookmarks).toEqual([{ ...harbour, ...marked(7, 'a note now') }]);
  });

  it('leaves the bookmarks of other logs alone', async () => {
    const store = new BookmarkStore(join(folder, 'others', 'bookmarks.jsonl'));
    const quarry = { log: 'fedcba9876543210', file: 'quarry.log' };
    await store.change(quarry, { removed: [], put: [marked(7)] });
    await store.change(harbour, { removed: [place(7)], put: [] });
    expect((await store.list()).bookmarks).toEqual([{ ...quarry, ...marked(7) }]);
  });

  it.each([
    ['a line 0', { ...harbour, ...marked(1), line: 0 }],
    ['a key that is none', { ...harbour, ...marked(1), key: '../../etc' }],
    ['a note that is no text', { ...harbour, ...marked(1), note: 5 }],
    ['no log', { file: 'harbour.log', ...marked(1) }],
  ])('keeps a line with %s as a damaged one', async (name, entry) => {
    const path = join(folder, name, 'bookmarks.jsonl');
    mkdirSync(join(folder, name));
    writeFileSync(path, `{"oddline":"bookmarks","version":1}\n${JSON.stringify(entry)}\n`);
    const { bookmarks, damaged } = await new BookmarkStore(path).list();
    expect(bookmarks).toEqual([]);
    expect(damaged.map(({ line }) => line)).toEqual([2]);
  });
});

it.each([
  ['the log itself', harbour, true],
  ['the same log, rotated', { ...harbour, file: 'harbour.log.1' }, true],
  ['the same place after its head was cut off', { ...harbour, log: 'fedcba9876543210' }, true],
  ['another log', { log: 'fedcba9876543210', file: 'quarry.log' }, false],
])('a bookmark may be of %s: %s', (_, log, expected) => {
  expect(isOfLog({ ...harbour }, log)).toBe(expected);
});
