import { type Severity, severities } from '../../model/finding';
import { Level, type LevelName, levelName } from '../../model/level';
import type { RuleMatch } from './rule-book';

/**
 * Score of a record that a default rule speaks of. A level is the author's own judgement: at info and below the words of a
 * rule are mostly about what was seen to; a warning is a finding by a rule of the gravest kind alone, or where it is rare as well.
 */
const defaultScores: Readonly<Record<LevelName, Readonly<Record<Severity, number>>>> = {
  none: { low: 0.3, medium: 0.55, high: 0.7, critical: 0.92 },
  trace: { low: 0, medium: 0.1, high: 0.2, critical: 0.4 },
  debug: { low: 0, medium: 0.1, high: 0.2, critical: 0.4 },
  info: { low: 0.1, medium: 0.25, high: 0.35, critical: 0.6 },
  warn: { low: 0.4, medium: 0.44, high: 0.48, critical: 0.76 },
  error: { low: 0.62, medium: 0.7, high: 0.8, critical: 0.93 },
  fatal: { low: 0.9, medium: 0.92, high: 0.94, critical: 0.97 },
};

/** Of a rule a person wrote: within the bounds of its severity, whatever the level. */
const ownScores: Readonly<Record<Severity, number>> = { low: 0.55, medium: 0.67, high: 0.82, critical: 0.95 };

/** How levels weigh in one log. */
export class RuleScores {
  /** `fatal`: what the highest level counts as there. */
  constructor(private readonly fatal: Level) {}

  /** 0 where the rule does not count for records of the level. */
  ofMatch({ rule, isDealtWith }: RuleMatch, level: LevelName): number {
    if (rule.level !== null && level !== 'none' && Level[level] < Level[rule.level]) return 0;
    if (rule.isOwn) return ownScores[rule.severity];
    const severity = isDealtWith ? milder(rule.severity) : rule.severity;
    return severity === undefined ? 0 : defaultScores[this.counted(level)][severity];
  }

  /**
   * A value is a fact where words are a manner of speaking: it counts one severity less than where no level is given, even at
   * info, and no less than words of its level.
   */
  ofValue(match: RuleMatch, level: LevelName): number {
    const score = this.ofMatch(match, level);
    const severity = milder(match.rule.severity);
    if (score === 0 || match.rule.isOwn || severity === undefined) return score;
    return Math.max(score, defaultScores.none[severity]);
  }

  private counted(level: LevelName): LevelName {
    return level === 'fatal' ? levelName(this.fatal) : level;
  }
}

/** What one record alone is not, so many are, whatever their level. */
export function burstScore({ rule }: RuleMatch): number {
  return ownScores[rule.severity];
}

function milder(severity: Severity): Severity | undefined {
  return severities[severities.indexOf(severity) - 1];
}
