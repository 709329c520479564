import type {
  ElasticQuery,
  ElasticSource,
  LokiQuery,
  LokiSource,
  TimeSpan,
} from '../../../protocol/log-source';
import { isoTime } from './dsl-of-filter';

/** Where a browser shows what is read here. Both are undefined where the source does not say where that is. */

/** Grafana's Explore with the query and its range. */
export function grafanaPage({ grafana }: LokiSource, { logql, span }: LokiQuery): string | undefined {
  if (grafana === null) return undefined;
  const datasource = { type: 'loki', uid: grafana.datasource };
  const pane = {
    datasource: grafana.datasource,
    queries: [{ refId: 'A', expr: logql, queryType: 'range', datasource }],
    range: { from: milliseconds(span.from, 'floor'), to: milliseconds(span.until, 'ceil') },
  };
  const panes = encodeURIComponent(JSON.stringify({ oddline: pane }));
  return `${grafana.url.replace(/\/+$/, '')}/explore?schemaVersion=1&panes=${panes}&orgId=1`;
}

/** Kibana's Discover with the query and its range; Lucene text only, Query DSL stands in no address of it: then without the query. */
export function kibanaPage({ kibana }: ElasticSource, { text, span }: ElasticQuery): string | undefined {
  if (kibana === null) return undefined;
  const query = text.kind === 'lucene' ? text.text : '*';
  const global = `(time:(from:${rison(isoTime(span.from))},to:${rison(isoTime(span.until))}))`;
  const app = `(index:${rison(kibana.dataView)},query:(language:lucene,query:${rison(query)}))`;
  const place = `${kibana.url.replace(/\/+$/, '')}/app/discover#/`;
  return `${place}?_g=${encodeURIComponent(global)}&_a=${encodeURIComponent(app)}`;
}

/** Whole milliseconds, so that nothing of the span is outside. */
function milliseconds(time: TimeSpan['from'], round: 'floor' | 'ceil'): string {
  return String((BigInt(time) + (round === 'ceil' ? 999_999n : 0n)) / 1_000_000n);
}

/** A string as Kibana's addresses hold it: `!` escapes itself and the quote. */
function rison(text: string): string {
  return `'${text.replace(/[!']/g, '!$&')}'`;
}
