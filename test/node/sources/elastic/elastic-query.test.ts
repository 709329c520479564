import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clauseOf, filtersOf } from '../../../../src/node/sources/elastic/elastic-query';
import type { ElasticQuery } from '../../../../src/protocol/log-source';
import { epoch, queryOf } from './conversation';

const dsl = (text: string) => clauseOf({ kind: 'dsl', text });

describe('A query', () => {
  const clauses: [kind: ElasticQuery['text']['kind'], text: string, clause: unknown][] = [
    ['lucene', '', null],
    ['lucene', ' * ', null],
    ['dsl', ' ', null],
    [
      'lucene',
      'level:error AND "}]"',
      { query_string: { query: 'level:error AND "}]"', analyze_wildcard: true } },
    ],
    ['dsl', '{"match_all": {}}', { match_all: {} }],
    ['dsl', '{"query": {"term": {"id": 9007199254740993}}}', { term: { id: '9007199254740993' } }],
  ];
  it.each(clauses)('of %s %j is one clause', (kind, text, clause) => {
    expect(clauseOf({ kind, text })).toEqual(clause);
  });

  it.each([
    '[]',
    '1',
    'null',
    '{}',
    '{"match_all": {}, "size": 0}',
    '{"query": {"match_all": {}}, "aggs": {}}',
    '{"query": {}}',
    '{"query": null}',
    '{"match_all": {}}}], "size": 0, "x": [{"y": {',
    '{"match_all": {}',
    'level:error',
  ])('is refused with its cure where it is %s', (text) => {
    expect(() => dsl(text)).toThrow(expect.objectContaining({ code: 'elastic-dsl' }));
  });

  it('stands beside the span and cannot reach it, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('lucene' as const, 'dsl' as const),
        fc.oneof(fc.string(), fc.json()),
        (kind, text) => {
          const query = queryOf(epoch + 1n, epoch + 2_000_001n, { text: { kind, text } });
          let filters: object[];
          try {
            filters = filtersOf(query, '@timestamp');
          } catch {
            return;
          }
          expect(filters.length).toBeLessThanOrEqual(2);
          const sent = JSON.parse(JSON.stringify({ query: { bool: { filter: filters } } }));
          expect(Object.keys(sent)).toEqual(['query']);
          const ms = Number(epoch / 1_000_000n);
          expect(sent.query.bool.filter[0]).toEqual({
            range: { '@timestamp': { gte: ms, lt: ms + 3, format: 'epoch_millis' } },
          });
        },
      ),
    );
  });
});
