import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posixWord, posixWords } from '../../../../src/node/sources/command/posix-word';

const hasShell = process.platform !== 'win32';

/** What a real `sh` makes of a command line: the arguments as it gives them to a program. */
function shellArguments(line: string): string[] {
  const { stdout, stderr } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\0').slice(0, -1);
}

test.each([
  ['plain', 'plain'],
  ['/var/log/app.log', '/var/log/app.log'],
  ['', "''"],
  ["it's", "'it'\\''s'"],
  ['$(id)', "'$(id)'"],
  ['a=b', "'a=b'"],
])('%j', (word, quoted) => {
  expect(posixWord(word)).toBe(quoted);
});

const nasty = fc.constantFrom(
  ...[
    "'",
    '"',
    '\\',
    '$',
    '`',
    '!',
    '*',
    '?',
    '[',
    '~',
    '#',
    '&',
    '|',
    ';',
    '<',
    '>',
    '(',
    '{',
    '\n',
    '\t',
    ' ',
    '-',
    '=',
    '^',
    '%',
  ],
);
const word = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((parts) => Buffer.from(parts.join('').replaceAll('\0', '')).toString());

test.skipIf(!hasShell)('a shell gives back exactly what was quoted, whatever it holds', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
      expect(shellArguments(posixWords(words))).toEqual(words);
    }),
    { numRuns: 150 },
  );
});

test.skipIf(!hasShell)('every byte but NUL comes back alone and between others', () => {
  const bytes = Array.from({ length: 0xff }, (_, i) => String.fromCharCode(i + 1));
  const words = bytes.flatMap((byte) => [byte, `a${byte}b`, `${byte}${byte}`]);
  expect(shellArguments(posixWords(words))).toEqual(words);
});
