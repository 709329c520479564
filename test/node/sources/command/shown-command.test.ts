import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownCommand } from '../../../../src/node/sources/command/shown-command';

test.each([
  [
    ['kubectl', 'logs', '--', 'web-1'],
    ['kubectl', 'logs', '--', 'web-1'],
  ],
  [
    ['ssh', "cat -- '/var/log/a b.log'"],
    ['ssh', `"cat -- '/var/log/a b.log'"`],
  ],
  [
    ['', 'a"b\\c', 'one\ntwo\u001b[31m'],
    ['""', '"a\\"b\\\\c"', '"one\\ntwo\\u001b[31m"'],
  ],
  // What would read from right to left, what is not seen at all, and a blank that is none.
  [
    ['a\u202eb', '\u200b', '\u00a0', '\u3164', '\u{e0041}'],
    ['"a\\u202eb"', '"\\u200b"', '"\\u00a0"', '"\\u3164"', '"\\u{e0041}"'],
  ],
])('%j', (command, lines) => {
  expect(shownCommand(command)).toBe(lines.join('\n'));
});

test('different commands never read the same', () => {
  const words = fc.array(fc.string({ unit: 'binary', maxLength: 4 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(words, words, (one, other) => {
      expect(shownCommand(one) === shownCommand(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
  );
});

test('nothing that is not seen is left in the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (command) => {
      expect(shownCommand(command)).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
    }),
  );
});
