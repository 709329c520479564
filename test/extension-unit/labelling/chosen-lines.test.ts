import { describe, expect, it } from 'vitest';
import { ChosenLines } from '../../../src/extension/labelling/chosen-lines';

describe('a selection speaks of', () => {
  it('all lines between its ends', () => {
    const lines = new ChosenLines({ first: 4, last: 6 });
    expect([lines.all, lines.count, lines.ends]).toEqual([[4, 5, 6], 3, [4, 6]]);
  });

  it('the lines of each file that a merge shows between its ends, and no other', () => {
    const lines = new ChosenLines({
      first: 2,
      last: 101,
      stretches: [
        { first: 2, last: 3 },
        { first: 101, last: 102 },
      ],
    });
    expect([lines.all, lines.count]).toEqual([[2, 3, 101, 102], 4]);
    expect(lines.ends).toEqual([2, 3, 101, 102]);
  });

  it('more than one line where a merge shows a later file first', () => {
    const stretches = [
      { first: 9, last: 9 },
      { first: 101, last: 101 },
    ];
    expect(new ChosenLines({ first: 101, last: 9, stretches }).all).toEqual([9, 101]);
  });
});
