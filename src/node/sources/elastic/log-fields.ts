import { InputError } from '../../../protocol/input-error';
import type { ElasticQuery } from '../../../protocol/log-source';
import { isObject } from '../http/answers';
import { type ElasticClient, indexPath } from './elastic-client';
import { filtersOf } from './elastic-query';
import { fieldTypes, typesIn } from './field-types';
import { hitOf } from './hit';
import { listedNames } from './listed-names';
import { messageFields } from './message-field';
import { clusterFailures, type ShardFailures, shardFailures } from './shard-failures';

/** Where in a document its time and its text stand. */
export interface LogFields {
  readonly time: string;
  /** The first of them that a document has is its text. */
  readonly messages: readonly string[];
}

/** The surer before the rarer: ECS and Logstash, then what others write. */
const timeNames = ['@timestamp', 'timestamp', 'time', '@time', 'ts', 'event.created', 'observed_timestamp'];
export const sampleSize = 100;

/** The newest documents of a query: what they look like. */
export interface Sample {
  readonly sources: readonly Readonly<Record<string, unknown>>[];
  /** Documents of the query in all. */
  readonly entries: number;
  /** Those that could not be asked for them. */
  readonly failures: ShardFailures | null;
  /** Of these, what no point in time tells again. */
  readonly awayClusters: ShardFailures | null;
}

/** Throws InputError where there is no index, no time, or where it cannot be said which field is meant: it names the candidates. */
export async function timeFieldOf(
  client: ElasticClient,
  query: Pick<ElasticQuery, 'index'>,
): Promise<string> {
  const given = client.source.timeField;
  const wanted = given === null ? timeNames.slice(0, 1) : [given];
  const first = timesAmong(await fieldTypes(client, query.index, wanted));
  if (first.length > 0) return first[0];
  const times = timesAmong(await fieldTypes(client, query.index, ['*']));
  if (given !== null) throw noSuchTime(given, times);
  const known = timeNames.find((name) => times.includes(name)) ?? (times.length === 1 ? times[0] : undefined);
  if (known === undefined) throw times.length === 0 ? noTime(query.index) : unsureTime(times);
  return known;
}

/** Throws as `timeFieldOf`. */
export async function logFieldsOf(client: ElasticClient, query: ElasticQuery): Promise<LogFields & Sample> {
  const time = await timeFieldOf(client, query);
  const sample = await sampleOf(client, query, time);
  return { time, messages: messageFields(client.source.messageField, sample.sources), ...sample };
}

async function sampleOf(client: ElasticClient, query: ElasticQuery, timeField: string): Promise<Sample> {
  const answer = await client.answer({
    method: 'POST',
    path: `/${indexPath(query.index)}/_search`,
    body: {
      size: sampleSize,
      track_total_hits: true,
      query: { bool: { filter: filtersOf(query, timeField) } },
      sort: [{ [timeField]: { order: 'desc', unmapped_type: 'date_nanos' } }],
      docvalue_fields: [{ field: timeField, format: 'strict_date_optional_time_nanos' }],
    },
  });
  const body = client.parsed(answer, 'quickly');
  const { hits } = body;
  const found = isObject(hits) && Array.isArray(hits.hits) ? hits.hits : [];
  const sources = found.map((hit) => hitOf(hit, timeField)?.source ?? null);
  if (found.length > 0 && sources.every((source) => source === null)) throw noSource(query.index);
  return {
    sources: sources.filter((source) => source !== null),
    entries: totalOf(hits),
    failures: shardFailures(body),
    awayClusters: clusterFailures(body),
  };
}

export function totalOf(hits: unknown): number {
  const total = isObject(hits) ? hits.total : undefined;
  return isObject(total) && typeof total.value === 'number' ? total.value : 0;
}

function timesAmong(types: ReadonlyMap<string, unknown>): string[] {
  return [...types.keys()].filter((name) => {
    const kinds = typesIn(types.get(name));
    return kinds.includes('date') || kinds.includes('date_nanos');
  });
}

function noSuchTime(given: string, times: readonly string[]): InputError {
  return fieldProblem(
    'The index has no time {0}. Write one of these as timeField of the log source (--time-field): {1}.',
    given,
    listedNames(times),
  );
}

function unsureTime(times: readonly string[]): InputError {
  return fieldProblem(
    'The index has several times: {0}. Write the one that is meant as timeField of the log source (--time-field).',
    listedNames(times),
  );
}

function noTime(index: string): InputError {
  return fieldProblem(
    'No field of {0} is a time (of type date or date_nanos). Check the index pattern.',
    index.slice(0, 200),
  );
}

function noSource(index: string): InputError {
  return fieldProblem(
    'The index {0} keeps no _source, so the texts of its entries cannot be had. Choose another index.',
    index.slice(0, 200),
  );
}

function fieldProblem(pattern: string, ...values: string[]): InputError {
  return new InputError({ code: 'elastic-field', sentence: { pattern, values } });
}
