import type { Sentence } from '../../engine/model/finding';
import type { ComparedLog } from './compared-logs';
import { type Difference, type DifferenceKind, differenceKinds, differencesOf } from './differences';

/** VS Code draws a tree row by row on the extension-host thread: thousands at once would hold it. */
export const pageSize = 500;

export interface GroupRow {
  readonly kind: 'group';
  readonly log: ComparedLog;
  readonly of: DifferenceKind;
  /** Listed or not. */
  readonly total: number;
}

export interface DifferenceRow {
  readonly kind: 'difference';
  readonly log: ComparedLog;
  readonly difference: Difference;
}

/** What the tree shows of one comparison; a face puts it into words. */
export type ComparisonRow =
  | { readonly kind: 'stale'; readonly log: ComparedLog }
  | { readonly kind: 'note'; readonly log: ComparedLog; readonly note: Sentence }
  | GroupRow
  | DifferenceRow
  | { readonly kind: 'more'; readonly log: ComparedLog; readonly of: DifferenceKind; readonly rest: number }
  /** The report does not hold them. */
  | {
      readonly kind: 'left-out';
      readonly log: ComparedLog;
      readonly of: DifferenceKind;
      readonly rest: number;
    };

export function rootRows(log: ComparedLog): ComparisonRow[] {
  const { totals, notJudged } = log.report;
  return [
    ...(log.stale ? [{ kind: 'stale', log } as const] : []),
    ...notJudged.map((note) => ({ kind: 'note', log, note }) as const),
    ...differenceKinds
      .filter((of) => totals[of] > 0)
      .map((of) => ({ kind: 'group', log, of, total: totals[of] }) as const),
  ];
}

/** `shown` of a group, and a row for the rest. */
export function differenceRows({ log, of, total }: GroupRow, shown: number): ComparisonRow[] {
  const listed = differencesOf(log.report, of);
  const rows: ComparisonRow[] = listed
    .slice(0, shown)
    .map((difference) => ({ kind: 'difference', log, difference }));
  if (listed.length > shown) rows.push({ kind: 'more', log, of, rest: listed.length - shown });
  else if (total > listed.length) rows.push({ kind: 'left-out', log, of, rest: total - listed.length });
  return rows;
}
