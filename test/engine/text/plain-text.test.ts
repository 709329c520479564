import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stripAnsi } from '../../../src/engine/text/ansi';
import { plainText } from '../../../src/engine/text/plain-text';

const show = (bytes: Uint8Array, limit = 300): string => plainText(bytes, 0, bytes.length, limit);

function stripped(text: string): string {
  const bytes = Buffer.from(text);
  const scratch = new Uint8Array(bytes.length);
  const length = stripAnsi(bytes, 0, bytes.length, scratch);
  return length < 0 ? text : Buffer.from(scratch.subarray(0, length)).toString();
}

const sequences: [string, string, string][] = [
  ['none', 'plain', 'plain'],
  ['colour', '\x1b[1;31mERROR\x1b[0m gone', 'ERROR gone'],
  ['true colour with colons', '\x1b[38:2::1:2:3mx', 'x'],
  ['private mode and cursor moves', '\x1b[?25l\x1b[2Kx\x1b[1A', 'x'],
  ['hyperlink', '\x1b]8;;http://h/\x1b\\link\x1b]8;;\x1b\\', 'link'],
  ['window title', '\x1b]0;title\x07text', 'text'],
  ['character set', '\x1b(Btext', 'text'],
  ['device control string', '\x1bPq#0\x1b\\text', 'text'],
  ['broken off at the end', 'text\x1b[3', 'text'],
  ['a lone ESC', 'text\x1b', 'text'],
  ['a string that never ends hides nothing', 'a\x1b]0;all of the rest', 'a0;all of the rest'],
];

test.each(sequences)('ANSI: %s', (_, text, expected) => {
  expect(stripped(text)).toBe(expected);
  expect(show(Buffer.from(text))).toBe(expected);
});

test('bytes without ESC are left where they are', () => {
  const bytes = Buffer.from('xx plain xx\x1b');
  expect(stripAnsi(bytes, 3, 8, new Uint8Array(0))).toBe(-1);
});

describe('text for people', () => {
  test.each([
    ['a tab is a space', 'a\tb', 'a b'],
    ['controls go', 'a\0b\x07c\x7fd\x85', 'abcd\ufffd'],
    ['C1 controls go', 'a\u009bb', 'ab'],
    ['bidi overrides go', 'a\u202eb\u2066c\u2069', 'abc'],
    ['line separators go', 'a\u2028b\u2029', 'ab'],
  ])('%s', (name, text, expected) => {
    expect(show(name === 'controls go' ? Buffer.from(text, 'latin1') : Buffer.from(text))).toBe(expected);
  });

  test('invalid UTF-8 is shown as U+FFFD', () => {
    expect(show(Uint8Array.of(0x61, 0xff, 0x62, 0xe6, 0x97))).toBe('a\ufffdb\ufffd');
  });

  test.each([
    [3, 'ab😀', 'ab'],
    [4, 'ab😀cd', 'ab😀'],
    [2, '日志行', '日志'],
    [0, 'a', ''],
  ])('cut to %i units between code points: %s', (limit, text, expected) => {
    expect(show(Buffer.from(text), limit)).toBe(expected);
  });

  test('only the range is read', () => expect(plainText(Buffer.from('[word]'), 1, 5, 99)).toBe('word'));

  test('removing one thing never joins the halves of another', () => {
    const bidi = Buffer.from('\u202e');
    expect(show(Buffer.concat([bidi.subarray(0, 2), Uint8Array.of(1), bidi.subarray(2)]))).not.toContain(
      '\u202e',
    );
  });

  test('any bytes give safe text within the limit', () => {
    const bytes = fc.array(
      fc.constantFrom(0x1b, 0x5b, 0x5d, 0x07, 0x41, 0x6d, 0xe2, 0x80, 0xae, 0x81, 0xa6, 0xc2, 0x9b, 0xf0, 0),
    );
    fc.assert(
      fc.property(bytes, fc.nat(20), (values, limit) => {
        const text = show(Uint8Array.from(values), limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(text).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
      }),
      { numRuns: 1000 },
    );
  });
});
