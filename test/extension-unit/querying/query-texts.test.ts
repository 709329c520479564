import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headOf } from '../../../src/extension/querying/logql-head';
import { onOneLine } from '../../../src/extension/querying/one-line';
import { queryFileName, queryFileText } from '../../../src/extension/querying/query-file';
import { lastSeconds, secondsOf } from '../../../src/extension/querying/span-text';
import { sparkline } from '../../../src/extension/querying/sparkline';

describe('how long back, as it is typed', () => {
  test.each([
    ['90m', 5400],
    ['2h 30m', 9000],
    [' 3d ', 259_200],
    ['1w', 604_800],
    ['', undefined],
    ['5', undefined],
    ['5 minutes', undefined],
    ['-5m', undefined],
    ['5m x', undefined],
  ])('%j', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  test('a span ends now, to the nanosecond', () => {
    expect(lastSeconds(1, 1_767_225_600_000.25)).toEqual({
      from: '1767225599001000000',
      until: '1767225600001000000',
    });
  });
});

describe('the head of a LogQL file', () => {
  test.each([
    ['{a="b"}', undefined, undefined],
    ['# source: shop\n# range: 6h\n{a="b"}', 'shop', 21_600],
    ['#source:two words\r\n{a="b"}', 'two words', undefined],
    ['{a="b"} # source: late', undefined, undefined],
  ])('%j', (text, source, seconds) => {
    expect(headOf(text)).toEqual({ source, seconds });
  });
});

describe('a query of several lines on one', () => {
  test.each([
    ['# source: shop\n# range: 1h\n{a="b"}\n', '{a="b"}'],
    ['{a="b"}\n  |= "x" # only these\r\n  | json', '{a="b"} |= "x" | json'],
    ['{a="#1"} |= "two  blanks" |~ `#\\d+`', '{a="#1"} |= "two  blanks" |~ `#\\d+`'],
    ['{a="say \\"#\\""} # x', '{a="say \\"#\\""}'],
    ['{a="b"} |= `two\nlines`', '{a="b"} |= `two\nlines`'],
    ['{a="never closed # x', '{a="never closed'],
    ['# nothing', ''],
  ])('%j', (logql, line) => {
    expect(onOneLine(logql)).toBe(line);
  });
});

describe('a query as a file', () => {
  test.each([
    ['{app="shop"} |= "time out"', 'app-shop-time-out.logql'],
    ['{app="结账"}', 'app-结账.logql'],
    ['{}', 'query.logql'],
    [`{app="${'x'.repeat(300)}"}`, `app-${'x'.repeat(36)}.logql`],
    ['{path="../../etc"}', 'path-etc.logql'],
  ])('%j is called %j', (logql, name) => {
    expect(queryFileName(logql)).toBe(name);
  });

  test('whatever its source is called, it is read again as the same query of the same source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const text = queryFileText(name, '{a="b"}');
        const { source } = headOf(text);
        expect(text.split('\n').at(-2)).toBe('{a="b"}');
        if (source !== undefined) expect(source).toBe(name.trim());
      }),
    );
  });

  test('names its source', () => {
    expect(headOf(queryFileText('my shop', '{a="b"}'))).toEqual({ source: 'my shop', seconds: undefined });
  });
});

describe('counts as a line of bars', () => {
  test.each([
    [[], ''],
    [[0, 0], '  '],
    [[0, 1, 4, 8], ' ▁▄█'],
    [[1, 8, 0, 0], '█ '],
  ])('%j', (counts, bars) => {
    expect(sparkline(counts, counts.length === 4 && bars.length === 2 ? 2 : 10)).toBe(bars);
  });
});
