import { describe, expect, test } from 'vitest';
import { grafanaPage, kibanaPage } from '../../../../src/node/sources/queries/source-pages';
import { checkedSource } from '../../../../src/node/sources/source-definition';
import type { ElasticSource, LokiSource } from '../../../../src/protocol/log-source';

const span = { from: '1767225600000000001', until: '1767225660000000001' };
const loki = (more = {}) =>
  checkedSource({ kind: 'loki', name: 'a', url: 'http://l', ...more }) as LokiSource;
const elastic = (more = {}) =>
  checkedSource({ kind: 'elastic', name: 'a', url: 'http://e', ...more }) as ElasticSource;

describe('where a browser shows what is read here', () => {
  test('nowhere, where the source does not say', () => {
    const query = { kind: 'loki', logql: '{a="b"}', span, limit: null } as const;
    expect(grafanaPage(loki(), query)).toBeUndefined();
  });

  test('Grafana gets the query, and whole milliseconds around the range', () => {
    const source = loki({ grafana: { url: 'https://g.example.com/', datasource: 'uid-1' } });
    const page = new URL(grafanaPage(source, { logql: '{a="b&c"}', span }) ?? '');
    expect(page.origin + page.pathname).toBe('https://g.example.com/explore');
    expect(JSON.parse(page.searchParams.get('panes') ?? '')).toMatchObject({
      oddline: {
        datasource: 'uid-1',
        queries: [{ expr: '{a="b&c"}' }],
        range: { from: '1767225600000', to: '1767225660001' },
      },
    });
  });

  test('Kibana gets the query with its quotes escaped', () => {
    const source = elastic({ kibana: { url: 'https://k.example.com', dataView: 'logs' } });
    const text = { kind: 'lucene', text: "it's!" } as const;
    const page = decodeURIComponent(kibanaPage(source, { text, span }) ?? '');
    expect(page).toContain("query:(language:'lucene',query:'it!'s!!')");
    expect(page).toContain("from:'2026-01-01T00:00:00.000000001Z'");
    expect(page).toContain("index:'logs'");
    expect(page).not.toContain('filters');
  });

  test('Query DSL is a filter of Kibana, with all it holds', () => {
    const source = elastic({ kibana: { url: 'https://k.example.com/base/', dataView: 'logs' } });
    const dsl = { bool: { filter: [{ match_phrase: { "it's": 'a!' } }, { terms: { n: [1, null, true] } }] } };
    const text = { kind: 'dsl', text: JSON.stringify(dsl) } as const;
    const page = decodeURIComponent(kibanaPage(source, { text, span }) ?? '');
    expect(page).toContain('https://k.example.com/base/app/discover#/?_g=');
    expect(page).toContain("query:(bool:(filter:!((match_phrase:('it!'s':'a!!')),(terms:(n:!(1,!n,!t))))))");
    expect(page).toContain("query:(language:'lucene',query:'')");
  });
});
