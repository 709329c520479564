import fc from 'fast-check';
import { expect, test } from 'vitest';
import { categoryAndNote, matchingCategories } from '../../../src/extension/labelling/category-text';

test.each([
  ['', '', ''],
  ['database', 'database', ''],
  ['database: disk full', 'database', 'disk full'],
  ['数据库：磁盘已满', '数据库', '磁盘已满'],
  [': only a note', '', 'only a note'],
  ['disk: at 12:30', 'disk', 'at 12:30'],
  ['  two\n words :\t note ', 'two words', 'note'],
])('%j', (typed, category, note) => {
  expect(categoryAndNote(typed)).toEqual({ category, note });
});

test('whatever is pasted fits into a label on one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 5000 }), (typed) => {
      const { category, note } = categoryAndNote(typed);
      expect(category.length).toBeLessThanOrEqual(100);
      expect(note.length).toBeLessThanOrEqual(2000);
      expect(/[\n\r\p{Cc}]/u.test(category + note)).toBe(false);
    }),
  );
});

test('those that begin as typed come before those that hold it; each once', () => {
  const categories = ['Database', 'my data', 'network', 'database'];
  expect(matchingCategories(categories, 'DATA')).toEqual(['Database', 'my data']);
  expect(matchingCategories(categories, '')).toEqual(['Database', 'my data', 'network']);
});
