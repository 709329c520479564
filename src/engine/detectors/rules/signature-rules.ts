import { severities } from '../../model/finding';
import { type Level, levelName } from '../../model/level';
import type { RuleMatch } from './rule-book';
import type { RuleScores } from './rule-scores';

/** Levels there are. */
const levelCount = 7;

/**
 * What rules say of records by their signature and level: a row of the table holds the strongest match for each level. Signatures
 * share rows, since most have none: 2 bytes a signature.
 */
export class SignatureRules {
  private readonly rowOf: Uint16Array;
  /** Row 0 says nothing. */
  private readonly rows: (readonly (RuleMatch | undefined)[])[] = [new Array(levelCount).fill(undefined)];
  private readonly rowOfKey = new Map<string, number>();
  private scores = new Float32Array(levelCount);

  constructor(
    signatures: number,
    private readonly ruleScores: RuleScores,
  ) {
    this.rowOf = new Uint16Array(signatures);
  }

  /** `weight`: 0 to 1, what its scores are multiplied by. */
  set(signature: number, matches: readonly RuleMatch[], weight: number): void {
    if (matches.length > 0) this.rowOf[signature] = this.rowFor(matches, weight);
  }

  score(signature: number, level: number): number {
    return this.scores[this.rowOf[signature] * levelCount + level];
  }

  /** The match the score is of. */
  match(signature: number, level: number): RuleMatch | undefined {
    return this.rows[this.rowOf[signature]][level];
  }

  /** A message may fit several rules with words of its own: rows are told apart by rules and words. */
  private rowFor(matches: readonly RuleMatch[], weight: number): number {
    const key = JSON.stringify([
      weight,
      matches.map(({ rule, words, isDealtWith }) => [rule.id, words, isDealtWith]),
    ]);
    const known = this.rowOfKey.get(key);
    if (known !== undefined) return known;
    if (this.rows.length > 0xffff) return 0;
    const row = Array.from({ length: levelCount }, (_, level) => this.strongest(matches, level as Level));
    const id = this.rows.push(row) - 1;
    this.rowOfKey.set(key, id);
    this.addScores(id, row, weight);
    return id;
  }

  private addScores(id: number, row: readonly (RuleMatch | undefined)[], weight: number): void {
    const from = id * levelCount;
    if (from >= this.scores.length) {
      const grown = new Float32Array(this.scores.length * 2);
      grown.set(this.scores);
      this.scores = grown;
    }
    row.forEach((match, level) => {
      if (match !== undefined)
        this.scores[from + level] = weight * this.ruleScores.ofMatch(match, levelName(level as Level));
    });
  }

  /** The first of equals; undefined where none counts at the level. */
  private strongest(matches: readonly RuleMatch[], level: Level): RuleMatch | undefined {
    let best: RuleMatch | undefined;
    let bestScore = 0;
    for (const match of matches) {
      const score = this.ruleScores.ofMatch(match, levelName(level));
      if (score > bestScore) {
        best = match;
        bestScore = score;
      }
    }
    return best;
  }
}

/** The gravest match whatever the level; the first of equals. */
export function gravest(matches: readonly RuleMatch[]): RuleMatch | undefined {
  const rank = ({ rule }: RuleMatch) => severities.indexOf(rule.severity);
  return matches.reduce<RuleMatch | undefined>(
    (best, match) => (best === undefined || rank(match) > rank(best) ? match : best),
    undefined,
  );
}
