import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationNs } from '../../../src/engine/logql/durations';
import {
  countQuery,
  readLogQuery,
  selectorOf,
  withFirstStage,
  withLineFilter,
  withMatcher,
  withoutPipeline,
} from '../../../src/engine/logql/log-query';
import { wholeMatchers } from '../../../src/engine/logql/whole-matchers';

describe('the selector of a query', () => {
  test.each<[query: string, selector: string | null]>([
    ['{app="web"}', '{app="web"}'],
    ['  {app="web"} |= "}" | json', '{app="web"}'],
    ['{app=~`a}"|b`, x!="\\"}"} != "x"', '{app=~`a}"|b`, x!="\\"}"}'],
    ['# what "}" it is\n{app="web" # and why {}\n}', '{app="web" # and why {}\n}'],
    ['( ({app="web"}) |= "x")', '{app="web"}'],
    ['{}', '{}'],
    ['{app="web"', null],
    ['{app="web}', null],
    ['rate({app="web"}[1m])', null],
    ['sum by (app) (rate({app="web"}[1m]))', null],
    ['1 + 1', null],
    ['', null],
    ['# {app="web"}', null],
  ])('%j', (query, selector) => {
    const found = readLogQuery(query);
    expect(found && selectorOf(found)).toBe(selector);
  });
});

const query = readLogQuery('# mine\n({app="web" # x\n} |= "a" # end')!;

test('a condition goes into the selector, a filter right behind it, and both may follow each other', () => {
  const narrowed = withLineFilter(withMatcher(query, 'pod="p-1"'), '!~', 'a"\\d');
  expect(narrowed.text).toBe('# mine\n({pod="p-1",\napp="web" # x\n} !~ "a\\"\\\\d"  |= "a" # end');
  expect(selectorOf(narrowed)).toBe('{pod="p-1",\napp="web" # x\n}');
  expect(withFirstStage(narrowed, '| drop x').text).toBe(
    '# mine\n({pod="p-1",\napp="web" # x\n} !~ "a\\"\\\\d"  | drop x  |= "a" # end',
  );
  expect(withoutPipeline(narrowed).text).toBe('{pod="p-1",\napp="web" # x\n} !~ "a\\"\\\\d" ');
  expect(withLineFilter(withoutPipeline(narrowed), '|~', 'b').text).toContain('\\d"  |~ "b" ');
});

test('an empty selector gets its first condition', () => {
  expect(withMatcher(readLogQuery('{ }')!, 'a="b"').text).toBe('{a="b"}');
});

test('a count is of the whole query, comments and all', () => {
  expect(countQuery(query, '5m')).toBe(`sum (count_over_time(${query.text}\n[5m]))`);
  expect(countQuery(query, '1ms', ['a', 'b'])).toContain('sum by (a, b) (');
});

test('any text is read without trouble', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[{}()"`\\#=~!,a\n ]*$/), (text) => {
      const found = readLogQuery(text);
      wholeMatchers(text);
      if (found) expect(readLogQuery(withLineFilter(found, '|~', text).text)).not.toBeNull();
    }),
  );
});

test.each<[typed: string, whole: string]>([
  ['', ''],
  ['{', ''],
  ['{app', ''],
  ['{app=', ''],
  ['{app="we', ''],
  ['{app="web", pod', '{app="web"}'],
  ['{app="web",pod=~"a.+", x="', '{app="web", pod=~"a.+"}'],
  ['app="web"', '{app="web"}'],
  ['{app!="web"}', ''],
  ['{app=""}', ''],
  ['{app=~".*"}', ''],
  ['{app != `we"b` , env = "prod" }', '{app!=`we"b`, env="prod"}'],
])('of %j is whole', (typed, whole) => {
  expect(wholeMatchers(typed)).toBe(whole);
});

test.each<[string, bigint | null]>([
  ['30d1h', 2_595_600_000_000_000n],
  ['744h11m40s', 2_679_100_000_000_000n],
  ['1h59m59.519s', 7_199_519_000_000n],
  ['0s', 0n],
  ['1440h0m0.001761319s', 5_184_000_001_761_319n],
  ['1ms', 1_000_000n],
  ['', null],
  ['5', null],
  ['5m x', null],
])('%s is a duration', (text, ns) => {
  expect(durationNs(text)).toBe(ns);
});
