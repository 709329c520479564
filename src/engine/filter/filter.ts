import type { Severity } from '../model/finding';
import type { LevelName } from '../model/level';
import type { TemplatePattern } from '../templates/corrections/correction';

/**
 * What of a log is shown, as data. The unit is the record: one is shown or hidden with its stack trace. Where nothing was
 * analysed yet the unit is the line.
 *
 * A record is shown when no excluding clause fits it, and of each kind of including clauses there is none or one that fits:
 * `level ≥ warn`, `service = checkout`, `service = cart` means warnings of either service.
 */
export interface LogFilter {
  readonly clauses: readonly FilterClause[];
  /** Lines shown before and after what fits. */
  readonly context: number;
}

export interface FilterClause {
  readonly mode: 'include' | 'exclude';
  readonly test: FilterTest;
  /** False: kept in the list, without effect. */
  readonly enabled: boolean;
}

/** What a search looks for; also what Find looks for. A regex is JavaScript's, over one line. */
export interface SearchPattern {
  readonly kind: 'text' | 'regex';
  readonly text: string;
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
}

export type FilterTest =
  | { readonly kind: 'search'; readonly pattern: SearchPattern }
  | { readonly kind: 'level'; readonly atLeast: LevelName }
  /** Its words rather than its id: a saved filter meets other logs. */
  | { readonly kind: 'template'; readonly title: string; readonly pieces: TemplatePattern }
  /** Nanoseconds since the epoch in decimal, both included; null is open. */
  | { readonly kind: 'time'; readonly from: string | null; readonly until: string | null }
  /** A field of the record or a named parameter; compared as text. */
  | { readonly kind: 'field'; readonly name: string; readonly value: string }
  | { readonly kind: 'severity'; readonly atLeast: Severity }
  | { readonly kind: 'bookmark' };

/**
 * The noise dial: 0 shows all, each notch folds more of the frequent templates, 4 leaves only what is rare.
 * A run of records that are folded becomes one row that says how many and how long.
 */
export const noiseNotches = [0, 1, 2, 3, 4] as const;
export type NoiseNotch = (typeof noiseNotches)[number];
