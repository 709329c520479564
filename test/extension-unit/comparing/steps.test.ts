import { describe, expect, test } from 'vitest';
import { differencesOf, spanNow } from '../../../src/extension/comparing/differences';
import { nextLine, previousLine } from '../../../src/extension/comparing/steps';
import { lineEdit } from '../../../src/extension/shared/line-edits';
import { LineMap } from '../../../src/extension/shared/line-map';
import { comparedLog, finding, vanished } from './compared-log';

const lists = { findings: [finding('shifted', 20), finding('new', 5, 7)], vanished: [vanished(12)] };
/** Two lines were put in above line 10. */
const edit = {
  range: { start: { line: 9, character: 0 }, end: { line: 9, character: 0 } },
  text: 'one\ntwo\n',
};
const edited = comparedLog(lists, { lines: LineMap.unedited.after([lineEdit(edit)]) });

describe('stepping through the differences of a log', () => {
  const log = comparedLog(lists);
  const cases = [
    { name: 'from before the first', line: 0, next: 5, previous: 20 },
    { name: 'from the first', line: 5, next: 20, previous: 20 },
    { name: 'between; what vanished stands in the good log', line: 12, next: 20, previous: 5 },
    { name: 'around the end', line: 20, next: 5, previous: 5 },
  ];
  test.each(cases)('$name', ({ line, next, previous }) => {
    expect([nextLine(log, line), previousLine(log, line)]).toEqual([next, previous]);
  });

  test('goes nowhere where nothing differs', () => {
    expect([nextLine(comparedLog(), 1), previousLine(comparedLog(), 1)]).toEqual([undefined, undefined]);
  });

  test('goes where the lines are since edits', () => {
    expect([nextLine(edited, 0), nextLine(edited, 5)]).toEqual([5, 22]);
  });
});

describe('where a difference is by now', () => {
  test('lines of the good log stay, also where the log was edited', () => {
    const [gone] = differencesOf(edited.report, 'vanished');
    expect(spanNow(edited, gone)).toEqual({ line: 12, endLine: 12 });
  });

  test('an earlier part of the same log moves with it', () => {
    const [bad] = edited.report.sources;
    const itsOwn = comparedLog({ ...lists, sources: [bad, bad] }, { lines: edited.lines });
    const [gone] = differencesOf(itsOwn.report, 'vanished');
    expect(spanNow(itsOwn, gone)).toEqual({ line: 14, endLine: 14 });
  });
});
