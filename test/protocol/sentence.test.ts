import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../src/protocol/sentence';

describe('sentenceText', () => {
  it.each([
    ['usually `{0}`, {1} times', ['ok', 12], 'usually `ok`, 12 times'],
    ['{1} before {0}', ['a', 'b'], 'b before a'],
    ['{0} and {0}', ['x'], 'x and x'],
    ['{0}{1}', ['{1}', '$&'], '{1}$&'],
    ['{0} of {7}', ['1'], '1 of {7}'],
    ['no values {}', [], 'no values {}'],
  ])('%s', (pattern, values, text) => {
    expect(sentenceText({ pattern, values })).toBe(text);
  });

  it('takes the words from the translation and the values from the sentence', () => {
    const chinese = (pattern: string) => (pattern === '{0} of {1}' ? '{1} 中的 {0}' : pattern);
    expect(sentenceText({ pattern: '{0} of {1}', values: [3, 5] }, chinese)).toBe('5 中的 3');
  });
});
