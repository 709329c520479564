import type { NsText, TimeSpan } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { isObject } from '../http/answers';
import { rangeOf } from './elastic-query';
import { type Hit, hitOf } from './hit';
import { totalOf } from './log-fields';

/** Behind which hit a page begins. */
export interface Position {
  readonly time: NsText;
  readonly tie: number;
}

export interface PageWish {
  readonly span: TimeSpan;
  readonly order: 'asc' | 'desc';
  readonly after: Position | null;
  /** Without, hits bring their time and key only. */
  readonly withText: boolean;
  /** Whether all hits are to be counted as well. */
  readonly counted: boolean;
}

export interface SearchPage {
  readonly hits: readonly Hit[];
  /** Whether more may follow. */
  readonly isFull: boolean;
  /** Of all pages; null where it was not asked for. */
  readonly total: number | null;
  /** As it came, for who must read it more exactly. */
  readonly answer: HttpAnswer;
}

/**
 * Equal times need a second key, else a page ends amid them and the next one leaves the rest out. `_shard_doc` is that key on
 * Elasticsearch of 7.12 and later: no two documents of a point in time share it. `_doc` is the place within a shard alone, so as many
 * documents as there are shards may share it: the next page begins one before, and what was there already is known by its key.
 * Sorting by `_id` would need no such care, but loads all ids into the memory of the server.
 */
export interface TieBreaker {
  readonly field: '_shard_doc' | '_doc';
  /** How far before the last one a page begins. */
  readonly overlap: 0 | 1;
}

/** JSON text: times in nanoseconds are numbers that JavaScript does not have. */
export function pageBody(
  wish: PageWish,
  parts: { size: number; timeField: string; clause: object | null; tie: TieBreaker; pit: object | null },
): string {
  const { size, timeField, clause, tie, pit } = parts;
  const { span, order, withText, counted } = wish;
  const body = {
    size,
    track_total_hits: counted,
    ...(pit ? { pit } : {}),
    query: { bool: { filter: [rangeOf(timeField, span), ...(clause ? [clause] : [])] } },
    sort: [
      { [timeField]: { order, numeric_type: 'date_nanos', unmapped_type: 'date_nanos' } },
      { [tie.field]: order },
    ],
    ...(withText ? {} : { _source: false }),
    docvalue_fields: [{ field: timeField, format: 'strict_date_optional_time_nanos' }],
  };
  const after = searchAfter(wish, tie);
  return after === null
    ? JSON.stringify(body)
    : `${JSON.stringify(body).slice(0, -1)},"search_after":${after}}`;
}

function searchAfter({ after, order }: PageWish, { overlap }: TieBreaker): string | null {
  if (after === null) return null;
  const tie = order === 'asc' ? after.tie - overlap : after.tie + overlap;
  return `[${BigInt(after.time)},${Math.trunc(tie)}]`;
}

export function hitsIn(body: Readonly<Record<string, unknown>>, timeField: string): Hit[] {
  return listIn(body)
    .map((hit) => hitOf(hit, timeField))
    .filter((hit) => hit !== null);
}

/** All that came, those without a readable time among them: by these a page is full. */
export function hitCount(body: Readonly<Record<string, unknown>>): number {
  return listIn(body).length;
}

function listIn({ hits }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return isObject(hits) && Array.isArray(hits.hits) ? hits.hits : [];
}

export function totalIn(body: Readonly<Record<string, unknown>>, wish: PageWish): number | null {
  return wish.counted ? totalOf(body.hits) : null;
}
