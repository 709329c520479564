import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkedAction,
  checkedCopy,
  checkedLine,
  checkedLines,
  checkedPage,
  checkedPattern,
  checkedPiece,
  checkedPlace,
  checkedSpans,
  checkedStretch,
} from '../../../src/extension/big-log/checks';

type Check = (value: unknown) => unknown;
const pattern = { kind: 'regex', text: 'a+', caseSensitive: true, wholeWord: false };

/** What the view asks as agreed comes through as it is. */
const agreed: readonly (readonly [name: string, check: Check, value: unknown])[] = [
  ['line', checkedLine, 0],
  ['lines', checkedLines, [3, 1, 2]],
  ['page by row', checkedPage, { start: { kind: 'row', row: 7 }, before: 10, rows: 100 }],
  ['page by line', checkedPage, { start: { kind: 'line', line: 7 }, before: 0, rows: 1 }],
  ['page by share', checkedPage, { start: { kind: 'share', share: 0.5 }, before: 0, rows: 1 }],
  ['page at the end', checkedPage, { start: { kind: 'end' }, before: 40, rows: 0 }],
  ['piece of a line', checkedPiece, { line: 1, from: 10_000, length: 10_000 }],
  ['copy', checkedCopy, { from: 1, until: 2, as: 'markdown' }],
  ['place', checkedPlace, { line: 5, top: 1, column: 0 }],
  ['pattern', checkedPattern, pattern],
  ['spans', checkedSpans, { pattern, texts: ['aa', ''] }],
  ['stretch', checkedStretch, { text: 'at 09:14', start: 3, end: 8 }],
  ['action', checkedAction, { action: 'openLink', line: 4, text: 'src/a.ts:3' }],
];

test.each(agreed)('%s as agreed is taken', (_, check, value) => {
  expect(check(value)).toEqual(value);
});

const refused: readonly (readonly [name: string, check: Check, value: unknown])[] = [
  ['a line before the first', checkedLine, -1],
  ['half a line', checkedLine, 1.5],
  ['a stretch behind its text', checkedStretch, { text: 'at', start: 1, end: 3 }],
  ['a stretch of nothing', checkedStretch, { text: 'at', start: 1, end: 1 }],
  ['a line that is a text', checkedLine, '1'],
  ['more lines than a view has', checkedLines, new Array(5000).fill(1)],
  ['a page of nothing', checkedPage, null],
  ['a share beyond the end', checkedPage, { start: { kind: 'share', share: 1.1 }, before: 0, rows: 1 }],
  [
    'a share that is no number',
    checkedPage,
    { start: { kind: 'share', share: Number.NaN }, before: 0, rows: 1 },
  ],
  ['a start of another kind', checkedPage, { start: { kind: 'file', path: '/etc' }, before: 0, rows: 1 }],
  ['a command that is no action', checkedAction, { action: 'runShell', line: 1, text: null }],
  ['an action every object has', checkedAction, { action: 'toString', line: 1, text: null }],
  ['a pattern longer than anybody writes', checkedPattern, { ...pattern, text: 'a'.repeat(20_000) }],
];

test.each(refused)('%s is refused', (_, check, value) => {
  expect(() => check(value)).toThrow();
});

describe('whatever comes', () => {
  test('a page is never longer than the contract says', () => {
    const start = { kind: 'row', row: 0 };
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (before, rows) => {
        const page = checkedPage({ start, before, rows });
        expect(Math.max(page.before, page.rows)).toBeLessThanOrEqual(2000);
      }),
    );
  });

  test('it is refused or taken as agreed, never passed on as it is', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const [, check] of agreed) {
          try {
            expect(check(value)).not.toBeUndefined();
          } catch (error) {
            expect(error).toBeInstanceOf(Error);
          }
        }
      }),
    );
  });
});
