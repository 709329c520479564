import { TransportError } from '../../../../src/node/sources/transport';
import type { LokiQuery, LokiSource } from '../../../../src/protocol/log-source';
import type { HttpAnswer, HttpRequest } from '../../../../src/protocol/sources';
import { answer } from '../http/fake-asking';

export interface StoredEntry {
  readonly time: bigint;
  readonly stream: Readonly<Record<string, string>>;
  readonly own?: Readonly<Record<string, string>>;
  readonly text: string;
}

interface FakeLimits {
  /** Entries of an answer at most; more is a 400. */
  readonly mostEntries?: number;
  /** Nanoseconds of a query; more is a 400. */
  readonly mostNs?: bigint;
  /** UTF-16 units of an answer; more never comes. */
  readonly mostLetters?: number;
  readonly isOld?: boolean;
  /** Metric queries are refused. */
  readonly countsNothing?: boolean;
}

export const source: LokiSource = {
  kind: 'loki',
  name: 'shop',
  url: 'http://loki.example:3100',
  authentication: { kind: 'none' },
  caFile: null,
  tenant: null,
  grafana: null,
};

export function lokiQuery(
  logql: string,
  from: bigint,
  until: bigint,
  limit: number | null = null,
): LokiQuery {
  return { kind: 'loki', logql, span: { from: `${from}`, until: `${until}` }, limit };
}

/**
 * What a Loki answers, as far as paging goes: limits, both directions, streams in no order, line filters and the stage that splits
 * by a character. Its selectors ask for everything but what `label=~"…"` says.
 */
export class FakeLoki {
  readonly stored: StoredEntry[];
  readonly ranges: { readonly count: number; readonly limit: number }[] = [];

  constructor(
    stored: readonly StoredEntry[],
    private readonly limits: FakeLimits = {},
  ) {
    this.stored = [...stored];
  }

  readonly answers = (request: HttpRequest): HttpAnswer | Error => {
    const [path, search] = request.path.split('?', 2);
    const asked = new URLSearchParams(search ?? request.body ?? '');
    if (path.endsWith('/query_range'))
      return asked.get('query')!.startsWith('sum') ? this.matrix(asked) : this.range(asked);
    if (path.endsWith('/query')) return this.vector(asked);
    if (path.endsWith('/series')) return this.series(asked);
    return answer(404, '404 page not found');
  };

  private range(asked: URLSearchParams): HttpAnswer | Error {
    const [from, until, limit] = ['start', 'end', 'limit'].map((name) => BigInt(asked.get(name)!));
    const { mostEntries = 5000, mostNs, mostLetters = Number.POSITIVE_INFINITY, isOld } = this.limits;
    if (limit > mostEntries) {
      return answer(
        400,
        `max entries limit per query exceeded, limit > max_entries_limit_per_query (${limit} > ${mostEntries})`,
      );
    }
    if (mostNs !== undefined && until - from > mostNs) {
      const [length, most] = [until - from, mostNs].map((ns) => `${Number(ns) / 1e9}s`);
      return answer(400, `the query time range exceeds the limit (query length: ${length}, limit: ${most})`);
    }
    const found = this.matching(asked.get('query')!, from, until).sort((a, b) => Number(a.time - b.time));
    const isBackward = asked.get('direction') === 'backward';
    const page = (isBackward ? found.reverse() : found).slice(0, Number(limit));
    this.ranges.push({ count: page.length, limit: Number(limit) });
    const encodingFlags = isOld ? undefined : ['categorize-labels'];
    const data = { resultType: 'streams', encodingFlags, result: streams(page, isOld === true), stats: {} };
    const body = JSON.stringify({ status: 'success', data });
    return body.length > mostLetters ? new TransportError('timeout', 'nothing came') : answer(200, body);
  }

  private matrix(asked: URLSearchParams): HttpAnswer {
    if (this.limits.countsNothing) return answer(400, 'query blocked by policy');
    const query = asked.get('query')!;
    const step = BigInt(Math.round(Number(asked.get('step')) * 1e9));
    const values: [number, string][] = [];
    for (let at = BigInt(asked.get('start')!); at <= BigInt(asked.get('end')!); at += step) {
      const count = this.matching(query, at - step + 1n, at + 1n).length;
      if (count > 0) values.push([Number(at / 1_000_000n) / 1000, `${count}`]);
    }
    return answer(200, {
      status: 'success',
      data: { resultType: 'matrix', result: values.length ? [{ metric: {}, values }] : [] },
    });
  }

  private vector(asked: URLSearchParams): HttpAnswer {
    if (this.limits.countsNothing) return answer(400, 'query blocked by policy');
    const query = asked.get('query')!;
    const time = BigInt(asked.get('time')!);
    const ms = BigInt(/\[(\d+)ms\]/.exec(query)![1]);
    const found = this.matching(query, time + 1n - ms * 1_000_000n, time + 1n);
    const by = /^sum by \((\w+)\)/.exec(query)?.[1];
    const stage = /\| regexp ("(?:[^"\\]|\\.)*")/.exec(query)?.[1];
    const place =
      stage && new RegExp((JSON.parse(stage) as string).replace('(?s)', '').replace('?P<', '?<'), 'su');
    const groups = new Map<string, number>();
    for (const { stream, text } of found) {
      const value =
        by === undefined ? '' : place ? (place.exec(text)?.groups?.[by] ?? '') : (stream[by] ?? '');
      groups.set(value, (groups.get(value) ?? 0) + 1);
    }
    const result = [...groups].map(([value, count]) => ({
      metric: by && value ? { [by]: value } : {},
      value: [1, `${count}`],
    }));
    return answer(200, { status: 'success', data: { resultType: 'vector', result } });
  }

  private series(asked: URLSearchParams): HttpAnswer {
    const found = this.matching(
      asked.get('match[]')!,
      BigInt(asked.get('start')!),
      BigInt(asked.get('end')!),
    );
    const data = [...new Map(found.map(({ stream }) => [JSON.stringify(stream), stream])).values()];
    return answer(200, { status: 'success', data });
  }

  private matching(query: string, from: bigint, until: bigint): StoredEntry[] {
    const matchers = [...query.matchAll(/(\w+)=~("(?:[^"\\]|\\.)*")/g)].map(([, name, regex]) => {
      const whole = new RegExp(`^(?:${JSON.parse(regex) as string})$`, 'su');
      return ({ stream }: StoredEntry) => whole.test(stream[name] ?? '');
    });
    const filters = [...query.matchAll(/(\|~|!~) ("(?:[^"\\]|\\.)*")/g)].map(([, operator, regex]) => {
      const pattern = (JSON.parse(regex) as string).replace('(?s)', '').replaceAll('\\x{', '\\u{');
      const found = new RegExp(pattern, 'su');
      return ({ text }: StoredEntry) => found.test(text) === (operator === '|~');
    });
    return this.stored.filter(
      (entry) =>
        entry.time >= from && entry.time < until && [...matchers, ...filters].every((is) => is(entry)),
    );
  }
}

/** Streams in the order of their last entry, which is none. */
function streams(page: readonly StoredEntry[], isOld: boolean): object[] {
  const found = new Map<string, { stream: object; values: unknown[] }>();
  for (const { time, stream, own, text } of page) {
    const labels = isOld ? { ...stream, ...own } : stream;
    const key = JSON.stringify(labels);
    const one = found.get(key) ?? { stream: labels, values: [] };
    one.values.push(isOld ? [`${time}`, text] : [`${time}`, text, own ? { structuredMetadata: own } : {}]);
    found.set(key, one);
  }
  return [...found.values()].reverse();
}
