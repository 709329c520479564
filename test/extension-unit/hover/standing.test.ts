import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParameterStanding, ParameterSummary } from '../../../src/engine/model/analysis';
import type { TemplateId } from '../../../src/engine/model/units';
import { shownStandings, standingSentence } from '../../../src/extension/hover/standing';
import { sentenceText } from '../../../src/protocol/sentence';

const standing = (more: Partial<ParameterStanding>): ParameterStanding => ({
  value: '3,000 ms',
  of: 1204,
  below: null,
  equal: 0,
  ...more,
});

const cases: readonly (readonly [Partial<ParameterStanding>, string])[] = [
  [{ below: 1195, equal: 1 }, '`3,000 ms`: above 99 % of 1,204'],
  [{ below: 1203, equal: 1 }, '`3,000 ms`: the highest of 1,204'],
  [{ below: 1204, equal: 0 }, '`3,000 ms`: the highest of 1,204'],
  [{ below: 0, equal: 1 }, '`3,000 ms`: the lowest of 1,204'],
  [{ below: 10, equal: 4 }, '`3,000 ms`: below 98 % of 1,204'],
  [{ below: 1202, equal: 2 }, '`3,000 ms`: above 99 % of 1,204'],
  [{ below: 100, equal: 900 }, '`3,000 ms`: 900 of 1,204 have it'],
  [{ equal: 7 }, '`3,000 ms`: 7 of 1,204 have it'],
  [{ equal: null }, '`3,000 ms`: one of at least 1,000 values'],
];

test.each(cases)('%j: %s', (more, text) => {
  expect(sentenceText(standingSentence(standing(more), { distinct: 1000 }))).toBe(text);
});

test('never claims all, nor none', () => {
  const counts = fc.tuple(fc.nat(5000), fc.nat(5000), fc.nat(5000)).filter((all) => all.some((n) => n > 0));
  fc.assert(
    fc.property(counts, ([below, equal, above]) => {
      const one = standing({ of: below + equal + above, below, equal });
      const text = sentenceText(standingSentence(one, { distinct: 9 }));
      expect(text).not.toMatch(/(above|below) (0|100) %/);
    }),
  );
});

describe('of a line', () => {
  const summary = (position: number): ParameterSummary => {
    return { position, type: 'number', distinct: 9, distinctIsExact: true, numbers: null, top: [] };
  };
  const shown = (standings: readonly ParameterStanding[]) =>
    shownStandings({
      template: 0 as TemplateId,
      records: 1204,
      lookedAt: 1204,
      parameters: standings.map((_, position) => summary(position)),
      standings,
    }).map(({ position }) => position);

  test('the five most unusual values stand, in the order of the line', () => {
    const equals = [1200, 3, 900, 1, 2, 5, 4];
    expect(shown(equals.map((equal) => standing({ equal })))).toEqual([1, 3, 4, 5, 6]);
  });

  test('a missing value and one without others do not', () => {
    expect(shown([standing({ value: '' }), standing({ of: 1 }), standing({})])).toEqual([2]);
  });
});
