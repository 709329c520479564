import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAppended, lineEdit } from '../../src/extension/shared/line-edits';
import { LineMap } from '../../src/extension/shared/line-map';

type Place = readonly [line: number, character: number];

function change(start: Place, end: Place, text: string) {
  return {
    range: {
      start: { line: start[0], character: start[1] },
      end: { line: end[0], character: end[1] },
    },
    text,
  };
}

type Lines = readonly [line: number, endLine: number];

function linesAfter(
  changes: readonly ReturnType<typeof change>[],
  before: readonly Lines[] = [
    [5, 5],
    [10, 12],
  ],
) {
  const map = LineMap.unedited.after(changes.map(lineEdit));
  return before.flatMap(([line, endLine]) => {
    const by = map.moved(line, endLine);
    return by === undefined ? [] : [[line + by, endLine + by]];
  });
}

describe('findings on lines 5 and 10 to 12', () => {
  const cases: readonly [what: string, ...change: Parameters<typeof change>, after: readonly unknown[]][] = [
    [
      'a line put in above all',
      [0, 0],
      [0, 0],
      'new\n',
      [
        [6, 6],
        [11, 13],
      ],
    ],
    [
      'two lines put in between',
      [6, 3],
      [6, 3],
      'x\r\ny\r\n',
      [
        [5, 5],
        [12, 14],
      ],
    ],
    [
      'lines put in below',
      [20, 0],
      [20, 0],
      'x\ny\n',
      [
        [5, 5],
        [10, 12],
      ],
    ],
    [
      'a line put in right above a finding',
      [4, 0],
      [4, 0],
      'new\n',
      [
        [6, 6],
        [11, 13],
      ],
    ],
    [
      'lines taken out right above a finding',
      [2, 0],
      [4, 0],
      '',
      [
        [3, 3],
        [8, 10],
      ],
    ],
    [
      'a line above replaced by two',
      [1, 0],
      [1, 7],
      'one\ntwo',
      [
        [6, 6],
        [11, 13],
      ],
    ],
    ['a letter typed into a finding', [4, 3], [4, 3], 'x', [[10, 12]]],
    ['a letter typed before a finding', [4, 0], [4, 0], 'x', [[10, 12]]],
    ['a finding broken in two', [4, 3], [4, 3], '\n', [[11, 13]]],
    ['a letter typed into a continuation line', [10, 1], [10, 1], 'x', [[5, 5]]],
    ['the line above joined to a finding', [3, 9], [4, 0], '', [[9, 11]]],
    ['a selection that ends at a finding typed over', [2, 0], [4, 0], 'x', [[8, 10]]],
    ['a line put in within a finding', [11, 0], [11, 0], 'new\n', [[5, 5]]],
    ['all replaced', [0, 0], [99, 0], 'other', []],
  ];
  test.each(cases)('%s', (_what, start, end, text, after) => {
    expect(linesAfter([change(start, end, text)])).toEqual(after);
  });

  test('several edits of one event are told in lines before all of them', () => {
    const edits = [change([0, 0], [0, 0], 'a\n'), change([6, 0], [8, 0], '')];
    expect(linesAfter(edits)).toEqual([
      [6, 6],
      [9, 11],
    ]);
  });

  test('what is typed in a line that was touched before changes nothing', () => {
    const once = LineMap.unedited.after([lineEdit(change([7, 2], [7, 4], 'xyz'))]);
    expect(once.after([lineEdit(change([7, 5], [7, 5], 'more'))])).toBe(once);
  });

  test('replacing in a thousand places drops the lines between the first and the last', () => {
    const everywhere = Array.from({ length: 1000 }, (_, i) => change([20 + i, 0], [20 + i, 1], 'x\ny'));
    expect(
      linesAfter(everywhere, [
        [20, 20],
        [500, 500],
        [1021, 1022],
      ]),
    ).toEqual([
      [20, 20],
      [2021, 2022],
    ]);
  });
});

/** Edits of whole lines, on a text whose lines are their own numbers. */
test('a line always is where its text is', () => {
  const edits = fc.array(fc.record({ at: fc.nat(30), remove: fc.nat(4), insert: fc.nat(3) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(edits, (steps) => {
      let text = Array.from({ length: 30 }, (_, i) => `${i + 1}`);
      let map = LineMap.unedited;
      for (const { at, remove, insert } of steps) {
        const start = Math.min(at, text.length);
        const end = Math.min(start + remove, text.length);
        const edit = change([start, 0], [end, 0], 'new\n'.repeat(insert));
        map = map.after([lineEdit(edit)]);
        text = text.toSpliced(start, end - start, ...Array.from({ length: insert }, () => 'new'));
      }
      for (const line of [1, 4, 15, 29, 30]) {
        const now = map.lineNow(line);
        expect(now === undefined ? undefined : text[now - 1]).toBe(text.find((one) => one === `${line}`));
      }
    }),
  );
});

describe('what counts as growth', () => {
  const cases: readonly [what: string, ...Parameters<typeof change>, lines: number, last: number, boolean][] =
    [
      ['lines after a final line end', [3, 0], [3, 0], 'a\nbc\n', 6, 0, true],
      ['a part of a line', [3, 0], [3, 0], 'abc', 4, 3, true],
      ['the rest of the last line', [3, 5], [3, 5], 'def', 4, 8, true],
      ['text put in before the last line', [2, 0], [2, 0], 'a\n', 5, 0, false],
      ['text put in within the last line', [3, 2], [3, 2], 'def', 4, 8, false],
      ['the last line replaced', [3, 0], [3, 5], 'abcdef', 4, 6, false],
    ];
  test.each(cases)('%s', (_what, start, end, text, lineCount, lastLineLength, grown) => {
    expect(isAppended(change(start, end, text), { lineCount, lastLineLength })).toBe(grown);
  });
});
