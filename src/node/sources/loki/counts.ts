import { countQuery, type LogQuery } from '../../../engine/logql/log-query';
import type { HttpAnswer } from '../../../protocol/sources';
import { isObject, jsonObject } from '../http/answers';
import { transportFailure } from '../http/transport-failure';
import type { LokiClient } from './loki-client';
import { msNs, wholeMs } from './times';

/** Entries of `[from, until)`, nanoseconds. */
export interface Bin {
  readonly from: bigint;
  readonly until: bigint;
  readonly count: number;
}

export interface MetricSeries {
  readonly labels: Readonly<Record<string, unknown>>;
  readonly samples: readonly { readonly at: bigint; readonly value: number }[];
}

/** What the server counts without sending it. Null wherever it does not: metric queries have limits of their own. */
export class Counts {
  constructor(private readonly client: LokiClient) {}

  /** Entries of the last `ms` milliseconds before `until`. Exact. */
  async before(query: LogQuery, until: bigint, ms: bigint): Promise<number | null> {
    const series = await this.seriesAt(countQuery(query, `${ms}ms`), until);
    return series && (series[0]?.samples[0]?.value ?? 0);
  }

  /** The same by values of one label; entries without it stand under ''. */
  async byLabel(
    query: LogQuery,
    label: string,
    until: bigint,
    ms: bigint,
  ): Promise<Map<string, number> | null> {
    const series = await this.seriesAt(countQuery(query, `${ms}ms`, [label]), until);
    return (
      series &&
      new Map(series.map(({ labels, samples }) => [String(labels[label] ?? ''), samples[0]?.value ?? 0]))
    );
  }

  /** About `most` bins of one width, of whole milliseconds, that cover the time; the first and the last may reach beyond it. Empty ones are left out. */
  async bins(query: LogQuery, from: bigint, until: bigint, most: number): Promise<readonly Bin[] | null> {
    const ms = wholeMs((until - from) / BigInt(most) + 1n);
    const step = ms * msNs;
    // A sample stands for the time up to it, itself included.
    const first = (from / step) * step + step;
    const last = ((until - 1n + step - 1n) / step) * step;
    const series = await this.seriesIn(countQuery(query, `${ms}ms`), first, last < first ? first : last, ms);
    return (
      series &&
      (series[0]?.samples ?? []).map(({ at, value }) => ({
        from: at - step + 1n,
        until: at + 1n,
        count: value,
      }))
    );
  }

  /** Of any metric query, at one time: of the entries before `until`. */
  seriesAt(query: string, until: bigint): Promise<MetricSeries[] | null> {
    return this.series(() => this.client.metricAt(query, until - 1n));
  }

  /** Of any metric query, over a time. */
  seriesIn(query: string, first: bigint, last: bigint, stepMs: bigint): Promise<MetricSeries[] | null> {
    return this.series(() => this.client.metricRange(query, first, last, stepMs));
  }

  private async series(asked: () => Promise<HttpAnswer>): Promise<MetricSeries[] | null> {
    try {
      const answer = await asked();
      return answer.status === 200 ? metricSeries(jsonObject(answer, this.client.source)) : null;
    } catch (error) {
      if (transportFailure(error) === null) throw error;
      return null;
    }
  }
}

/** Of a matrix or a vector; times are seconds as numbers, which hold milliseconds exactly. */
export function metricSeries({ data }: Readonly<Record<string, unknown>>): MetricSeries[] {
  const result = isObject(data) && Array.isArray(data.result) ? data.result.filter(isObject) : [];
  return result.map(({ metric, values, value }) => ({
    labels: isObject(metric) ? metric : {},
    samples: (Array.isArray(values) ? values : [value]).filter(Array.isArray).map(([seconds, text]) => ({
      at: BigInt(Math.round(Number(seconds) * 1000)) * msNs,
      value: Number(text) || 0,
    })),
  }));
}
