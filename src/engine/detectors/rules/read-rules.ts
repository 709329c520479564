import type { Sentence } from '../../model/finding';
import { defaultRules } from './defaults/default-rules';
import type { GivenRule } from './given-rule';
import { loadPatterns, problemOfPattern } from './pattern-search';
import type { Rule } from './rule';
import {
  BadMember,
  burstOf,
  categoryOf,
  conditionOf,
  idOf,
  isObject,
  levelOf,
  patternOf,
  severityOf,
  textOf,
  textsOf,
} from './rule-members';
import { badMember, badPattern, noObject } from './rule-problems';

/** What rules hold, and what was wrong with those that don't. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  /** One each for the rules left out, in their order. */
  readonly problems: readonly Sentence[];
}

/** More of them nobody reads; the automaton of their patterns stays small. */
const mostRules = 1000;

/** To be awaited before `readRules` is given the same: loads what patterns need, if there are any. */
export async function prepareRules(given: readonly GivenRule[]): Promise<void> {
  if (given.some(({ rule }) => isObject(rule) && rule.pattern !== undefined)) await loadPatterns();
}

/**
 * The default set and what people changed of it and added: the later of one id holds. A rule of a known id takes over what it
 * leaves out; `"off": true` takes the rule out. A rule with a mistake is named with its cure, the others hold.
 */
export function readRules(given: readonly GivenRule[]): RuleSet {
  const known = new Map(defaultRules.map((rule) => [rule.id, rule]));
  const own = new Map<string, Rule>();
  const problems: Sentence[] = [];
  for (const one of given.slice(0, mostRules)) {
    const problem = take(one, known, own);
    if (problem !== undefined) problems.push(problem);
  }
  for (const id of own.keys()) known.delete(id);
  return { rules: [...own.values(), ...known.values()], problems };
}

/** Undefined where it could be read. */
function take(given: GivenRule, known: Map<string, Rule>, own: Map<string, Rule>): Sentence | undefined {
  if (!isObject(given.rule)) return noObject(given);
  try {
    const id = idOf(given.rule);
    if (given.rule.off === true) {
      known.delete(id);
      own.delete(id);
      return undefined;
    }
    const rule = ruleOf(id, given.rule, own.get(id) ?? known.get(id));
    const problem = rule.pattern === null ? undefined : problemOfPattern(rule.pattern);
    if (problem !== undefined) return badPattern(given, id, problem);
    own.set(id, rule);
    return undefined;
  } catch (error) {
    if (error instanceof BadMember) return badMember(given, error.name, error.wanted);
    throw error;
  }
}

/** @throws BadMember */
function ruleOf(id: string, members: Readonly<Record<string, unknown>>, base: Rule | undefined): Rule {
  const title = textOf(members, 'title');
  const hint = textOf(members, 'hint');
  const rule: Rule = {
    id,
    severity: severityOf(members) ?? base?.severity ?? 'medium',
    category: categoryOf(members) ?? base?.category ?? 'application',
    title: title === undefined ? (base?.title ?? verbatim(id)) : verbatim(title),
    hint: hint === undefined ? (base?.hint ?? null) : verbatim(hint),
    keywords: textsOf(members, 'keywords') ?? base?.keywords ?? [],
    pattern: patternOf(members) ?? base?.pattern ?? null,
    level: levelOf(members) ?? base?.level ?? null,
    value: conditionOf(members) ?? base?.value ?? null,
    burst: burstOf(members) ?? base?.burst ?? null,
    isOwn: true,
  };
  if (rule.keywords.length === 0 && rule.pattern === null && rule.value?.name === undefined)
    throw new BadMember('pattern', 'pattern | keywords | value.name');
  return rule;
}

/** A person's own words are shown as they are, in any language. */
function verbatim(text: string): Sentence {
  return { pattern: '{0}', values: [text] };
}
