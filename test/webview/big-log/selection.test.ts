import { describe, expect, test } from 'vitest';
import {
  caretAt,
  isEmpty,
  ordered,
  type Selection,
  selectedRows,
  selectedSpan,
  wordAround,
  wordFrom,
} from '../../../webview/big-log/selection/selection';

/** `2:5 4:1`: from row 2, column 5 to row 4, column 1. */
function selection(text: string): Selection {
  const [start, caret] = text.split(' ').map((place) => {
    const [row, column] = place.split(':').map(Number);
    return { row, column };
  });
  return { start, caret };
}

describe('what of a row is selected', () => {
  test.each([
    ['2:5 4:1', 1, null],
    ['2:5 4:1', 2, [5, 10]],
    ['2:5 4:1', 3, [0, 10]],
    ['2:5 4:1', 4, [0, 1]],
    ['4:1 2:5', 3, [0, 10]],
    ['2:3 2:7', 2, [3, 7]],
    ['2:3 2:99', 2, [3, 10]],
    ['2:3 2:3', 2, null],
  ] as const)('of %s in row %i', (text, row, span) => {
    expect(selectedSpan(selection(text), row, 10)).toEqual(span);
  });
});

describe('the rows a selection touches', () => {
  test.each([
    ['2:5 4:1', [2, 4]],
    ['2:5 4:0', [2, 3]],
    ['4:0 2:5', [2, 3]],
    ['2:0 2:0', [2, 2]],
  ] as const)('%s', (text, rows) => {
    expect(selectedRows(selection(text))).toEqual(rows);
  });
});

test('a caret selects nothing, and has both ends at one place', () => {
  const caret = caretAt({ row: 3, column: 4 });
  expect(isEmpty(caret)).toBe(true);
  expect(ordered(caret)).toEqual([caret.caret, caret.caret]);
});

describe('words', () => {
  test.each([
    ['took 12 ms', 6, '12'],
    ['id=f-42;x', 1, 'id'],
    ['a  b', 2, '  '],
    ['错误 用户', 1, '错误'],
    ['😀x', 0, '😀x'],
    ['', 0, ''],
  ])('around a column of %j, %i', (text, column, word) => {
    expect(text.slice(...wordAround(text, column))).toBe(word);
  });

  test.each([
    [0, 1, 5],
    [5, 1, 8],
    [10, 1, 10],
    [10, -1, 8],
    [8, -1, 5],
    [0, -1, 0],
  ] as const)('from column %i in direction %i', (column, direction, to) => {
    expect(wordFrom('took 12 ms', column, direction)).toBe(to);
  });
});
