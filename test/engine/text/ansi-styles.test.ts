import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripAnsi } from '../../../src/engine/text/ansi';
import { styledText } from '../../../src/engine/text/ansi-styles';

const esc = '\u001b';
const encoder = new TextEncoder();

function styled(text: string, limit = 1000) {
  const bytes = encoder.encode(text);
  return styledText(bytes, 0, bytes.length, limit);
}

describe('ANSI escapes become styles of the text', () => {
  it.each([
    ['no escape', 'plain', 'plain', []],
    ['a colour', `${esc}[31mred${esc}[0m no`, 'red no', [{ start: 0, length: 3, foreground: 1 }]],
    [
      'a bright colour on another',
      `a${esc}[92;44mb`,
      'ab',
      [{ start: 1, length: 1, foreground: 10, background: 4 }],
    ],
    ['of 256', `${esc}[38;5;208;48;5;17mx`, 'x', [{ start: 0, length: 1, foreground: 208, background: 17 }]],
    ['of 24 bits', `${esc}[38;2;255;0;10mx`, 'x', [{ start: 0, length: 1, foreground: '#ff000a' }]],
    [
      'of 24 bits with colons',
      `${esc}[38:2::255:0:10mx`,
      'x',
      [{ start: 0, length: 1, foreground: '#ff000a' }],
    ],
    ['beyond a byte', `${esc}[38;5;900mx`, 'x', []],
    [
      'default again',
      `${esc}[31;1ma${esc}[39mb`,
      'ab',
      [
        { start: 0, length: 1, foreground: 1, bold: true },
        { start: 1, length: 1, bold: true },
      ],
    ],
    [
      'weights end together',
      `${esc}[1;2ma${esc}[22mb`,
      'ab',
      [{ start: 0, length: 1, bold: true, dim: true }],
    ],
    [
      'other renditions',
      `${esc}[3;4;7;9mx`,
      'x',
      [{ start: 0, length: 1, italic: true, underline: true, inverse: true, strike: true }],
    ],
    ['nothing is all off', `${esc}[1mx${esc}[my`, 'xy', [{ start: 0, length: 1, bold: true }]],
    ['other sequences', `${esc}[2Ka${esc}]0;title\u0007b${esc}(Bc`, 'abc', []],
    ['UTF-16 units', `😀${esc}[32m中${esc}[0m`, '😀中', [{ start: 2, length: 1, foreground: 2 }]],
    ['control characters', '\0a\tb', '\0a\tb', []],
  ])('%s', (_, text, expected, styles) => {
    expect(styled(text)).toEqual({ text: expected, styles, bytes: encoder.encode(text).length });
  });

  it('cuts between code points and says how many bytes that took', () => {
    expect(styled('ab😀cd', 3)).toEqual({ text: 'ab', styles: [], bytes: 2 });
    expect(styled(`${esc}[31mab${esc}[0mcd`, 3)).toEqual({
      text: 'abc',
      styles: [{ start: 0, length: 2, foreground: 1 }],
      bytes: 12,
    });
  });

  it('leaves what stripping the bytes leaves, with styles within the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        `${esc}[`,
        '1',
        ';',
        'm',
        `${esc}]`,
        '\u0007',
        `${esc}\\`,
        'ü',
        '😀',
        '38;5;',
        '\0',
        'x',
      ),
      fc.integer({ min: 0, max: 255 }).map((byte) => Uint8Array.of(byte)),
    );
    const hold = (pieces: (string | Uint8Array)[], limit: number) => {
      const bytes = Uint8Array.from(
        pieces.flatMap((one) => [...(typeof one === 'string' ? encoder.encode(one) : one)]),
      );
      const scratch = new Uint8Array(bytes.length);
      const length = stripAnsi(bytes, 0, bytes.length, scratch);
      const stripped = length === -1 ? bytes : scratch.subarray(0, length);
      const whole = styledText(bytes, 0, bytes.length, 1e6);
      expect(whole.text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(stripped));
      expect(whole.bytes).toBe(bytes.length);
      const { text, styles, bytes: taken } = styledText(bytes, 0, bytes.length, limit);
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(taken).toBeLessThanOrEqual(bytes.length);
      let end = 0;
      for (const style of styles) {
        expect(style.start).toBeGreaterThanOrEqual(end);
        end = style.start + style.length;
        expect(style.length).toBeGreaterThan(0);
      }
      expect(end).toBeLessThanOrEqual(text.length);
    };
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), fc.nat(20), hold), { numRuns: 500 });
  });
});
