import type { BigLogDifference } from '../../../src/protocol/big-log';
import type { HighlightColour } from '../../../src/protocol/reading';
import type { LabelVerdict, Severity } from '../terms';
import type { EntryHead } from './entry-head';

/** What labels are folded to, and how wide that is shown, in characters. */
export interface LabelChip {
  readonly text: string;
  readonly width: number;
}

/** What is shown of a row beside its text. */
export interface RowLook {
  /** Of the log. */
  readonly uri: string;
  readonly severity: Severity | null;
  /** The finding begins in this line: its sign stands here. */
  readonly beginsMark: boolean;
  /** What somebody said of the record that begins here. */
  readonly verdict: LabelVerdict | null;
  /** What a comparison says of the line; null where nothing. */
  readonly difference: BigLogDifference['kind'] | null;
  readonly isBookmarked: boolean;
  /** The note of the bookmark, '' without one. */
  readonly note: string;
  /** Name of the row's source; '' where there is only one. */
  readonly source: string;
  /** Milliseconds to the line shown before; null where that is not known or not asked for. */
  readonly gap: number | null;
  readonly templateColour: HighlightColour | null;
  /** The time in the reader's zone; '' where it stays as it is written. */
  readonly time: string;
  /** Of an entry of a remote log; null of other rows. */
  readonly entry: EntryHead | null;
  /** What its labels are folded to; null where they are shown whole. */
  readonly chip: LabelChip | null;
  /** What was asked for of a line longer than a page gives. */
  readonly further: string;
}

/** Codicons as the rest of Oddline has them: four shapes, since colour alone does not tell them apart. */
export const severityIcons: Readonly<Record<Severity, string>> = {
  critical: 'error',
  high: 'warning',
  medium: 'debug-breakpoint-log-unverified',
  low: 'circle-outline',
};
