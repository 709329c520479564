import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceIndex } from '../../src/engine/model/units';
import { isAppended, lineEdit, shiftFindings } from '../../src/extension/shared/line-edits';
import { finding, linesOf } from './sample-finding';

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

function shifted(changes: readonly ReturnType<typeof change>[], findings = [finding(5), finding(10, 12)]) {
  return linesOf(shiftFindings(findings, changes.map(lineEdit)));
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
    ['a letter typed into a continuation line', [10, 1], [10, 1], 'x', [[5, 5]]],
    ['the line above joined to a finding', [3, 9], [4, 0], '', [[9, 11]]],
    ['a selection that ends at a finding typed over', [2, 0], [4, 0], 'x', [[8, 10]]],
    ['a line put in within a finding', [11, 0], [11, 0], 'new\n', [[5, 5]]],
    ['all replaced', [0, 0], [99, 0], 'other', []],
  ];
  test.each(cases)('%s', (_what, start, end, text, after) => {
    expect(shifted([change(start, end, text)])).toEqual(after);
  });

  test('several edits of one event are told in lines before all of them', () => {
    const edits = [change([0, 0], [0, 0], 'a\n'), change([6, 0], [8, 0], '')];
    expect(shifted(edits)).toEqual([
      [6, 6],
      [9, 11],
    ]);
  });

  test('typing elsewhere gives back the same array', () => {
    const findings = [finding(5)];
    expect(shiftFindings(findings, [lineEdit(change([7, 2], [7, 4], 'xyz'))])).toBe(findings);
  });
});

test('evidence moves with its lines and goes with them', () => {
  const before = [finding(10, 10, { evidenceLines: [3, 20] })];
  const evidenceAfter = (edit: ReturnType<typeof change>) =>
    shiftFindings(before, [lineEdit(edit)])[0].reasons[0].evidence.map(({ line }) => line);
  expect(evidenceAfter(change([14, 0], [14, 0], 'new\n'))).toEqual([3, 21]);
  expect(evidenceAfter(change([2, 4], [2, 5], 'x'))).toEqual([20]);
});

test('lines of a baseline stay where they are', () => {
  const baseline = finding(10, 10, { source: 1 as SourceIndex });
  expect(shiftFindings([baseline], [lineEdit(change([0, 0], [0, 0], 'new\n'))])).toEqual([baseline]);
});

/** Marked lines carry their own text through any edits of whole lines, as in an editor. */
test('a finding always is on the line that says what it said', () => {
  const edits = fc.array(fc.record({ at: fc.nat(30), remove: fc.nat(4), insert: fc.nat(3) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(edits, (steps) => {
      let text = Array.from({ length: 30 }, (_, i) => `${i + 1}`);
      let findings: readonly ReturnType<typeof finding>[] = [finding(4), finding(15), finding(30)];
      for (const { at, remove, insert } of steps) {
        const start = Math.min(at, text.length);
        const end = Math.min(start + remove, text.length);
        const edit = change([start, 0], [end, 0], 'new\n'.repeat(insert));
        findings = shiftFindings(findings, [lineEdit(edit)]);
        text = text.toSpliced(start, end - start, ...Array.from({ length: insert }, () => 'new'));
      }
      expect(findings.map(({ line }) => text[line - 1])).toEqual(
        ['4', '15', '30'].filter((kept) => text.includes(kept)),
      );
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
