import { describe, expect, test } from 'vitest';
import type { FilterTest, LogFilter } from '../../../../src/engine/filter/filter';
import { dslOfFilter } from '../../../../src/node/sources/queries/dsl-of-filter';
import { logqlOfFilter } from '../../../../src/node/sources/queries/logql-of-filter';

const text = (words: string, more = {}): FilterTest => ({
  kind: 'search',
  pattern: { kind: 'text', text: words, caseSensitive: true, wholeWord: false, ...more },
});
const field = (name: string, value: string): FilterTest => ({ kind: 'field', name, value });
const template: FilterTest = {
  kind: 'template',
  title: 't',
  pieces: ['order', ' <num>', ' is', ' paid', ' (', '<*>', ')'],
};

const filterOf = (include: readonly FilterTest[], exclude: readonly FilterTest[] = []): LogFilter => ({
  clauses: [
    ...include.map((one) => ({ mode: 'include' as const, test: one, enabled: true })),
    ...exclude.map((one) => ({ mode: 'exclude' as const, test: one, enabled: true })),
    { mode: 'exclude', test: text('switched off'), enabled: false },
  ],
  context: 0,
});

describe('a filter as LogQL', () => {
  const selector = '{app="shop"}';
  test.each([
    ['nothing', filterOf([]), ''],
    ['words', filterOf([text('a.b')]), String.raw` |~ "a\\.b"`],
    ['words in any case', filterOf([text('ab', { caseSensitive: false })]), ' |~ "(?i)ab"'],
    ['either of two', filterOf([text('a'), text('b')]), ' |~ "(?:a)|(?:b)"'],
    ['neither', filterOf([], [text('a'), text('b')]), ' !~ "a" !~ "b"'],
    ['a template', filterOf([template]), String.raw` |~ "order.*is paid \\(.*\\)"`],
    [
      'a level',
      filterOf([{ kind: 'level', atLeast: 'error' }]),
      ' | detected_level=~"error|err|fatal|critical|crit|alert|emerg|panic"',
    ],
    [
      'fields',
      filterOf([field('http.status', '500'), field('host', 'a"b')]),
      String.raw` | http_status="500" or host="a\"b"`,
    ],
    ['no such field', filterOf([], [field('host', 'a')]), ' | host!="a"'],
  ])('%s', (_, filter, stages) => {
    expect(logqlOfFilter(selector, filter)).toEqual({ text: `${selector}${stages}`, leftOut: [] });
  });

  test('what only Oddline knows is said to be left out', () => {
    const filter = filterOf([{ kind: 'bookmark' }, { kind: 'severity', atLeast: 'high' }]);
    expect(logqlOfFilter(selector, filter)).toMatchObject({ text: selector, leftOut: [{}, {}] });
  });
});

describe('a filter as Query DSL', () => {
  const dsl = (filter: LogFilter, query: object | null = null) => {
    const written = dslOfFilter(query as Readonly<Record<string, unknown>> | null, filter);
    return { query: JSON.parse(written.text) as unknown, leftOut: written.leftOut.length };
  };
  const phrase = (name: string, value: string) => ({ match_phrase: { [name]: value } });

  test.each([
    ['nothing', filterOf([]), { match_all: {} }],
    ['words', filterOf([text('a b')]), { bool: { filter: [phrase('message', 'a b')] } }],
    [
      'either of two, but not a third',
      filterOf([text('a'), text('b')], [field('host', 'x')]),
      {
        bool: {
          filter: [
            { bool: { should: [phrase('message', 'a'), phrase('message', 'b')], minimum_should_match: 1 } },
          ],
          must_not: [phrase('host', 'x')],
        },
      },
    ],
    [
      'a template',
      filterOf([template]),
      {
        bool: {
          filter: [
            {
              bool: {
                filter: [phrase('message', 'order'), phrase('message', 'is paid ('), phrase('message', ')')],
              },
            },
          ],
        },
      },
    ],
    [
      'a time range, to the nanosecond',
      filterOf([{ kind: 'time', from: '1767225600000000001', until: null }]),
      { bool: { filter: [{ range: { '@timestamp': { gte: '2026-01-01T00:00:00.000000001Z' } } }] } },
    ],
  ])('%s', (_, filter, query) => {
    expect(dsl(filter)).toEqual({ query, leftOut: 0 });
  });

  test('a query it narrows stays', () => {
    const query = { term: { a: 1 } };
    expect(dsl(filterOf([text('b')]), query).query).toEqual({
      bool: { filter: [query, phrase('message', 'b')] },
    });
  });

  test('regexes are said to be left out', () => {
    expect(dsl(filterOf([text('a.*', { kind: 'regex' })])).leftOut).toBe(1);
  });
});
