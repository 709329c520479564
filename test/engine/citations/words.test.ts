import { describe, expect, test } from 'vitest';
import { contentStems } from '../../../src/engine/citations/words';

const stems = (text: string) => [...contentStems(text)];

describe('what a text says', () => {
  test.each([
    ['connection connections connected connecting connects'],
    ['exhausted exhaustion exhausts exhausting'],
    ['refused refuses refusing refuse'],
    ['retry retries retried'],
    ['failed failing fails failure'],
    ['dropped dropping drops drop'],
    ['timeout timeouts'],
  ])('is one in all forms of a word: %s', (forms) => {
    expect(stems(forms)).toHaveLength(1);
  });

  test.each([
    [
      'words of grammar and what leads to a citation',
      'See the lines of this log, where it was: evidence for',
      [],
    ],
    ['numbers and single letters', '12 a 0x4f', []],
    ['humps of a name', 'SupplierException', stems('supplier exception')],
    ['underscores and dots', 'pool.max_wait', stems('pool max wait')],
    ['pairs of Chinese characters', '磁盘已满', ['磁盘', '盘已', '已满']],
    ['both in one text', '磁盘 full', ['磁盘', 'ful']],
  ])('heeds %s', (_, text, expected) => {
    expect(stems(text)).toEqual(expected);
  });

  test('is not the same of words that only look alike', () => {
    expect(stems('order border')).toHaveLength(2);
    expect(stems('pool poll')).toHaveLength(2);
  });
});
