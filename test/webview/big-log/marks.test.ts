import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BigLogMark } from '../../../src/protocol/big-log';
import { Marks } from '../../../webview/big-log/marks/marks';
import { barsOf } from '../../../webview/big-log/strip/strip-drawing';

const mark = (line: number, lastLine: number): BigLogMark => ({
  line: line as BigLogMark['line'],
  lastLine: lastLine as BigLogMark['lastLine'],
  severity: 'high',
});

test.each([
  [4, undefined],
  [5, 5],
  [7, 5],
  [8, undefined],
  [20, 20],
  [21, undefined],
])('line %i is of the mark that begins at %s', (line, first) => {
  const marks = new Marks([mark(5, 7), mark(20, 20)]);
  expect(marks.at(line as BigLogMark['line'])?.line).toBe(first);
});

test('of marks within marks the innermost that reaches a line is meant', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.nat(15)), { maxLength: 12 });
  fc.assert(
    fc.property(spans, fc.nat(60), (given, line) => {
      const all = given.map(([first, length]) => mark(first, first + length)).sort((a, b) => a.line - b.line);
      const expected = all.findLast((one) => one.line <= line && line <= one.lastLine);
      expect(new Marks(all).at(line as BigLogMark['line'])).toBe(expected);
    }),
  );
});

test('bars are shares of the fullest stretch, and never longer than their own total', () => {
  const bars = barsOf({ errors: [0, 4, 100], warnings: [0, 0, 0], others: [0, 96, 0] });
  const lengths = bars.map((bar) => bar.reduce((sum, [, share]) => sum + share, 0));
  expect(lengths).toEqual([0, 1, 1]);
  expect(bars[1][0]).toEqual(['error', 0.2]);
});
