import { describe, expect, it } from 'vitest';
import { sentenceText } from '../../src/protocol/sentence';
import {
  type UnderstoodCounts,
  understandingText,
  understandingWarnings,
} from '../../src/protocol/understanding-status';

const counts = (more: Partial<UnderstoodCounts>): UnderstoodCounts => ({
  format: 'log4j',
  lines: 1000,
  records: 1000,
  timed: 992,
  unfit: 0,
  zone: '+08:00',
  ...more,
});

describe('what was understood in a few words', () => {
  it.each([
    [{}, 'Log4j · 99.2 % with time · UTC+8'],
    [{ zone: '+05:30' }, 'Log4j · 99.2 % with time · UTC+5:30'],
    [{ zone: '-10:00' }, 'Log4j · 99.2 % with time · UTC-10'],
    [{ zone: 'UTC', timed: 1000 }, 'Log4j · 100 % with time · UTC'],
    [{ zone: 'local' }, 'Log4j · 99.2 % with time · no time zone, taken for UTC'],
    [{ zone: null, timed: 0, format: 'text' }, 'plain text · 0 % with time'],
    [{ zone: null, timed: 0, records: 0, lines: 0 }, 'Log4j'],
    [{ records: 100_000, timed: 99_999 }, 'Log4j · 99.9 % with time · UTC+8'],
    [{ records: 100_000, timed: 1 }, 'Log4j · 0.1 % with time · UTC+8'],
  ])('%j: %s', (more, text) => {
    expect(understandingText(counts(more), sentenceText)).toBe(text);
  });
});

describe('a look is asked for', () => {
  it.each([
    ['by no log that is understood', {}, []],
    ['by no empty log', { lines: 0, records: 0, timed: 0 }, []],
    ['not at nine in ten records with a time', { timed: 900 }, []],
    ['below', { timed: 899 }, ['Only 89.9 % of the records have a time.']],
    ['not at one line in twenty that does not fit', { unfit: 50 }, []],
    ['above', { unfit: 51 }, ['5.1 % of the lines fit no record.']],
    [
      'for both',
      { timed: 0, unfit: 1000 },
      ['Only 0 % of the records have a time.', '100 % of the lines fit no record.'],
    ],
  ])('%s', (_, more, texts) => {
    expect(understandingWarnings(counts(more)).map((sentence) => sentenceText(sentence))).toEqual(texts);
  });
});
