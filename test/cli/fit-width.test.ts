import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitFor, fitted } from '../../src/cli/terminal/fit-width';

const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/\p{Script=Han}|\p{Script=Hangul}/u.test(letter) ? 2 : 1), 0);

it.each([
  ['what fits stays', 'served a caller', 80, 'served a caller'],
  ['what just fits stays', 'x'.repeat(40), 40, 'x'.repeat(40)],
  ['what does not is cut, and says so', 'x'.repeat(41), 40, `${'x'.repeat(39)}…`],
  ['wide letters take two columns', '磁'.repeat(30), 40, `${'磁'.repeat(19)}…`],
  ['a terminal too narrow to say anything wraps', 'x'.repeat(41), 3, `${'x'.repeat(23)}…`],
])('%s', (_, text, columns, shown) => {
  expect(fitted(text, columns)).toBe(shown);
});

it('takes no more than its columns, whatever the text', () => {
  const letter = fc.constantFrom('a', ' ', '磁', '한', 'é');
  fc.assert(
    fc.property(
      fc.string({ unit: letter, maxLength: 200 }),
      fc.integer({ min: 24, max: 120 }),
      (text, columns) => {
        const shown = fitted(text, columns);
        expect(widthOf(shown)).toBeLessThanOrEqual(columns);
        expect(shown === text || shown.endsWith('…')).toBe(true);
      },
    ),
  );
});

it('only a terminal cuts', () => {
  const text = 'x'.repeat(100);
  expect(fitFor({ columns: 40 })(text, 0)).toBe(text);
  expect(fitFor({ isTTY: true, columns: 40 })(text, 4)).toHaveLength(36);
});
