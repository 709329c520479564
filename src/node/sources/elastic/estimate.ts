import type { ElasticQuery, ElasticSource } from '../../../protocol/log-source';
import type { FetchEstimate } from '../../../protocol/sources';
import { quick } from '../http/backoff';
import type { Asking } from '../source-reader';
import { ElasticClient } from './elastic-client';
import { serverOf } from './elastic-server';
import { logFieldsOf, sampleSize } from './log-fields';

const encoder = new TextEncoder();
const estimateDeadlineMs = 60_000;

/** The server counts; what an entry weighs is taken from the newest ones. */
export async function estimateQuery(
  source: ElasticSource,
  query: ElasticQuery,
  asking: Asking,
): Promise<FetchEstimate> {
  const client = new ElasticClient(source, asking, quick, estimateDeadlineMs);
  await serverOf(client);
  const { entries, sources, failures } = await logFieldsOf(client, query);
  const wanted = query.limit === null ? entries : Math.min(entries, query.limit);
  const weighed = sources.reduce((sum, one) => sum + encoder.encode(JSON.stringify(one)).length, 0);
  const average = sources.length === 0 ? 0 : weighed / sources.length;
  const isRough = entries > sources.length && sources.length > 0;
  const note = {
    pattern: 'The size is reckoned from the newest {0} entries.',
    values: [Math.min(sampleSize, sources.length)],
  };
  return {
    bytes: Math.round(wanted * average),
    entries: wanted,
    streams: null,
    notes: [...(failures ? [failures.sentence] : []), ...(isRough ? [note] : [])],
  };
}
