import { beforeAll, describe, expect, it } from 'vitest';
import {
  loadPatterns,
  PatternSearch,
  problemOfPattern,
} from '../../../../src/engine/detectors/rules/pattern-search';

beforeAll(loadPatterns);

describe('patterns', () => {
  it('are found in one text together, each with what it matches first', () => {
    const search = new PatternSearch<string>();
    search.add('late', String.raw`\b(?:overdue|late) by <duration>`);
    search.add('order', 'order <number>');
    search.add('none', '^payment');
    expect([...search.find('order <number> is late by <duration>, order <number> too')]).toEqual([
      ['late', 'late by <duration>'],
      ['order', 'order <number>'],
    ]);
  });

  it('none find nothing', () => {
    expect(new PatternSearch<string>().find('order <number>').size).toBe(0);
  });

  /** A backtracking engine takes 2^n steps for these; here twice the text may take not much more than twice the time. */
  it.each(['(a+)+$', '(a|a)*b', '(?:a*)*c', '(x+x+)+y'])('take linear time: %s', (pattern) => {
    const search = new PatternSearch<string>();
    search.add('evil', pattern);
    expect(search.find(`${'a'.repeat(10_000)}!${'x'.repeat(5_000)}`).size).toBe(0);
  });

  it.each([
    ['(', 'missing closing )'],
    ['a**', 'invalid nested repetition'],
    [String.raw`(a)\1`, 'invalid escape sequence'],
    ['(?<=a)b', 'invalid'],
    ['a{2000}', 'invalid repeat count'],
  ])('%s is none: %s', (pattern, problem) => {
    expect(problemOfPattern(pattern)).toContain(problem);
  });

  it('may be anything RE2 knows', () => {
    expect(problemOfPattern(String.raw`(?i)^\p{Han}+\d{2,4}(?P<code>[A-F]+)$`)).toBeUndefined();
  });
});
