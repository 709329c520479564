import type { ElasticSource } from '../../../protocol/log-source';
import type { NamesRequest, ValuesRequest } from '../../../protocol/sources';
import { isObject } from '../http/answers';
import { quick } from '../http/backoff';
import type { Asking } from '../source-reader';
import { ElasticClient, indexPath } from './elastic-client';
import { rangeOf } from './elastic-query';
import { fieldTypes, isCountable } from './field-types';
import { timeFieldOf } from './log-fields';

const mostNames = 5_000;
/** Each shard counts all values of a field to give these: a few hundred are enough to choose from. */
const mostValues = 1_000;

/** Fields of an index pattern; of what is indexed twice (`message` and `message.keyword`) both. */
export async function fieldNames(source: ElasticSource, { within }: NamesRequest, asking: Asking) {
  const client = new ElasticClient(source, asking, quick);
  const types = await fieldTypes(client, within, ['*']);
  return [...types.keys()].sort().slice(0, mostNames);
}

/** The most frequent values of a field in the span. [] where the server cannot count them (texts). */
export async function fieldValues(source: ElasticSource, request: ValuesRequest, asking: Asking) {
  const client = new ElasticClient(source, asking, quick);
  const index = request.within;
  const field = await countableField(client, index, request.name);
  if (field === null) return [];
  const range = rangeOf(await timeFieldOf(client, { index }), request.span);
  const { aggregations } = await client.json({
    method: 'POST',
    path: `/${indexPath(index)}/_search`,
    body: {
      size: 0,
      track_total_hits: false,
      query: { bool: { filter: [range] } },
      aggs: { values: { terms: { field, size: mostValues } } },
    },
  });
  return termsIn(aggregations, 'values')
    .map(({ name }) => name)
    .sort();
}

/** The field, or its twin that is made for counting; null where neither can be counted. */
async function countableField(client: ElasticClient, index: string, name: string): Promise<string | null> {
  const types = await fieldTypes(client, index, [name, `${name}.keyword`]);
  return [name, `${name}.keyword`].find((one) => isCountable(types.get(one))) ?? null;
}

export interface Term {
  readonly name: string;
  readonly count: number;
  readonly bucket: Readonly<Record<string, unknown>>;
}

/** Buckets of a `terms` aggregation. */
export function termsIn(aggregations: unknown, name: string): Term[] {
  return bucketsIn(aggregations, name).map((bucket) => ({
    name: String(bucket.key_as_string ?? bucket.key),
    count: Number(bucket.doc_count) || 0,
    bucket,
  }));
}

export function bucketsIn(aggregations: unknown, name: string): Readonly<Record<string, unknown>>[] {
  const aggregation = isObject(aggregations) ? aggregations[name] : undefined;
  const buckets = isObject(aggregation) ? aggregation.buckets : undefined;
  return Array.isArray(buckets) ? buckets.filter(isObject) : [];
}
