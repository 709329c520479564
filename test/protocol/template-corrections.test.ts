import { describe, expect, it } from 'vitest';
import {
  correctionForMerge,
  correctionForName,
  correctionForSplit,
  correctionForVariable,
  correctionForWord,
  positionAtOffset,
} from '../../src/protocol/template-corrections';

const kite = {
  pieces: ['kite', ' <number>', ' flies', ' over', ' <word>', '!'],
  parameters: [
    { position: 1, type: 'number' },
    { position: 4, type: 'word' },
  ],
} as const;
const pattern = kite.pieces;

describe('a correction asked for', () => {
  it.each([
    ['a name', correctionForName(kite, ' Kite  '), { kind: 'name', pattern, name: 'Kite' }],
    ['a merge', correctionForMerge([kite, kite]), { kind: 'merge', patterns: [pattern, pattern] }],
    ['a split', correctionForSplit(kite, 4, ['hill', 'town']), { kind: 'split', pattern, position: 4 }],
    [
      'a variable here',
      correctionForVariable(kite, 2, 'here'),
      { kind: 'pin', token: 'flies', as: 'variable', where: { pattern, position: 2 } },
    ],
    [
      'a variable everywhere',
      correctionForVariable(kite, 2, 'everywhere'),
      { kind: 'pin', token: 'flies', as: 'variable' },
    ],
    [
      'a word here',
      correctionForWord(kite, 4, 'town', 'here'),
      { kind: 'pin', token: 'town', as: 'word', where: { pattern, position: 4 } },
    ],
    [
      'a word everywhere',
      correctionForWord(kite, 4, 'town', 'everywhere'),
      { kind: 'pin', token: 'town', as: 'word' },
    ],
  ])('%s', (_, given, correction) => {
    expect(given).toEqual({ correction });
  });

  it.each([
    ['an empty name', correctionForName(kite, ' '), []],
    ['one template to merge', correctionForMerge([kite]), []],
    ['one word to split', correctionForSplit(kite, 1, ['<number>']), ['<number>']],
    ['a variable that is one', correctionForVariable(kite, 4, 'here'), ['<word>']],
    ['a word that is one', correctionForWord(kite, 3, 'over', 'here'), ['over']],
  ])('is refused for %s', (_, given, values) => {
    expect(given).toMatchObject({ refusal: { values } });
  });
});

it('finds the token of a pattern that a char belongs to', () => {
  const text = pattern.join('');
  const found = Array.from(text, (_, offset) => positionAtOffset(pattern, offset));
  expect(found).toEqual(pattern.flatMap((piece, position) => Array<number>(piece.length).fill(position)));
  expect(positionAtOffset(pattern, text.length)).toBeUndefined();
  expect(positionAtOffset(pattern, -1)).toBeUndefined();
});
