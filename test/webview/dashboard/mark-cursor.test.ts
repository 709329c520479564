import { describe, expect, test } from 'vitest';
import { nextMark } from '../../../webview/dashboard/mark-cursor';

/** Three rows of a triangle: 1, 2 and 3 long. */
const marks = [
  [0, 0],
  [1, 0],
  [1, 1],
  [2, 0],
  [2, 1],
  [2, 2],
].map(([row, column]) => ({ row, column }));
const at = (row: number, column: number) => marks.find((mark) => mark.row === row && mark.column === column);

describe('keys go from mark to mark', () => {
  test.each([
    ['ArrowRight', at(2, 0), at(2, 1)],
    ['ArrowRight', at(2, 2), undefined],
    ['ArrowLeft', at(2, 2), at(2, 1)],
    ['ArrowUp', at(2, 1), at(1, 1)],
    ['ArrowUp', at(1, 1), undefined],
    ['ArrowDown', at(0, 0), at(1, 0)],
    ['Home', at(2, 2), at(2, 0)],
    ['End', at(2, 0), at(2, 2)],
    ['ArrowDown', undefined, at(0, 0)],
    ['End', undefined, at(2, 2)],
    ['x', at(2, 0), undefined],
    ['Enter', undefined, undefined],
  ])('%s from %o', (key, from, to) => {
    expect(nextMark(key, from, marks)).toBe(to);
  });
});
