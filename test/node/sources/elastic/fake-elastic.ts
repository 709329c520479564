import type { HttpAnswer, HttpRequest } from '../../../../src/protocol/sources';
import { answer } from '../http/fake-asking';

export interface FakeDocument {
  readonly id: string;
  readonly time: bigint;
  readonly shard: number;
  readonly source: object;
}

export interface FakeServer {
  readonly product: 'elasticsearch' | 'opensearch';
  readonly version: string;
  documents: readonly FakeDocument[];
  /** `index.max_result_window`: small, so that few documents make many pages. */
  window?: number;
  /** Asked before each search that stands on a point in time; an answer takes the place of the true one. */
  fault?: (searches: number) => HttpAnswer | 'forget' | undefined;
  /** Answers of other paths, in the words of the documentation put our way. */
  more?: (request: HttpRequest) => HttpAnswer | undefined;
}

interface Search {
  readonly size: number;
  readonly pit?: { readonly id: string };
  readonly sort: readonly [object, Readonly<Record<string, string>>?];
  readonly _source?: false;
  readonly track_total_hits: boolean;
  readonly query: {
    readonly bool: { readonly filter: readonly [{ readonly range: Readonly<Record<string, Range>> }] };
  };
}

interface Range {
  readonly gte: number;
  readonly lt: number;
}

const millisecond = 1_000_000n;
const shardBits = 2 ** 32;

/**
 * Answers as Elasticsearch and OpenSearch do, each with its own names, from documents in memory: by shards, whose documents are
 * numbered one by one. Written from the documentation of both; test/live/opensearch asks a real one the same.
 */
export class FakeElastic {
  readonly points = new Map<string, readonly FakeDocument[]>();
  opened = 0;
  private searches = 0;

  constructor(private readonly server: FakeServer) {}

  readonly answer = (request: HttpRequest): HttpAnswer => {
    const path = request.path.replace(/\?.*/, '');
    const more = this.server.more?.(request);
    if (more) return more;
    if (path === '/') return answer(200, this.greeting());
    if (path.endsWith('/_field_caps')) return answer(200, fieldCaps);
    if (path.endsWith('/_pit') || path.endsWith('/_search/point_in_time')) return this.point(request, path);
    return this.search(request.body ?? '{}');
  };

  private greeting(): object {
    const { product, version: number } = this.server;
    const version =
      product === 'opensearch' ? { distribution: product, number } : { number, build_flavor: 'default' };
    return {
      name: 'one',
      version,
      tagline: product === 'opensearch' ? 'The OpenSearch Project' : 'You Know',
    };
  }

  /** Each knows its own way only. */
  private point({ method, body }: HttpRequest, path: string): HttpAnswer {
    const isElastic = this.server.product === 'elasticsearch';
    if (path.endsWith('/_pit') !== isElastic)
      return answer(400, { error: { type: 'no_handler', reason: path } });
    if (method === 'DELETE') {
      const { id, pit_id } = JSON.parse(body ?? '') as { id?: string; pit_id?: string[] };
      this.points.delete((isElastic ? id : pit_id?.[0]) ?? '');
      return answer(200, {});
    }
    const id = `point-${++this.opened}`;
    this.points.set(id, this.server.documents);
    return answer(200, {
      [isElastic ? 'id' : 'pit_id']: id,
      _shards: { total: 2, successful: 2, failed: 0 },
    });
  }

  private search(text: string): HttpAnswer {
    const search = JSON.parse(text) as Search;
    const fault = search.pit && this.server.fault?.(++this.searches);
    if (fault === 'forget') this.points.clear();
    else if (fault) return fault;
    const documents = search.pit ? this.points.get(search.pit.id) : this.server.documents;
    if (!documents) return answer(404, lostSearch);
    if (search.pit && search.size > (this.server.window ?? 10_000)) return answer(400, windowTooLarge);
    return page(search, placed(documents), afterIn(text));
  }
}

interface Placed extends FakeDocument {
  readonly doc: number;
}

function placed(documents: readonly FakeDocument[]): Placed[] {
  const next = new Map<number, number>();
  return documents.map((document) => {
    const doc = next.get(document.shard) ?? 0;
    next.set(document.shard, doc + 1);
    return { ...document, doc };
  });
}

/** Numbers JavaScript would round. */
function afterIn(text: string): readonly [bigint, number] | null {
  const found = /"search_after":\[(-?\d+),(-?\d+)\]/.exec(text);
  return found && [BigInt(found[1]), Number(found[2])];
}

function page(
  search: Search,
  documents: readonly Placed[],
  after: readonly [bigint, number] | null,
): HttpAnswer {
  const [tieName, order] = Object.entries(search.sort[1] ?? { _doc: 'desc' })[0];
  const sign = order === 'asc' ? 1 : -1;
  const tieOf = ({ shard, doc }: Placed) => (tieName === '_shard_doc' ? shard * shardBits + doc : doc);
  const [range] = Object.values(search.query.bool.filter[0].range);
  const found = documents
    .filter(({ time }) => time / millisecond >= BigInt(range.gte) && time < BigInt(range.lt) * millisecond)
    .sort((a, b) => sign * (compare(a.time, b.time) || tieOf(a) - tieOf(b)) || a.shard - b.shard);
  const behind = found.filter(
    (one) => after === null || sign * (compare(one.time, after[0]) || tieOf(one) - after[1]) > 0,
  );
  const hits = behind.slice(0, search.size).map((one) => hitText(one, tieOf(one), search._source !== false));
  const total = search.track_total_hits ? `"total":{"value":${found.length},"relation":"eq"},` : '';
  const shards = '"_shards":{"total":2,"successful":2,"skipped":0,"failed":0}';
  return answer(200, `{"took":1,${shards},"hits":{${total}"hits":[${hits.join(',')}]}}`);
}

const compare = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0);

function hitText({ id, time, source }: Placed, tie: number, withText: boolean): string {
  const seconds = new Date(Number(time / 1_000_000_000n) * 1000).toISOString().slice(0, -'.000Z'.length);
  const text = `${seconds}.${String(time).padStart(10, '0').slice(-9)}Z`;
  const parts = [`"_index":"logs"`, `"_id":${JSON.stringify(id)}`];
  if (withText) parts.push(`"_source":${JSON.stringify(source)}`);
  return `{${parts.join(',')},"fields":{"@timestamp":["${text}"]},"sort":[${time},${tie}]}`;
}

const fieldCaps = {
  indices: ['logs'],
  fields: {
    '@timestamp': { date_nanos: { type: 'date_nanos', searchable: true, aggregatable: true } },
    message: { text: { type: 'text', searchable: true, aggregatable: false } },
    'log.level': { keyword: { type: 'keyword', searchable: true, aggregatable: true } },
  },
};

const lostSearch = {
  error: {
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    root_cause: [{ type: 'search_context_missing_exception', reason: 'nothing is known of it' }],
  },
};

const windowTooLarge = {
  error: {
    type: 'search_phase_execution_exception',
    reason: 'all shards failed',
    root_cause: [
      { type: 'illegal_argument_exception', reason: 'Result window is too large, it must be less' },
    ],
  },
};
