import { expect, it } from 'vitest';
import { firstTexts, neededTexts } from '../../../src/node/search/needed-texts';
import { tokensOfPattern } from '../../../src/node/search/pattern-tokens';

it.each([
  ['pier \\d+', ['pier ']],
  ['at pier|in dock', ['at pier', 'in dock']],
  ['(GET|POST) /\\S+', ['GET', 'POST']],
  ['(?<verb>open|close)d? the gate', [' the gate']],
  ['(?:left|(?:lo|mo)ored) \\w', ['left', 'ored']],
  ['(?:a|b)(?:cd|ef)', ['cd', 'ef']],
  ['(?:ab)+c', ['ab']],
  ['(?:ab)*', []],
  ['ab?c', ['a']],
  ['a{0}', []],
  ['ab|\\d+', []],
  ['(?=abc)d', ['d']],
  ['(?!abc)', []],
  ['(?<!abc)de', ['de']],
  ['(a)\\1', ['a']],
  ['a|b|c|d|e|f|g|h|i', []],
])('in each match of %s stands one of %j', (pattern, texts) => {
  expect(neededTexts(tokensOfPattern(pattern) ?? [])).toEqual(texts);
});

it.each([
  ['(GET|POST) /\\S+', ['GET', 'POST']],
  ['\\bpier \\d', ['pier ']],
  ['^at (?:pier|dock)', ['at ']],
  ['(?:left|\\d)', []],
  ['fe?rry', ['f']],
  ['(?:go)+ne', ['go']],
  ['(?:go)*ne', []],
  ['(?=abc)d', []],
  ['[a-z]ab', []],
])('each match of %s begins with one of %j', (pattern, texts) => {
  expect(firstTexts(tokensOfPattern(pattern) ?? [])).toEqual(texts);
});
