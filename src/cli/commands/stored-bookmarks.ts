import { join, relative, resolve, sep } from 'node:path';
import { contentKeyOfFile } from '../../node/cases/locate-source';
import type { ReadableLog } from '../../node/files/readable-log';
import { bookmarkedLines } from '../../node/store/bookmarked-lines';
import { BookmarkStore, isOfLog } from '../../node/store/bookmarks';
import { nearestStore } from '../../node/store/store-lookup';
import type { BookmarkedLog } from '../output/analysis-report';

/** What people marked in the logs, by the nearest `.oddline/` of each. Throws InputError for a store that is newer or none of ours. */
export async function storedBookmarks(
  paths: readonly string[],
  logs: readonly ReadableLog[],
): Promise<readonly BookmarkedLog[]> {
  const found: BookmarkedLog[] = [];
  for (const [i, path] of paths.entries()) {
    const { folder } = path === '-' ? { folder: undefined } : await nearestStore(path);
    if (folder === undefined) continue;
    const { bookmarks } = await new BookmarkStore(join(folder, 'bookmarks.jsonl')).list();
    const log = (await contentKeyOfFile(path)) ?? '';
    const file = relative(resolve(folder, '..'), resolve(path)).split(sep).join('/');
    const own = bookmarks.filter((one) => isOfLog(one, { log, file }));
    if (own.length > 0) found.push({ path, lines: await bookmarkedLines(logs[i], own) });
  }
  return found;
}
