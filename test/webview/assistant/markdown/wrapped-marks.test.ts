import fc from 'fast-check';
import type { Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { citationMark, strikeEnd, strikeStart } from '../../../../src/protocol/answer-marks';
import { BlockList } from '../../../../webview/assistant/markdown/block-list';
import { withFillers } from '../../../../webview/assistant/markdown/han-emphasis';
import { unwrappedMarks, wrappedMarks } from '../../../../webview/assistant/markdown/wrapped-marks';

/** `{…}` is struck out, `[L0]` cited, in what these tests write. */
const checked = (written: string) =>
  written
    .replace(/\[L(\d+)\]/g, (_all, index: string) => citationMark(Number(index)))
    .replaceAll('{', strikeStart)
    .replaceAll('}', strikeEnd);
const written = (text: string) =>
  text
    .replace(/\uE000(\d+)\uE001/g, '[L$1]')
    .replaceAll(strikeStart, '{')
    .replaceAll(strikeEnd, '}');

/** Every text that is shown with what it is in: `strong>Pool` … */
function shown(source: string): readonly string[] {
  const texts: string[] = [];
  const visit = (tokens: readonly Token[], path: string) => {
    for (const token of tokens) {
      const children: readonly Token[] = childrenOf(token);
      if (children.length > 0) visit(children, `${path}${token.type}>`);
      else if (token.type !== 'space')
        texts.push(`${path}${token.type}:${written(unwrappedMarks(textOf(token)))}`);
    }
  };
  visit(new BlockList().update(withFillers(wrappedMarks(source))), '');
  return texts;
}

function textOf(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw;
}

function childrenOf(token: Token): readonly Token[] {
  if (token.type === 'list') return token.items as Token[];
  if (token.type === 'table')
    return [token.header, ...token.rows]
      .flat()
      .map((cell) => ({ ...cell, type: 'cell', raw: '' })) as Token[];
  return 'tokens' in token ? (token.tokens ?? []) : [];
}

describe('marks on their way through Markdown', () => {
  test.for<[string, string, readonly string[]]>([
    ['beside emphasis', '**Dry.**[L0] more', ['paragraph>strong>text:Dry.', 'paragraph>text:[L0] more']],
    [
      'around emphasis',
      '{**Dry** [L0]}',
      ['paragraph>text:{', 'paragraph>strong>text:Dry', 'paragraph>text: [L0]}'],
    ],
    ['around underscores', '{_Dry_}', ['paragraph>text:{', 'paragraph>em>text:Dry', 'paragraph>text:}']],
    [
      'from one token into another',
      'a **b {c** d} e',
      ['paragraph>text:a ', 'paragraph>strong>text:b {c', 'paragraph>text: d} e'],
    ],
    ['in code', '`pool [L0]`', ['paragraph>codespan:pool [L0]']],
    [
      'in a cell',
      '| a | b |\n|---|---|\n| {x [L1]} | y |',
      ['table>cell>text:a', 'table>cell>text:b', 'table>cell>text:{x [L1]}', 'table>cell>text:y'],
    ],
    ['around an item', '{- dry [L0]}', ['list>list_item>text>text:{dry [L0]}']],
    ['around a numbered item', '{12. dry}', ['list>list_item>text>text:{dry}']],
    ['around a heading', '{## Dry}', ['heading>text:{Dry}']],
    ['around a quote', '{> Dry}', ['blockquote>paragraph>text:{Dry}']],
    ['around a row', '| a |\n|---|\n{| x |}', ['table>cell>text:a', 'table>cell>text:{x }']],
    [
      'after an address',
      'https://example.com/a[L0] b',
      ['paragraph>link>text:https://example.com/a', 'paragraph>text:[L0] b'],
    ],
    [
      'after emphasis in Chinese',
      '**根因：**连接池[L0]耗尽',
      ['paragraph>strong>text:根因：', 'paragraph>text:连接池[L0]耗尽'],
    ],
    [
      'around quotes in Chinese',
      '连接池**“主”**耗尽，**停**了',
      [
        'paragraph>text:连接池',
        'paragraph>strong>text:“主”',
        'paragraph>text:耗尽，',
        'paragraph>strong>text:停',
        'paragraph>text:了',
      ],
    ],
    ['in code with Chinese', '`：**池`', ['paragraph>codespan:：**池']],
    ['side by side', '[L0][L1]', ['paragraph>text:[L0][L1]']],
  ])('stand where they stood: %s', ([, text, expected]) => {
    expect(shown(checked(text))).toEqual(expected);
  });

  const words = fc.constantFrom(
    'pool',
    'dry.',
    '**',
    '_',
    '`',
    ' ',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '# ',
    '[L0]',
    '[L1]',
    '数',
    '(',
    '"',
    '~~',
    '| ',
  );

  test('are read as the citations they were', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(shown(checked(text))).toEqual(shown(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('are all still there, once', () => {
    const parts = fc.array(fc.oneof(words, fc.constantFrom('{', '}')), { maxLength: 30 });
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join('');
        // What is after a fence names a language.
        fc.pre(!/`{3}|~{3}/.test(text));
        const marks = (one: string) => [...one.matchAll(/\[L\d\]|[{}]/g)].map(([mark]) => mark).sort();
        expect(marks(shown(checked(text)).join(''))).toEqual(marks(text));
      }),
      { numRuns: 1000 },
    );
  });
});
