import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codeSpan,
  commandLink,
  escapeMarkdown,
  fillMarkdown,
  onOneLine,
} from '../../src/extension/shared/markdown';

const hostile = [
  '[click](command:workbench.action.terminal.new)',
  '![x](https://example.invalid/x.png)',
  '<a href="command:x">x</a>',
  'https://example.invalid/?a=b',
  '`code` ``more``` $(bug)',
  '&lt;script&gt;',
  '# title',
  '\\[x](y)',
];

describe('log text', () => {
  test.each(hostile)('%j as text has no punctuation that is not escaped', (text) => {
    expect(escapeMarkdown(text).replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
  });

  test.each(hostile)('%j as code stays within its span', (text) => {
    const [, fence, content] = /^(`+) (.*) \1$/.exec(codeSpan(text)) ?? [];
    expect(content).toBe(text);
    expect(content.match(/`+/g) ?? []).not.toContain(fence);
  });

  test('is on one line whatever it is, with one blank where any were, and none around it', () => {
    const words = fc.array(fc.constantFrom('a', 'b ', ' ', '\u00a0', '\n', '\u202e', '日', '~', '\u007f'));
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const slowly = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
        expect(onOneLine(text)).toBe(slowly);
      }),
    );
  });

  test('is one line without controls or marks that turn the direction of text', () => {
    const nasty = 'a\r\nb\u0000\u001b[31mc\u2028d\u202ee\u200bf';
    for (const shown of [escapeMarkdown(nasty), codeSpan(nasty)]) {
      expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\u2028]/u);
    }
  });

  test('whatever it is, a code span has one opening and one closing fence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', ' ', 'a', '\n', '\\', '$') }), (text) => {
        const span = codeSpan(text);
        if (span === '') return;
        const fence = /^`+/.exec(span)?.[0] ?? '';
        expect((span.match(/`+/g) ?? []).filter((run) => run === fence)).toHaveLength(2);
      }),
    );
  });
});

describe('a pattern of ours with values of a log', () => {
  const fill = (pattern: string, ...values: (string | number)[]) => fillMarkdown(pattern, values, String);
  test('between backticks values become code, elsewhere they are escaped', () => {
    expect(fill('usually `{0}`, {1} times; here {2}', 'a`b', 7, '*x*')).toBe(
      'usually `` a`b ``, 7 times; here \\*x\\*',
    );
  });
  test('a value that looks like a placeholder is not filled again', () => {
    expect(fill('`{0}` and `{1}`', '{1}', 'b')).toBe('` {1} ` and ` b `');
  });
  test('a placeholder without a value stays', () => {
    expect(fill('{0} {1}', 'a')).toBe('a {1}');
  });
});

test('a command link carries its argument and cannot be closed from within', () => {
  const argument = { uri: "file:///tmp/a) b](x) '(.log", line: 3 };
  const link = commandLink('Go [there]', 'oddline.revealLine', argument);
  const [, query] = /^\[Go \\\[there\\\]\]\(command:oddline\.revealLine\?([^()\s]+)\)$/.exec(link) ?? [];
  expect(JSON.parse(decodeURIComponent(query))).toEqual(argument);
});
