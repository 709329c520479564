import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LineSpan, mergedSpans, spansNear } from '../../../src/extension/shared/spans';

function spans(...lines: readonly (readonly [number, number])[]): LineSpan[] {
  return lines.map(([line, endLine]) => ({ line, endLine }));
}

describe('what is painted around the visible lines', () => {
  const all = spans([1, 1], [90, 95], [150, 150], [211, 400], [601, 601]);
  test.each([
    ['one editor', spans([100, 110]), 10, spans([90, 95])],
    ['a stack trace that reaches in from above', spans([390, 395]), 0, spans([211, 400])],
    ['folded: two windows', spans([1, 5], [600, 610]), 0, spans([1, 1], [601, 601])],
    ['the margin itself', spans([160, 170]), 10, spans([150, 150])],
    ['nothing visible', [], 10, []],
  ])('%s', (_what, windows, margin, near) => {
    expect(spansNear(all, windows, margin)).toEqual(near);
  });
});

describe('marks of the overview ruler', () => {
  test('neighbours become one', () => {
    expect(mergedSpans(spans([1, 1], [2, 4], [6, 6]), 100)).toEqual(spans([1, 4], [6, 6]));
  });
  test('above the limit small gaps close first', () => {
    expect(mergedSpans(spans([1, 1], [3, 3], [50, 50]), 2)).toEqual(spans([1, 3], [50, 50]));
  });

  const sorted = fc
    .array(fc.record({ line: fc.integer({ min: 1, max: 5000 }), length: fc.nat(5) }), { maxLength: 300 })
    .map((list) => list.map(({ line, length }) => ({ line, endLine: line + length })))
    .map((list) => list.toSorted((a, b) => a.line - b.line));

  test('are at most as many as allowed, in order, apart, and cover every finding', () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 1, max: 50 }), (list, limit) => {
        const merged = mergedSpans(list, limit);
        expect(merged.length).toBeLessThanOrEqual(limit);
        for (const [i, span] of merged.entries()) {
          if (i > 0) expect(span.line).toBeGreaterThan(merged[i - 1].endLine + 1);
        }
        for (const one of list) {
          expect(merged.some((span) => span.line <= one.line && one.endLine <= span.endLine)).toBe(true);
        }
      }),
    );
  });
});
