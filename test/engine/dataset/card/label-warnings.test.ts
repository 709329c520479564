import { describe, expect, it } from 'vitest';
import type { CardLabels } from '../../../../src/engine/dataset/card/data-card';
import { labelWarnings, unlabelledIn } from '../../../../src/engine/dataset/card/label-warnings';
import type { SplitShares } from '../../../../src/engine/dataset/split/split';
import { sentenceText } from '../../../../src/protocol/sentence';

type Places = readonly [train: number, validation: number, test: number];

function row(label: CardLabels['label'], [train, validation, test]: Places): CardLabels {
  return { label, category: null, labelledBy: 'person', counts: { train, validation, test } };
}

const usual: SplitShares = { train: 80, validation: 10, test: 10 };

describe('warnings', () => {
  it.each<[string, Places, Places, SplitShares, readonly RegExp[]]>([
    ['none, where all is well', [48, 6, 6], [32, 4, 4], usual, []],
    ['nothing of nothing', [0, 0, 0], [0, 0, 0], usual, []],
    ['normal ones only', [48, 6, 6], [0, 0, 0], usual, [/No sequence is anomalous/]],
    ['anomalous ones only', [0, 0, 0], [48, 6, 6], usual, [/No sequence is normal/]],
    ['few', [2, 2, 2], [2, 1, 2], usual, [/Too few sequences to learn from: 11\./]],
    ['one label is rare', [193, 1, 1], [3, 1, 1], usual, [/Few sequences are anomalous: 5 of 200/]],
    ['the other label is rare', [3, 1, 1], [193, 1, 1], usual, [/Few sequences are normal: 5 of 200/]],
    ['a part without one label', [48, 6, 1], [32, 4, 0], usual, [/part test has no anomalous/]],
    ['a part without the other', [48, 0, 6], [32, 4, 4], usual, [/part validation has no normal/]],
    ['an empty part', [48, 0, 6], [32, 0, 4], usual, [/part validation is empty, and has no file/]],
    ['none of a part nobody wants', [48, 0, 6], [32, 0, 4], { ...usual, validation: 0 }, []],
    [
      'all that an auditor saw of a short log',
      [20, 4, 1],
      [6, 1, 0],
      usual,
      [/part test has no anomalous sequence/],
    ],
  ])('tell %s', (_, normal, anomalous, shares, wanted) => {
    const told = labelWarnings([row('normal', normal), row('anomalous', anomalous)], shares);
    expect(told).toHaveLength(wanted.length);
    for (const [i, words] of wanted.entries()) expect(sentenceText(told[i])).toMatch(words);
  });
});

it('what nobody labelled is counted, whoever else said something', () => {
  const labels = [{ ...row('normal', [20, 3, 2]), labelledBy: null }, row('normal', [5, 0, 0])];
  expect(unlabelledIn([...labels, row('anomalous', [4, 1, 1])])).toBe(25);
});
