import fc from 'fast-check';
import type { Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { BlockList } from '../../../../webview/assistant/markdown/block-list';
import { processorMs } from '../../../processor-time';

const fragments = [
  ...[
    '# Cause\n',
    '## In order\n',
    'The pool ran dry',
    ' after the **failover**',
    '\n',
    '\n\n',
    '  ',
    '    ',
    '\t',
  ],
  ...[
    '- ',
    '* ',
    '1. ',
    '2) ',
    '> ',
    '- [x] ',
    '```\n',
    '```sql\n',
    '~~~',
    '---\n',
    '===\n',
    '| a | b |\n',
    '|---|:-:|\n',
  ],
  ...[
    '`code`',
    '``',
    '*',
    '**',
    '_',
    '~~',
    '[L12]',
    '[',
    '](',
    'https://example.com/a_b',
    '<div>\n',
    '</div>',
    '<!--',
  ],
  ...[
    '[a]: /url\n',
    '![x](y)',
    '\\',
    '&amp;',
    '\r\n',
    '数据库',
    '\u0000',
    '| 1 | 2',
    '\n    indented\n',
    '\n\n  more\n',
  ],
];
const markdown = fc.array(fc.constantFrom(...fragments), { maxLength: 40 }).map((parts) => parts.join(''));

const whole = (source: string) => new BlockList().update(source);

describe('blocks of a growing text', () => {
  test('are those of the whole text, wherever it was cut', () => {
    fc.assert(
      fc.property(markdown, fc.array(fc.nat(200), { maxLength: 6 }), (source, cuts) => {
        const list = new BlockList();
        for (const cut of [...cuts].sort((a, b) => a - b)) list.update(source.slice(0, cut));
        expect(list.update(source)).toEqual(whole(source));
      }),
      { numRuns: 1500 },
    );
  });

  test('are those of the whole text, whatever stood there before', () => {
    fc.assert(
      fc.property(markdown, markdown, markdown, (start, former, next) => {
        const list = new BlockList();
        list.update(start + former);
        expect(list.update(start + next)).toEqual(whole(start + next));
      }),
      { numRuns: 1500 },
    );
  });

  test('lose nothing of the text', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const raw = whole(source)
          .map((token) => token.raw)
          .join('');
        const text = (one: string) => one.replace(/[\s>]/g, '');
        expect(text(raw)).toBe(text(source));
      }),
    );
  });

  test('stay the same objects where text is added after the block that follows them', () => {
    const list = new BlockList();
    const before = list.update('# Cause\n\nThe pool ran dry.\n\nSince 02');
    const after = list.update('# Cause\n\nThe pool ran dry.\n\nSince 02:14.');
    expect(after.slice(0, 3).every((token, index) => token === before[index])).toBe(true);
    expect(after.at(-1)).toMatchObject({ type: 'paragraph', text: 'Since 02:14.' });
  });
});

test('a quote the lexer fails on is text', () => {
  const [list] = whole('- a\n  > 2) b\n===\n');
  expect(list).toMatchObject({ type: 'list', raw: '- a\n  > 2) b\n===\n' });
});

describe('what would hide or pretend', () => {
  test.for<[string, string]>([
    ['HTML', '<img src=x onerror=alert(1)><b>bold</b>'],
    ['a block of HTML', '<script>\nalert(1)\n</script>'],
    ['a comment', '<!-- unseen -->'],
    ['a definition that makes a link of a citation', '[L12]: /anywhere\n\nThe pool ran dry [L12].'],
    ['a reference to a character that is a mark', '&#57344;0&#57345;'],
  ])('is text: %s', ([, source]) => {
    const kinds = new Set<string>();
    walk(whole(source), ({ type }) => kinds.add(type));
    expect([...kinds].filter((kind) => !['paragraph', 'space', 'text'].includes(kind))).toEqual([]);
    expect(
      whole(source)
        .map(({ raw }) => raw)
        .join(''),
    ).toBe(source);
    expect(JSON.stringify(whole(source))).not.toContain('\uE000');
  });
});

describe('hostile text', () => {
  const size = 100_000;
  const hostile: readonly (readonly [string, string])[] = [
    ['quotes in quotes', '>'.repeat(10_000)],
    ['items in items', '- '.repeat(10_000)],
    ['items in quotes', '> - '.repeat(10_000)],
    ['brackets', '['.repeat(size)],
    ['images', '!['.repeat(size / 2)],
    ['links that never end', '[a]('.repeat(size / 4)],
    ['stars', '*a '.repeat(size / 3)],
    ['stars and underscores', '**a_'.repeat(size / 4)],
    ['tildes', '~~a '.repeat(size / 4)],
    ['backticks of every length', Array.from({ length: 400 }, (_, i) => '`'.repeat(i)).join(' ')],
    ['an address without a host', `${'a'.repeat(size)}@`],
    ['an address of references', `http://a${'&a;'.repeat(size / 3)}`],
    ['exclamations', '!'.repeat(size)],
    ['columns', `${'|a'.repeat(2000)}\n${'|-'.repeat(2000)}\n${'|b'.repeat(2000)}`],
    ['angles', '<a '.repeat(size / 3)],
    ['one line of a megabyte', 'word '.repeat(200_000)],
    ['stairs', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i * 2)}- a\n`).join('')],
    ['lazy lines', '> a\nb\n'.repeat(size / 6)],
    ['lazy lines in quotes in quotes', `${'> > > > a\nb\n'.repeat(140)}\n`.repeat(50)],
    ['short quotes with lazy lines', `${'> a\nb\n'.repeat(140)}\n`.repeat(120)],
    ['items', '- a\n'.repeat(size / 4)],
    ['items with empty lines', '- a\n\n  b\n'.repeat(size / 10)],
    ['many paragraphs of stars', `${'**a_'.repeat(100)}\n\n`.repeat(240)],
  ];

  /** 100 kB of ordinary text: the best of three, so that what is compiled and collected by the way does not count. */
  const ordinary = 'The *pool* ran **dry** at `02:14:07` [L12], and bookings were refused.\n\n'.repeat(1400);
  const baseline = Math.max(20, Math.min(...[1, 2, 3].map(() => processorMs(() => whole(ordinary)))));

  test.for(hostile)('is read in the time of ordinary text or little more: %s', ([, source]) => {
    const best = Math.min(...[1, 2, 3].map(() => processorMs(() => whole(source))));
    expect(best / baseline).toBeLessThan(15);
  });

  test.for(hostile)('nests no deeper than can be shown: %s', ([, source]) => {
    expect(depthOf(whole(source))).toBeLessThan(500);
  });
});

function walk(tokens: readonly Token[], see: (token: Token) => void): void {
  for (const token of tokens) {
    see(token);
    if ('tokens' in token && token.tokens) walk(token.tokens, see);
    if (token.type === 'list') walk(token.items as Token[], see);
  }
}

function depthOf(tokens: readonly Token[]): number {
  const below = tokens.map((token) => {
    const children = token.type === 'list' ? (token.items as Token[]) : 'tokens' in token ? token.tokens : [];
    return 1 + depthOf(children ?? []);
  });
  return Math.max(0, ...below);
}
