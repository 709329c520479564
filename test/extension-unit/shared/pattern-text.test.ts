import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageOf, patternLabel } from '../../../src/extension/shared/pattern-text';

const labels: readonly { readonly pattern: string; readonly label: string }[] = [
  { pattern: 'Pool drained', label: 'Pool drained' },
  { pattern: '[<word>] Pool drained', label: 'Pool drained' },
  { pattern: '[-] [<word>]: Pool drained', label: 'Pool drained' },
  { pattern: 'Pool [<word>] drained', label: 'Pool [<word>] drained' },
  { pattern: '[<word>]', label: '[<word>]' },
];

test.each(labels)('a row shows "$label" for the template "$pattern"', ({ pattern, label }) => {
  expect(patternLabel(pattern)).toBe(label);
});

const messages: readonly { readonly line: string; readonly pattern: string; readonly message: string }[] = [
  { line: '10:00 INFO pool: Pool drained', pattern: 'Pool drained', message: 'Pool drained' },
  {
    line: '10:00 [r-1] Pool 7 drained',
    pattern: '[<word>] Pool <number> drained',
    message: 'Pool 7 drained',
  },
  { line: '10:00 INFO 192.0.2.7 connected', pattern: '<ip> connected', message: '192.0.2.7 connected' },
  { line: '10:00 INFO something else', pattern: 'Pool drained', message: '10:00 INFO something else' },
  { line: '10:00 INFO 12 34', pattern: '<number> <number>', message: '10:00 INFO 12 34' },
  { line: 'Pool drained', pattern: 'Pool drained', message: 'Pool drained' },
];

test.each(messages)('of "$line" a row shows "$message"', ({ line, pattern, message }) => {
  expect(messageOf(line, pattern)).toBe(message);
});

describe('whatever the log holds', () => {
  test('the message is the end of its line', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (line, pattern) => line.endsWith(messageOf(line, pattern))),
    );
  });

  test('a template keeps a label', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (pattern) => patternLabel(pattern) !== ''));
  });
});
