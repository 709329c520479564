import { bytesQuery, countQuery, type LogQuery, selectorOf } from '../../../engine/logql/log-query';
import type { Sentence } from '../../../engine/model/finding';
import type { LokiQuery, LokiSource } from '../../../protocol/log-source';
import type { FetchEstimate } from '../../../protocol/sources';
import { jsonObject } from '../http/answers';
import type { Asking } from '../source-reader';
import type { Counts } from './counts';
import { conversation, logQueryOf } from './fetch';
import { msNs } from './times';
import { endOf, troubleOf } from './troubles';

/** The server reads all of it to count: above, an estimate would cost as much as the fetch. */
const cheapBytes = 512 * 2 ** 20;

interface Volume {
  readonly entries: number;
  readonly bytes: number;
}

/** By the index, and counted where that is cheap. */
export async function estimateFetch(
  source: LokiSource,
  query: LokiQuery,
  asking: Asking,
): Promise<FetchEstimate> {
  const { client, counts } = conversation(source, asking);
  const logQuery = logQueryOf(query);
  const { from, until } = query.span;
  const parameters = { query: selectorOf(logQuery), start: from, end: until };
  const answer = await client.quickly('/index/stats', parameters);
  const trouble = answer.status === 200 ? null : troubleOf(answer, source);
  if (trouble?.kind === 'refused' && answer.status === 400) throw endOf(trouble, answer, source);
  const stats = trouble ? {} : jsonObject(answer, source);
  const indexed = { entries: Number(stats.entries) || 0, bytes: Number(stats.bytes) || 0 };
  const counted =
    indexed.bytes <= cheapBytes ? await countedIn(counts, logQuery, BigInt(from), BigInt(until)) : null;
  const known = counted ?? (indexed.entries > 0 ? indexed : null);
  const share = known && query.limit !== null ? Math.min(1, query.limit / Math.max(1, known.entries)) : 1;
  return {
    entries: known && Math.round(known.entries * share),
    bytes: known && Math.round(known.bytes * share),
    streams: Number(stats.streams) || null,
    notes: counted ? [] : [noteOn(logQuery, known)],
  };
}

async function countedIn(
  counts: Counts,
  query: LogQuery,
  from: bigint,
  until: bigint,
): Promise<Volume | null> {
  const ms = (until - from) / msNs;
  if (ms <= 0n) return null;
  const entries = await counts.seriesAt(countQuery(query, `${ms}ms`), until);
  const bytes = entries && (await counts.seriesAt(bytesQuery(query, `${ms}ms`), until));
  if (!entries || !bytes) return null;
  return { entries: entries[0]?.samples[0]?.value ?? 0, bytes: bytes[0]?.samples[0]?.value ?? 0 };
}

function noteOn(query: LogQuery, known: Volume | null): Sentence {
  if (known === null) return { pattern: 'The server does not tell how much there is.', values: [] };
  const isFiltered = query.text.slice(query.to).trim() !== '';
  return isFiltered
    ? {
        pattern:
          'By the index of the server: of all the selector asks for, before its filters; the newest is not in it yet.',
        values: [],
      }
    : { pattern: 'By the index of the server: the newest is not in it yet.', values: [] };
}
