import { type LogQuery, readLogQuery } from '../../../engine/logql/log-query';
import type { LokiQuery, LokiSource } from '../../../protocol/log-source';
import type { Asking, SourceBatch, SourceEntry } from '../source-reader';
import { Ascending, type Conversation } from './ascending';
import { Counts } from './counts';
import { type TenantLimits, tenantLimits } from './limits';
import { LokiClient } from './loki-client';
import { newestPage, onePage, startOfNewest } from './newest';
import { metricQuery, PageEntries } from './page-entries';
import { PageSize } from './page-size';
import { RecentEntries } from './recent-entries';
import { maxNs, msNs } from './times';
import { answered } from './troubles';

export function conversation(source: LokiSource, asking: Asking): Conversation {
  const client = new LokiClient(source, asking);
  return { client, counts: new Counts(client), entries: new PageEntries(source), asking };
}

/** Throws InputError of what is none. Its syntax is the server's to check. */
export function logQueryOf({ logql }: Pick<LokiQuery, 'logql'>): LogQuery {
  const query = readLogQuery(logql);
  if (query) return query;
  // What begins otherwise may still be a log query with a mistake in it: then the server says which.
  if (/^\s*(?:\(\s*)*\{/.test(logql))
    return { text: logql, from: 0, to: logql.length, filtersTo: logql.length };
  throw metricQuery();
}

/** All entries of the query's span, or the newest of it, ascending. */
export async function* fetchEntries(
  source: LokiSource,
  query: LokiQuery,
  asking: Asking,
): AsyncGenerator<SourceBatch> {
  const recent = new RecentEntries(query.span.from);
  const talk = conversation(source, asking);
  let isEmpty = true;
  for await (const entries of wanted(talk, query, asking)) {
    if (entries.length === 0) continue;
    isEmpty = false;
    recent.take(entries);
    yield { kind: 'entries', entries };
  }
  if (isEmpty) await believeNothing(talk, query);
  asking.reached(recent.last());
}

/**
 * Asked to keep metadata apart, a Loki (seen: 3.7) answers some mistakes of a query, such as a regex that is none, with 200 and
 * nothing; asked without, it says what is wrong.
 */
async function believeNothing({ client }: Conversation, { logql, span }: LokiQuery): Promise<void> {
  const end = `${BigInt(span.from) + 1n}`;
  const parameters = { query: logql, start: span.from, end, limit: '1', direction: 'forward' };
  answered(await client.quickly('/query_range', parameters), client.source);
}

async function* wanted(
  talk: Conversation,
  query: LokiQuery,
  asking: Asking,
): AsyncGenerator<readonly SourceEntry[]> {
  const logQuery = logQueryOf(query);
  asking.tell({ phase: 'asking' });
  const limits = await tenantLimits(talk.client);
  asking.signal.throwIfAborted();
  sayLookback(query, limits, asking);
  const from = BigInt(query.span.from);
  const until = BigInt(query.span.until);
  if (from >= until) return;
  const most = limits?.mostEntries ?? null;
  if (query.limit === null) yield* inSpan(talk, logQuery, from, until, most);
  else yield* newest(talk, logQuery, from, until, query.limit, most);
}

function inSpan(
  talk: Conversation,
  query: LogQuery,
  from: bigint,
  until: bigint,
  most: number | null,
): AsyncGenerator<readonly SourceEntry[]> {
  const size = new PageSize(talk.client.source, talk.asking, until - from, most);
  return new Ascending(talk, query, from, until, size).pages();
}

async function* newest(
  talk: Conversation,
  query: LogQuery,
  from: bigint,
  until: bigint,
  limit: number,
  most: number | null,
): AsyncGenerator<readonly SourceEntry[]> {
  const page = Math.min(onePage, most ?? onePage);
  const whole = limit <= page ? await newestPage(talk, query, from, until, limit) : null;
  if (whole) {
    yield whole;
    return;
  }
  const start = await startOfNewest(talk, query, from, until, limit, page);
  let skip = start.skip;
  for await (const entries of inSpan(talk, query, start.from, until, most)) {
    yield skip === 0 ? entries : entries.slice(skip);
    skip = Math.max(0, skip - entries.length);
  }
}

/** It leaves older entries out without a word. */
function sayLookback({ span }: LokiQuery, limits: TenantLimits | null, { now, note }: Asking): void {
  if (!limits?.lookbackNs) return;
  const oldest = maxNs(0n, BigInt(now()) * msNs - limits.lookbackNs);
  if (BigInt(span.from) >= oldest) return;
  note(
    {
      pattern:
        'The server shows this tenant nothing before {0} (max_query_lookback), so what was asked for before is missing.',
      values: [new Date(Number(oldest / msNs)).toISOString()],
    },
    'missing',
  );
}
