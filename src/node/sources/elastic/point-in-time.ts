import { notItsApi } from '../http/problems';
import { type ElasticClient, indexPath } from './elastic-client';
import type { ElasticServer } from './elastic-server';

/** Renewed by every page: long enough for the slowest one with its repeats, short enough not to burden a server that we were cut from. */
const keepAlive = '5m';
const closingMs = 5_000;

/** What differs between the two; each calls the same thing by its own name. */
const dialects = {
  elasticsearch: {
    path: (index: string) => `/${indexPath(index)}/_pit`,
    id: (answer: Record<string, unknown>) => answer.id,
    closing: (id: string) => ({ path: '/_pit', body: { id } }),
  },
  opensearch: {
    path: (index: string) => `/${indexPath(index)}/_search/point_in_time`,
    id: (answer: Record<string, unknown>) => answer.pit_id,
    closing: (id: string) => ({ path: '/_search/point_in_time', body: { pit_id: [id] } }),
  },
} as const;

/**
 * A view of the indexes as they were when it was opened: pages of one search do not shift under each other while more is indexed. It
 * costs the server files it would else delete, so it is closed as soon as possible.
 */
export class PointInTime {
  private constructor(
    private readonly client: ElasticClient,
    private readonly product: ElasticServer['product'],
    private id: string,
  ) {}

  /** Throws ElasticFault. */
  static async open(client: ElasticClient, { product }: ElasticServer, index: string): Promise<PointInTime> {
    const { path, id } = dialects[product];
    const answer = await client.json({ method: 'POST', path: `${path(index)}?keep_alive=${keepAlive}` });
    const given = id(answer);
    if (typeof given !== 'string') throw notItsApi(client.source);
    return new PointInTime(client, product, given);
  }

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
