import type { HttpAnswer } from '../../../protocol/sources';
import { notItsApi } from '../http/problems';
import { type ElasticClient, indexPath } from './elastic-client';
import { ElasticFault, isLostSearch } from './elastic-fault';
import { type ElasticServer, isAtLeast } from './elastic-server';
import { shardFailures, shardWaitMs, wholeTries } from './shard-failures';

/** Renewed by every page: long enough for the slowest one with its repeats, short enough not to burden a server that we were cut from. */
const keepAlive = '5m';
const closingMs = 5_000;

/** What differs between the two; each calls the same thing by its own name. */
const dialects = {
  elasticsearch: {
    path: (index: string) => `/${indexPath(index)}/_pit`,
    id: (answer: Record<string, unknown>) => answer.id,
    // Whole by itself. Those before 8.16 know no other way, and refuse the parameter.
    whole: {},
    partly: { allow_partial_search_results: 'true' },
    partlySince: [8, 16],
    closing: (id: string) => ({ path: '/_pit', body: { id } }),
  },
  opensearch: {
    path: (index: string) => `/${indexPath(index)}/_search/point_in_time`,
    id: (answer: Record<string, unknown>) => answer.pit_id,
    whole: { allow_partial_pit_creation: 'false' },
    partly: {},
    partlySince: [2, 4],
    closing: (id: string) => ({ path: '/_search/point_in_time', body: { pit_id: [id] } }),
  },
} as const;

/**
 * A point in time of all shards of an index pattern; of those that can be had where the others do not come back, which is said. Throws
 * ElasticFault.
 */
export async function openPoint(
  client: ElasticClient,
  server: ElasticServer,
  index: string,
): Promise<PointInTime> {
  for (let tried = 1; tried < wholeTries; tried++) {
    try {
      return await openWith(client, server, index, 'whole');
    } catch (error) {
      if (!(error instanceof ElasticFault) || !mayPass(error)) throw error;
      client.asking.tell({ phase: 'waiting' });
      await client.asking.wait(shardWaitMs);
    }
  }
  return openWith(client, server, index, 'partly');
}

/** It is opened shard by shard and then put together: a shard that comes back between the two fails as one that was lost. */
function mayPass({ status, kinds }: ElasticFault): boolean {
  return status >= 500 || isLostSearch(kinds);
}

async function openWith(
  client: ElasticClient,
  server: ElasticServer,
  index: string,
  wanted: 'whole' | 'partly',
): Promise<PointInTime> {
  const { product } = server;
  const dialect = dialects[product];
  const [major, minor] = dialect.partlySince;
  const how = isAtLeast(server, major, minor) ? wanted : 'whole';
  const parameters = new URLSearchParams({ keep_alive: keepAlive, ...dialect[how] });
  const hands = ({ status }: HttpAnswer) => wanted === 'whole' && status === 503;
  const answer = await client.json({ method: 'POST', path: `${dialect.path(index)}?${parameters}`, hands });
  const id = dialect.id(answer);
  if (typeof id !== 'string') throw notItsApi(client.source);
  const failures = shardFailures(answer);
  if (failures) client.asking.note(failures.sentence, 'missing');
  return new PointInTime(client, product, id);
}

/**
 * A view of the indexes as they were when it was opened: pages of one search do not shift under each other while more is indexed. It
 * costs the server files it would else delete, so it is closed as soon as possible.
 */
export class PointInTime {
  constructor(
    private readonly client: ElasticClient,
    private readonly product: ElasticServer['product'],
    private id: string,
  ) {}

  /** As a search names it. */
  get asked(): object {
    return { id: this.id, keep_alive: keepAlive };
  }

  /** A server may give it another id with any page. */
  renew(id: unknown): void {
    if (typeof id === 'string') this.id = id;
  }

  /** Also when all else is cancelled; whether it succeeds does not matter, the server forgets it by itself. */
  async close(): Promise<void> {
    const { path, body } = dialects[this.product].closing(this.id);
    const { source, asking } = this.client;
    const headers = { 'content-type': 'application/json' };
    const request = {
      method: 'DELETE',
      path,
      headers,
      body: JSON.stringify(body),
      deadlineMs: closingMs,
    } as const;
    try {
      await asking.transport.request(source, request, AbortSignal.timeout(closingMs));
    } catch {
      // Nothing to be done about it.
    }
  }
}
