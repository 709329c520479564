import { describe, expect, test } from 'vitest';
import { quickPickText } from '../../../src/extension/shared/quick-pick-text';
import { isTemplateArgument } from '../../../src/extension/shared/template-argument';
import { templateTitle, tokenInContext } from '../../../src/extension/shared/template-title';

describe('a template is called', () => {
  const cases = [
    { what: 'what a person named it', name: 'Door', title: 'Door' },
    { what: 'on one line, whatever a name in a file holds', name: 'a\n\u001b[31mb\u202e', title: 'a [31mb' },
    { what: 'at most 100 characters', name: 'x'.repeat(500), title: 'x'.repeat(100) },
    { what: 'its pattern where the name shows nothing', name: '\u200b ', title: 'door <number> opened' },
    { what: 'its pattern where it has none', name: undefined, title: 'door <number> opened' },
  ];
  test.each(cases)('$what', ({ name, title }) => {
    expect(templateTitle({ pattern: 'door <number> opened', ...(name !== undefined && { name }) })).toBe(
      title,
    );
  });
});

describe('a token in its context', () => {
  const cases = [
    { pieces: ['took', ' <duration>'], position: 1, text: 'took <duration>' },
    { pieces: ['<word>', ' fell'], position: 0, text: '<word>' },
    { pieces: ['size', '=', '<number>', ','], position: 2, text: 'size=<number>' },
    { pieces: ['a', ' (', '[', '{', '<number>'], position: 4, text: '([{<number>' },
    { pieces: ['深圳', ' <number>'], position: 1, text: '深圳 <number>' },
    { pieces: ['one'], position: 7, text: '' },
  ];
  test.each(cases)('$position of $pieces is $text', ({ pieces, position, text }) => {
    expect(tokenInContext(pieces, position)).toBe(text);
  });
});

test.each([
  ['cost $(bug) rises', String.raw`cost \$(bug) rises`],
  ['$(sync~spin)', String.raw`\$(sync~spin)`],
  ['$( not an icon )', '$( not an icon )'],
  ['two\nlines\u0000', 'two lines'],
])('%j shows as itself in a quick pick', (text, shown) => {
  expect(quickPickText(text)).toBe(shown);
});

test.each([
  [{ uri: 'file:///a.log', templateId: 3 }, true],
  [{ uri: 'file:///a.log', templateId: '3' }, false],
  [{ uri: 3, templateId: 3 }, false],
  [null, false],
  ['file:///a.log', false],
])('%j names a template: %s', (value, expected) => {
  expect(isTemplateArgument(value)).toBe(expected);
});
