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
export function grafanaPage(
  { grafana }: LokiSource,
  { logql, span }: Pick<LokiQuery, 'logql' | 'span'>,
): string | undefined {
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

/** Kibana's Discover with the range, and the query as Lucene text, or as a filter where it is Query DSL. */
export function kibanaPage(
  { kibana }: ElasticSource,
  { text, span }: Pick<ElasticQuery, 'text' | 'span'>,
): string | undefined {
  if (kibana === null) return undefined;
  const lucene = text.kind === 'lucene' ? text.text : '';
  const global = { time: { from: isoTime(span.from), to: isoTime(span.until) } };
  const app = {
    index: kibana.dataView,
    query: { language: 'lucene', query: lucene },
    ...(text.kind === 'dsl' && { filters: [customFilter(JSON.parse(text.text), kibana.dataView)] }),
  };
  const place = `${kibana.url.replace(/\/+$/, '')}/app/discover#/`;
  return `${place}?_g=${encodeURIComponent(rison(global))}&_a=${encodeURIComponent(rison(app))}`;
}

/** As "Edit as Query DSL" leaves one in the address. */
function customFilter(query: unknown, index: string): object {
  const meta = { alias: 'Oddline', disabled: false, index, key: 'query', negate: false, type: 'custom' };
  return { $state: { store: 'appState' }, meta: { ...meta, value: JSON.stringify(query) }, query };
}

/** Whole milliseconds, so that nothing of the span is outside. */
function milliseconds(time: TimeSpan['from'], round: 'floor' | 'ceil'): string {
  return String((BigInt(time) + (round === 'ceil' ? 999_999n : 0n)) / 1_000_000n);
}

/** JSON as Kibana's addresses hold it: in a string `!` escapes itself and the quote. */
function rison(value: unknown): string {
  if (value === null) return '!n';
  if (typeof value === 'boolean') return value ? '!t' : '!f';
  if (typeof value === 'number') return JSON.stringify(value).replace('e+', 'e');
  if (Array.isArray(value)) return `!(${value.map(rison).join(',')})`;
  if (typeof value === 'object') {
    const members = Object.entries(value).map(([name, one]) => `${memberName(name)}:${rison(one)}`);
    return `(${members.join(',')})`;
  }
  return `'${String(value).replace(/[!']/g, '!$&')}'`;
}

function memberName(name: string): string {
  return /^[a-z_]\w*$/i.test(name) ? name : rison(name);
}
