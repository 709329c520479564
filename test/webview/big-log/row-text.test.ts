import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ansiColour } from '../../../webview/big-log/rows/ansi-colours';
import { piecesOf } from '../../../webview/big-log/rows/spans';
import { spansOfWord } from '../../../webview/big-log/rows/text-marks';
import { visibleText } from '../../../webview/shared/visible-text';

describe('what cannot be seen is shown as a picture', () => {
  test.each([
    ['a\u0000b\u001b[31m\u007f', 'a␀b␛[31m␡'],
    ['left \u202eright', 'left ⇄right'],
    ['\u2066x\u2069', '⇄x⇄'],
    ['two\u2028lines', 'two␤lines'],
    ['no\u200bwidth\ufeff', 'no⍽width⍽'],
    ['soft\u00adly a\ufff9b\u206f', 'soft⍽ly a⍽b⍽'],
    ['tags \u{e0041}\u{e007f}.', 'tags ⍽⍽⍽⍽.'],
    ['a\ttab', 'a\ttab'],
    ['</script><img onerror=x>', '</script><img onerror=x>'],
    ['用户 👩‍🚀 ok', '用户 👩‍🚀 ok'],
  ])('%j', (text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  test('each by one unit, so that columns are those of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visibleText(text)).toHaveLength(text.length);
      }),
    );
  });
});

test('pieces are the whole text, each of one style and one link', () => {
  const stretches = fc
    .uniqueArray(fc.nat(99), { maxLength: 8 })
    .map((cuts) => cuts.toSorted((a, b) => a - b))
    .map((cuts) =>
      cuts.flatMap((start, index) =>
        index % 2 === 0 && cuts[index + 1] ? [{ start, length: cuts[index + 1] - start }] : [],
      ),
    );
  fc.assert(
    fc.property(stretches, stretches, (styles, links) => {
      const pieces = piecesOf(100, styles, links);
      expect(pieces[0].start).toBe(0);
      expect(pieces.at(-1)?.end).toBe(100);
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) expect(piece.start).toBe(pieces[index - 1].end);
        const covers = ({ start, length }: { start: number; length: number }) =>
          start <= piece.start && piece.end <= start + length;
        expect(piece.style).toEqual(styles.find(covers) ?? null);
        expect(piece.link).toBe(links.findIndex(covers));
      }
    }),
  );
});

describe('colours of ANSI', () => {
  test.each([
    [1, 'var(--vscode-terminal-ansiRed)'],
    [12, 'var(--vscode-terminal-ansiBrightBlue)'],
    [16, 'rgb(0 0 0)'],
    [196, 'rgb(255 0 0)'],
    [244, 'rgb(128 128 128)'],
    ['#10ff00', '#10ff00'],
    ['red;background:url(x)', ''],
  ])('%s', (colour, css) => {
    expect(ansiColour(colour)).toBe(css);
  });
});

describe('where a word stands', () => {
  test.each([
    [
      'Cart and cart, cart',
      'cart',
      [
        [9, 4],
        [15, 4],
      ],
    ],
    [
      'aaaa',
      'aa',
      [
        [0, 2],
        [2, 2],
      ],
    ],
    ['none', 'x', []],
    ['some', '', []],
  ])('%j: %j', (text, word, spans) => {
    expect(spansOfWord(text, word)).toEqual(spans);
  });
});
