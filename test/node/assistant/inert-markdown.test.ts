import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import { codeSpan, inertLine, inertMarkdown } from '../../../src/node/assistant/inert-markdown';

/** All tokens of a text as another reader of Markdown sees it. */
function tokensOf(markdown: string): Token[] {
  const within = (token: Token): Token[] => {
    const children = 'tokens' in token && token.tokens ? token.tokens : [];
    const items = 'items' in token && Array.isArray(token.items) ? (token.items as Token[]) : [];
    const cells = token.type === 'table' && 'rows' in token ? [...token.header, ...token.rows.flat()] : [];
    return [token, ...[...children, ...items, ...(cells as Token[])].flatMap(within)];
  };
  return new Lexer({ gfm: true }).lex(markdown).flatMap(within);
}

function harm(markdown: string): readonly string[] {
  return tokensOf(markdown)
    .filter(({ type }) => ['link', 'image', 'html', 'def'].includes(type))
    .map(({ raw }) => raw);
}

describe('Markdown of a model in a file', () => {
  it.each([
    ['text', 'The pool was **empty** at nine.', 'The pool was **empty** at nine.'],
    ['code', 'It says `a < b` there', 'It says `a < b` there'],
    ['an image', '![x](http://evil.example/?q=1)', '![x] (http&#58;//evil.example/?q=1)'],
    ['a link', '[here](http://evil.example)', '[here] (http&#58;//evil.example)'],
    [
      'a link by name',
      '[here][1]\n\n[1]: http://evil.example',
      '[here] [1]\n\n[1] : http&#58;//evil.example',
    ],
    ['HTML', '<img src=x>', '&lt;img src=x>'],
    ['an address in brackets', '<http://evil.example>', '&lt;http&#58;//evil.example>'],
    ['a single backtick', 'a ` b', 'a &#96; b'],
    ['a block of code', '```sh\nls <a>\n```', '\n```sh\nls <a>\n```\n'],
    ['a block that is never closed', '```\nls', '\n```\nls\n```\n'],
  ])('keeps the words of %s and loads nothing', (_, given, expected) => {
    expect(inertMarkdown(given)).toBe(expected);
    expect(harm(inertMarkdown(given))).toEqual([]);
  });

  it('is harmless to another reader of Markdown, whatever is in it', () => {
    const pieces = fc.constantFrom(
      ...[
        '`',
        '``',
        '```',
        '\n',
        '\n\n',
        '\\',
        '![a](http://e)',
        '[b]',
        '(http://e)',
        ': http://e',
        '<img src=x>',
      ],
      ...['www.e', 'ftp://e'],
      ...['    ', '- ', '> ', '~~~', 'a', ' ', '|', '<', '*', '_'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        expect(harm(inertMarkdown(parts.join('')))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['plain', 'a b', '`a b`'],
    ['backticks', 'a `b` c', '``a `b` c``'],
    ['backticks at the ends', '`a`', '`` `a` ``'],
    ['lines', 'a\r\nb', '`a b`'],
    ['nothing', '  ', ''],
  ])('shows any text as code: %s', (_, given, expected) => expect(codeSpan(given)).toBe(expected));

  it.each([
    ['# no heading', '\\# no heading'],
    ['- no item', '\\- no item'],
    ['12. no item', '12\\. no item'],
    ['two\nlines', 'two lines'],
    ['1.5 s', '1\\.5 s'],
  ])('shows a line as a line: %s', (given, expected) => expect(inertLine(given)).toBe(expected));
});
