import type { NsText, TimeSpan } from '../../../protocol/log-source';
import { notItsApi } from '../http/problems';
import { isWithin } from './ascending';
import type { Hit } from './hit';
import { LostPointInTime, type PageReader } from './page-reader';
import type { Position } from './search-page';

/** Where the newest so many entries of a span begin. */
export interface NewestStart {
  readonly time: NsText;
  /** Those of this very time that are among them. */
  readonly keys: ReadonlySet<string>;
}

const mostLosses = 5;

/**
 * Walks back from the end without any text, so that the entries can then be read forward and need not be held. Null where the span has
 * no more than `limit`, which is 1 or more.
 */
export async function newestStart(
  reader: PageReader,
  span: TimeSpan,
  limit: number,
): Promise<NewestStart | null> {
  for (let losses = 0; losses <= mostLosses; losses++) {
    try {
      return await walkBack(reader, span, limit);
    } catch (error) {
      if (!(error instanceof LostPointInTime)) throw error;
      await reader.reopen();
    }
  }
  throw notItsApi(reader.client.source);
}

async function walkBack(reader: PageReader, span: TimeSpan, limit: number): Promise<NewestStart | null> {
  let found = 0;
  let after: Position | null = null;
  let time = '';
  let keys = new Set<string>();
  for (;;) {
    const page = await reader.page({ span, order: 'desc', after, withText: false, counted: false });
    for (const hit of page.hits) {
      if (!isWithin(hit, span) || isKnown(hit)) continue;
      if (found === limit) return { time, keys };
      if (hit.time !== time) keys = new Set();
      time = hit.time;
      keys.add(hit.key);
      found++;
    }
    const last = page.hits.at(-1);
    if (!page.isFull || !last) return null;
    if (after !== null && last.time === after.time && last.tie === after.tie) reader.size.double();
    after = last;
  }

  function isKnown(hit: Hit): boolean {
    return hit.time === time && keys.has(hit.key);
  }
}
