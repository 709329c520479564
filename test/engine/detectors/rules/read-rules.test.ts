import { beforeAll, describe, expect, it } from 'vitest';
import { defaultRules } from '../../../../src/engine/detectors/rules/defaults/default-rules';
import type { GivenRule } from '../../../../src/engine/detectors/rules/given-rule';
import { loadPatterns } from '../../../../src/engine/detectors/rules/pattern-search';
import { readRules } from '../../../../src/engine/detectors/rules/read-rules';
import { sentenceText } from '../../../../src/protocol/sentence';

beforeAll(loadPatterns);

const given = (...rules: readonly unknown[]): GivenRule[] =>
  rules.map((rule, index) => ({ place: 'rules.jsonl', unit: 'line', number: index + 2, rule }));

const late = { id: 'late-payment', severity: 'high', keywords: ['payment … overdue'] };

describe('rules people wrote', () => {
  it('come before the default set', () => {
    const { rules, problems } = readRules(given(late));
    expect(problems).toEqual([]);
    expect(rules[0]).toMatchObject({ ...late, category: 'application', pattern: null, isOwn: true });
    expect(rules.slice(1)).toEqual(defaultRules);
  });

  it('leave the default set as it is where there are none', () => {
    expect(readRules([])).toEqual({ rules: defaultRules, problems: [] });
  });

  it('take over what they leave out from the rule of their id', () => {
    const [rule] = readRules(
      given({ id: 'slow-query', severity: 'critical', value: { atLeast: '2s' } }),
    ).rules;
    const base = defaultRules.find(({ id }) => id === 'slow-query');
    expect(rule).toEqual({ ...base, severity: 'critical', value: { atLeast: 2 }, isOwn: true });
  });

  it('are replaced by a later one of their id', () => {
    const { rules } = readRules(given(late, { ...late, severity: 'low' }));
    expect(rules.filter(({ id }) => id === late.id).map(({ severity }) => severity)).toEqual(['low']);
  });

  it('may take a rule out', () => {
    const { rules } = readRules(given(late, { id: late.id, off: true }, { id: 'malware', off: true }));
    expect(rules).toEqual(defaultRules.filter(({ id }) => id !== 'malware'));
  });

  const broken: readonly (readonly [string, unknown, RegExp])[] = [
    ['no object', null, /^rules\.jsonl, line 3: no JSON object/],
    ['a list', [late], /^rules\.jsonl, line 3: no JSON object/],
    ['no id', { keywords: ['x'] }, /line 3: `id` of the rule/],
    ['nothing to look for', { id: 'x' }, /`pattern` of the rule .*pattern \| keywords \| value\.name/],
    [
      'a broken pattern',
      { id: 'x', pattern: 'a(b' },
      /line 3: the pattern of rule `x` does not compile \(missing closing \)/,
    ],
    ['an unknown severity', { ...late, severity: 'huge' }, /`severity` .*low \| medium \| high \| critical/],
    ['an unknown category', { ...late, category: 'weather' }, /`category` .*system \| network/],
    ['an unknown level', { ...late, level: 'loud' }, /`level` /],
    ['keywords that are no texts', { id: 'x', keywords: [1] }, /`keywords` /],
    ['a value without a test', { ...late, value: { name: 'size' } }, /`value` /],
    ['a bound that is no quantity', { ...late, value: { atLeast: 'much' } }, /`value\.atLeast` .*500ms/],
    ['a bound beyond all numbers', { ...late, value: { atLeast: '1e999' } }, /`value\.atLeast` /],
    ['a burst of one', { ...late, burst: { count: 1, seconds: 5 } }, /`burst\.count` .*2 … 100000/],
    ['a pattern of a megabyte', { id: 'x', pattern: 'a'.repeat(1 << 20) }, /`pattern` .*1 … 1000/],
  ];

  it.each(broken)('with %s are named, with the cure, and the others hold', (_, rule, problem) => {
    const { rules, problems } = readRules(given(late, rule, { ...late, id: 'other' }));
    expect(problems.map((one) => sentenceText(one))).toEqual([expect.stringMatching(problem)]);
    expect(sentenceText(problems[0])).toMatch(/the other rules are used\.$/);
    expect(rules.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual(['late-payment', 'other']);
  });

  it('of a setting are named by their entry', () => {
    const { problems } = readRules([{ place: 'oddline.rules', unit: 'entry', number: 2, rule: 'x' }]);
    expect(sentenceText(problems[0])).toMatch(/^oddline\.rules, entry 2: /);
  });
});
