import { describe, expect, test } from 'vitest';
import {
  type ComparisonRow,
  differenceRows,
  type GroupRow,
  rootRows,
} from '../../../src/extension/comparing/rows';
import { comparedLog, finding, vanished } from './compared-log';

function inShort(row: ComparisonRow): string {
  switch (row.kind) {
    case 'group':
      return `${row.of} ${row.total}`;
    case 'difference':
      return `${row.difference.kind} at ${row.difference.tellingLine}`;
    case 'more':
      return `${row.rest} more`;
    case 'left-out':
      return `${row.rest} left out`;
    case 'note':
      return row.note.pattern;
    default:
      return row.kind;
  }
}

const log = comparedLog({
  findings: [finding('shifted', 2), finding('new', 5, 7), finding('new', 9)],
  vanished: [vanished(3)],
});
const groupOf = (of: GroupRow['of'], total: number): GroupRow => ({ kind: 'group', log, of, total });

describe('the rows of a comparison', () => {
  const roots = [
    {
      name: 'groups that hold something, what counts first',
      log,
      rows: ['new 2', 'shifted 1', 'vanished 1'],
    },
    { name: 'nothing where nothing differs', log: comparedLog(), rows: [] },
    { name: 'first that it is stale', log: comparedLog({}, { stale: true }), rows: ['stale'] },
    {
      name: 'then what was not judged',
      log: comparedLog({ notJudged: [{ pattern: 'too long', values: [] }], vanished: [vanished(1)] }),
      rows: ['too long', 'vanished 1'],
    },
  ];
  test.each(roots)('$name', ({ log: compared, rows }) => {
    expect(rootRows(compared).map(inShort)).toEqual(rows);
  });

  const groups = [
    { name: 'lead to the telling line', group: groupOf('new', 2), shown: 10, rows: ['new at 7', 'new at 9'] },
    { name: 'come in pages', group: groupOf('new', 2), shown: 1, rows: ['new at 7', '1 more'] },
    {
      name: 'end with how many the report leaves out',
      group: groupOf('shifted', 21),
      shown: 10,
      rows: ['shifted at 2', '20 left out'],
    },
    {
      name: 'say where in the good log it stood',
      group: groupOf('vanished', 1),
      shown: 10,
      rows: ['vanished at 3'],
    },
  ];
  test.each(groups)('differences $name', ({ group, shown, rows }) => {
    expect(differenceRows(group, shown).map(inShort)).toEqual(rows);
  });
});
