import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapedLine, withoutEscapes } from '../../../src/engine/text/ansi-escapes';

const esc = '\u001b';

describe('escapes of a line as it is written', () => {
  const line = `a ${esc}[31mred${esc}[0m 车 ${esc}[1;4mb${esc}[32mold${esc}[m`;
  const at = (start: number, length: number) => line.slice(start, start + length);

  it('stand where they were written', () => {
    const { escapes } = escapedLine(line);
    expect(escapes.map(({ start, length }) => at(start, length))).toEqual(
      ['[31m', '[0m', '[1;4m', '[32m', '[m'].map((code) => esc + code),
    );
  });

  it('say what they say of the text between them', () => {
    const { styles } = escapedLine(line);
    expect(styles.map(({ start, length, ...style }) => [at(start, length), style])).toEqual([
      ['red', { foreground: 1 }],
      ['b', { bold: true, underline: true }],
      ['old', { bold: true, underline: true, foreground: 2 }],
    ]);
  });
});

describe('text without escapes', () => {
  it.each([
    ['colours', `${esc}[31mred${esc}[0m\r\n${esc}[1mb${esc}[0m\n`, 'red\r\nb\n'],
    ['a link', `${esc}]8;;https://shop.example${esc}\\cart${esc}]8;;${esc}\\`, 'cart'],
    ['a title that is never closed', `${esc}]0;title\ncart`, '0;title\ncart'],
    ['no escapes', 'cart\n', 'cart\n'],
    ['an escape at the end of a line', `cart${esc}\ncart`, 'cart\ncart'],
  ])('of %s', (_, text, stripped) => {
    expect(withoutEscapes(text)).toBe(stripped);
  });

  const piece = fc.constantFrom(
    esc,
    '[',
    '31m',
    ']',
    '\u0007',
    '\n',
    '\r',
    '\r\n',
    'a',
    '车',
    '\ud83d\ude00',
    '\\',
    ';',
  );
  const texts = fc.array(piece, { maxLength: 40 }).map((parts) => parts.join(''));
  const lineCount = (text: string) => text.split(/\r\n|\r|\n/).length;

  it('has as many lines, and what is left of a line was in it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(lineCount(withoutEscapes(text))).toBe(lineCount(text));
      }),
    );
  });

  it('is what the places of the escapes leave', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = text.replace(/[\r\n]/g, '');
        const { escapes } = escapedLine(line);
        const left = [...escapes]
          .reverse()
          .reduce((rest, { start, length }) => rest.slice(0, start) + rest.slice(start + length), line);
        expect(left).toBe(withoutEscapes(line));
      }),
    );
  });
});
