import type { Category, Sentence, Severity } from '../../model/finding';
import type { LevelName } from '../../model/level';

/** Which values of a parameter a rule is about; all that is given must hold. Quantities are compared in seconds and bytes. */
export interface ValueCondition {
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
  /** Any of these, as text or as number. */
  readonly isOneOf?: readonly (string | number)[] | undefined;
  /** Any of these stands in it. */
  readonly contains?: readonly string[] | undefined;
  /**
   * What the value is called: a field, or the word before it in the message. Left out, it is the value at the `#` of the rule's
   * keyword, and any value of the message where none has a `#`.
   */
  readonly name?: string | undefined;
}

/** So many records within so many seconds make one occurrence. */
export interface Burst {
  readonly count: number;
  readonly seconds: number;
}

/**
 * What a well-known trouble looks like. It is looked for in masked messages, once each: `keywords` (any of them) or `pattern`.
 *
 * A keyword is words in lower case that stand after one another, whatever is between them; `…` stands for up to four words,
 * `#` for a number or another masked value; in Chinese it is text. Negated and counted ones ("no deadlock", "timeouts: 0") do not match.
 */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly category: Category;
  /** A few words, without a full stop. */
  readonly title: Sentence;
  /** Where to look for the cause. */
  readonly hint: Sentence | null;
  readonly keywords: readonly string[];
  /** RE2 syntax, over the masked message as templates are shown; null where keywords say it. */
  readonly pattern: string | null;
  /** Records of a lesser level do not count, those without a level do; null: every level counts. */
  readonly level: LevelName | null;
  readonly value: ValueCondition | null;
  readonly burst: Burst | null;
  /** A person's own: its severity counts whatever the level. Else the record's level weighs in. */
  readonly isOwn: boolean;
}
