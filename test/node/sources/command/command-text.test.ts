import fc from 'fast-check';
import { expect, test } from 'vitest';
import { argumentText, commandText } from '../../../../src/node/sources/command/command-text';

test.each([
  [['kubectl', 'logs', '--', 'web-1'], 'kubectl logs -- web-1'],
  [['ssh', '--', 'box', "tail -F -- '/var/log/a b.log'"], `ssh -- box "tail -F -- '/var/log/a b.log'"`],
  [['grep', '', 'a"b\\c'], 'grep "" "a\\"b\\\\c"'],
  [['echo', 'one\ntwo\u001b[31m'], 'echo "one\\ntwo\\u001b[31m"'],
  // What would read from right to left, what is not seen at all, and a blank that is none.
  [
    ['a\u202eb', '\u200b', '\u00a0', '\u3164', '\u{e0041}'],
    '"a\\u202eb" "\\u200b" "\\u00a0" "\\u3164" "\\u{e0041}"',
  ],
])('%j', (command, text) => {
  expect(commandText(command)).toBe(text);
});

test('different arguments never read the same', () => {
  const word = fc.string({ unit: 'binary', maxLength: 6 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      expect(argumentText(one) === argumentText(other)).toBe(one === other);
    }),
  );
});

test('nothing that is not seen is left in the text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (command) => {
      expect(commandText(command)).not.toMatch(/[\p{C}\u2028\u2029]/u);
    }),
  );
});
