import type { ElasticQuery } from '../../../protocol/log-source';
import type { HttpAnswer } from '../../../protocol/sources';
import { serverWords } from '../http/server-words';
import { transportFailure } from '../http/transport-failure';
import { type ElasticClient, indexPath } from './elastic-client';
import { ElasticFault, isLostSearch } from './elastic-fault';
import { clauseOf } from './elastic-query';
import { type ElasticServer, isAtLeast } from './elastic-server';
import { PageSize } from './page-size';
import { openPoint, type PointInTime } from './point-in-time';
import {
  hitCount,
  hitsIn,
  type PageWish,
  pageBody,
  type SearchPage,
  type TieBreaker,
  totalIn,
} from './search-page';
import { isTooMuchAtOnce, type ShardFailures, shardFailures, shardWaitMs } from './shard-failures';

const breakerWaitMs = 2_000;

const placeInShard: TieBreaker = { field: '_doc', overlap: 1 };

/** What the search stood on is gone: it goes on with another, behind what was had. */
export class LostPointInTime extends Error {}

/** Pages of one query, all of the same moment until `reopen`. */
export class PageReader {
  readonly size = new PageSize();
  readonly tie: TieBreaker;
  private readonly clause: object | null;
  private point: PointInTime | null = null;
  private takesPartly = false;

  constructor(
    readonly client: ElasticClient,
    private readonly server: ElasticServer,
    private readonly query: ElasticQuery,
    readonly timeField: string,
  ) {
    this.clause = clauseOf(query.text);
    const hasShardDoc = server.product === 'elasticsearch' && isAtLeast(server, 7, 12);
    this.tie = hasShardDoc ? { field: '_shard_doc', overlap: 0 } : placeInShard;
  }

  /** Throws LostPointInTime, ElasticFault, InputError. */
  page(wish: PageWish): Promise<SearchPage> {
    return this.search(wish, 'point');
  }

  /** Of the indexes as they are now, which only the first page of a search may be. */
  first(wish: PageWish): Promise<SearchPage> {
    return this.search(wish, 'now');
  }

  private async search(wish: PageWish, moment: 'point' | 'now'): Promise<SearchPage> {
    for (let tried = 1; ; tried++) {
      const size = wish.withText ? this.size.now : this.size.most;
      const answer = await this.answer(wish, size, moment);
      if (answer === null) continue;
      const body = this.client.parsed(answer, 'quickly');
      this.point?.renew(body.pit_id);
      const failures = shardFailures(body);
      if (failures && !(await this.takes(failures, tried))) continue;
      this.takesPartly = failures !== null;
      const hits = hitsIn(body, this.timeField);
      if (wish.withText) this.size.learn(hits.length, answer.body.length);
      return { hits, isFull: hitCount(body) >= size, total: totalIn(body, wish), answer };
    }
  }

  async reopen(): Promise<void> {
    const { point } = this;
    this.point = null;
    await point?.close();
  }

  async close(): Promise<void> {
    // Whoever cancels waits for nothing.
    const closed = this.reopen();
    if (!this.client.asking.signal.aborted) await closed;
  }

  /** Null where it is to be asked again, for less. */
  private async answer(wish: PageWish, size: number, moment: 'point' | 'now'): Promise<HttpAnswer | null> {
    try {
      const { path, pit, tie } = await this.standing(moment);
      const { timeField, clause } = this;
      const body = pageBody(wish, { size, timeField, clause, tie, pit });
      const leaves = this.size.isLeast ? [] : (['too-large', 'timeout'] as const);
      return await this.client.answer({ method: 'POST', path, body, leaves, hands: isBreaker });
    } catch (error) {
      if (error instanceof ElasticFault && isLostSearch(error.kinds)) throw new LostPointInTime();
      if (!this.isTooMuch(error)) throw error;
      this.size.halve();
      if (error instanceof ElasticFault && error.status === 429) await this.client.asking.wait(breakerWaitMs);
      return null;
    }
  }

  /** What a search stands on. `_shard_doc` is known to points in time only. */
  private async standing(moment: 'point' | 'now') {
    if (moment === 'now') {
      const path = `/${indexPath(this.query.index)}/_search`;
      return { path, pit: null, tie: placeInShard };
    }
    this.point ??= await openPoint(this.client, this.server, this.query.index);
    return { path: '/_search', pit: this.point.asked, tie: this.tie };
  }

  private isTooMuch(error: unknown): boolean {
    if (this.size.isLeast) return false;
    return error instanceof ElasticFault ? isTooMuchAtOnce(error) : transportFailure(error) !== null;
  }

  /** Whether what the other shards gave is taken without them. */
  private async takes(failures: ShardFailures, tried: number): Promise<boolean> {
    if (isLostSearch(failures.kinds)) throw new LostPointInTime();
    const isTooMuch = isTooMuchAtOnce(failures) && !this.size.isLeast;
    if (!isTooMuch && (this.takesPartly || tried >= failures.tries)) {
      this.client.asking.note(failures.sentence, 'missing');
      return true;
    }
    if (isTooMuch) this.size.halve();
    await this.client.asking.wait(shardWaitMs);
    return false;
  }
}

/** A server that has no memory left for this request says the same as one that has too much to do. */
function isBreaker(answer: HttpAnswer): boolean {
  return answer.status === 429 && /data too large|circuit/i.test(serverWords(answer));
}
