import type { Sentence } from '../../model/finding';
import type { LevelName } from '../../model/level';
import { detectorPatterns } from '../sentences';
import type { BurstHit } from './burst-rules';
import type { Rule } from './rule';
import type { RuleMatch } from './rule-book';
import { burstScore, type RuleScores } from './rule-scores';
import type { ValueHit } from './value-rules';

/** What a rule says of a record. */
export interface Saying {
  readonly rule: Rule;
  /** 0 to 1. */
  readonly score: number;
  readonly message: Sentence;
}

export function sayingOfWords(
  match: RuleMatch | undefined,
  level: LevelName,
  scores: RuleScores,
): Saying | undefined {
  if (match === undefined) return undefined;
  const { rule, words } = match;
  const message = { pattern: detectorPatterns.rule, values: [rule.id, words] };
  return { rule, score: scores.ofMatch(match, level), message };
}

export function sayingOfBurst(hit: BurstHit | undefined): Saying | undefined {
  if (hit === undefined) return undefined;
  const { rule } = hit.match;
  const values = [rule.id, hit.count, Math.ceil(hit.seconds)];
  return { rule, score: burstScore(hit.match), message: { pattern: detectorPatterns.ruleBurst, values } };
}

export function sayingOfValue(
  hit: ValueHit | undefined,
  level: LevelName,
  scores: RuleScores,
): Saying | undefined {
  if (hit === undefined) return undefined;
  const { rule, words } = hit.match;
  const message = { pattern: detectorPatterns.ruleValue, values: [rule.id, words, hit.value] };
  return { rule, score: scores.ofValue(hit.match, level), message };
}
