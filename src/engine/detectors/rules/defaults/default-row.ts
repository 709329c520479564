import type { Severity } from '../../../model/finding';
import type { LevelName } from '../../../model/level';
import type { Burst, ValueCondition } from '../rule';

/** A rule of the default set as its table writes it; the table is of one category. See `Rule`. */
export interface DefaultRow {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly hint: string;
  /** Parted by commas. */
  readonly keywords: string;
  readonly chinese?: string;
  readonly level?: LevelName;
  readonly value?: ValueCondition;
  readonly burst?: Burst;
}
