import type { NsText, TimeSpan } from '../../../protocol/log-source';
import { notItsApi } from '../http/problems';
import { compareNs } from './clock-text';
import type { Hit } from './hit';
import { LostPointInTime, type PageReader } from './page-reader';
import type { Position, SearchPage } from './search-page';
import type { SeenEntries } from './seen-entries';

export interface Walk {
  readonly reader: PageReader;
  readonly span: TimeSpan;
  /** What is known already is left out, and what comes is added. */
  readonly seen: SeenEntries;
  readonly withText: boolean;
}

export interface NewHits {
  readonly hits: readonly Hit[];
  readonly page: SearchPage;
}

/** In a row, without one new hit between them. */
const mostLosses = 5;
const mostVainPages = 20;

/**
 * Hits of a span by time, each once. The next page is asked for before the last one is handed over. Where a server has lost its point
 * in time (it was started again, or had too many) the walk goes on from the last time with a new one, and says so.
 */
export async function* ascending({ reader, span, seen, withText }: Walk): AsyncGenerator<NewHits> {
  let losses = 0;
  let vain = 0;
  let reached: Position | null = null;
  const request = (from: NsText, after: Position | null, counted: boolean) =>
    orLost(reader.page({ span: { ...span, from }, order: 'asc', after, withText, counted }));
  let from = span.from;
  let next = request(from, null, true);
  for (;;) {
    const page = await next;
    if (page === 'lost') {
      if (++losses > mostLosses) throw notItsApi(reader.client.source);
      await reader.reopen();
      from = seen.newest === null || compareNs(seen.newest, from) < 0 ? from : seen.newest;
      sayLost(reader, from);
      reached = null;
      next = request(from, null, false);
      continue;
    }
    const hits = page.hits.filter((hit) => isWithin(hit, span) && seen.add(hit));
    const last = page.hits.at(-1);
    vain = hits.length > 0 || !isSamePlace(last, reached) ? 0 : vain + 1;
    if (vain > mostVainPages) throw notItsApi(reader.client.source);
    if (vain > 0) reader.size.double();
    if (hits.length > 0) losses = 0;
    reached = last ?? reached;
    if (page.isFull) next = request(from, reached, false);
    yield { hits, page };
    if (!page.isFull) return;
  }
}

/** Rejections are for whoever awaits it; until then they are nobody's. */
function orLost(page: Promise<SearchPage>): Promise<SearchPage | 'lost'> {
  const outcome = page.catch((error: unknown) => {
    if (error instanceof LostPointInTime) return 'lost' as const;
    throw error;
  });
  outcome.catch(() => undefined);
  return outcome;
}

export function isWithin({ time }: Pick<Hit, 'time'>, { from, until }: TimeSpan): boolean {
  return compareNs(time, from) >= 0 && compareNs(time, until) < 0;
}

function isSamePlace(hit: Position | undefined, place: Position | null): boolean {
  return hit?.time === place?.time && hit?.tie === place?.tie;
}

function sayLost({ client }: PageReader, from: NsText): void {
  client.asking.note({
    pattern:
      'The server lost its view of the index and was asked for a new one from {0} on. Entries that reached it meanwhile for earlier times are not among these.',
    values: [new Date(Number(BigInt(from) / 1_000_000n)).toISOString()],
  });
}
