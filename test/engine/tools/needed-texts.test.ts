import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadPatterns, re2 } from '../../../src/engine/detectors/rules/pattern-search';
import { neededTexts } from '../../../src/engine/tools/search/needed-texts';

beforeAll(loadPatterns);

describe('texts that a pattern needs', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['pool \\w+-db (exhausted|nearly)', ['pool ']],
    ['Nowhere|never \\d+', ['nowhere', 'never ']],
    ['answered 5\\d\\d in', ['answered 5']],
    ['doors?', ['door']],
    ['door+s', ['door']],
    ['colou{0,1}r', ['colo']],
    ['a\\.log\\[7', ['a.log[7']],
    ['[a)|]gate', ['gate']],
    ['(?i)gate(?:x|[)])closed', ['closed']],
    ['[]x]gate', ['gate']],
    ['[[:alpha:]]gate', ['gate']],
    ['门已打开', ['门已打开']],
    ['straße', ['stra']],
    ['door|\\d+', undefined],
    ['(door)', undefined],
    ['do', undefined],
    ['\\Qdoor\\E', undefined],
    ['', undefined],
  ])('of %j are %j', (pattern, expected) => {
    expect(neededTexts(pattern)).toEqual(expected);
  });

  it('stand in all that a pattern matches', () => {
    // Patterns, each with a text that it matches.
    const part = fc.constantFrom<readonly [string, string]>(
      ...([
        ['gate', 'GATE'],
        ['gates?', 'gate'],
        ['door*', 'doo'],
        ['door+', 'DOORRR'],
        ['lift{0,2}', 'lif'],
        ['(?:in|out)', 'out'],
        ['(x[)]?)', 'x'],
        ['[a-c]', 'b'],
        ['[^a]', 'ſ'],
        ['[]x]', ']'],
        ['[[:digit:]]', '4'],
        ['\\d+', '77'],
        ['\\.', '.'],
        ['\\(?', ''],
        ['.', '门'],
        ['sky', 'ſky'],
        ['key', 'Key'],
        ['(?i)', ''],
        ['|', ''],
      ] as const),
    );
    let matched = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const pattern = parts.map(([own]) => own).join('');
        const needed = neededTexts(pattern);
        const { RE2JS } = re2();
        for (const alternative of alternatives(parts)) {
          if (needed === undefined || !RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).test(alternative))
            continue;
          matched++;
          const lower = alternative.toLowerCase().replaceAll('ſ', 's');
          expect(needed.some((one) => lower.includes(one))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    expect(matched).toBeGreaterThan(200);
  });
});

/** What each alternative of the parts matches. */
function alternatives(parts: readonly (readonly [string, string])[]): string[] {
  const texts = [''];
  for (const [pattern, text] of parts)
    if (pattern === '|') texts.push('');
    else texts[texts.length - 1] += text;
  return texts;
}
