import type { AnalysedLog } from '../shared/analyses';
import type { KnownLabel } from './known-labels';
import type { FiledLabel } from './read-labels';
import type { LabelRowArgument } from './removing';

export interface LabelRow extends LabelRowArgument {
  readonly kind: 'label';
  readonly log: AnalysedLog;
  readonly known: KnownLabel;
}

export type LabelsRow =
  | {
      readonly kind: 'group';
      readonly log: AnalysedLog;
      readonly group: LabelGroup;
      readonly count: number;
      readonly rows: readonly LabelsRow[];
    }
  /** Labels that say the opposite of the same. */
  | {
      readonly kind: 'conflict';
      readonly uri: string;
      readonly log: AnalysedLog;
      readonly labels: readonly FiledLabel[];
    }
  /** So many more, which are not listed. */
  | { readonly kind: 'rest'; readonly log: AnalysedLog; readonly rest: number }
  | LabelRow;

/** VS Code draws a tree row by row on the extension-host thread, and nobody reads more. */
export const mostRows = 500;

export type LabelGroup = 'conflicts' | 'anomalous' | 'normal' | 'elsewhere';

/** What the Labels view shows of a log: conflicts first; what speaks of nothing here last. */
export function labelsRows(
  log: AnalysedLog,
  known: readonly KnownLabel[],
  conflicts: readonly (readonly FiledLabel[])[],
): LabelsRow[] {
  const uri = log.uri.toString();
  const rowOf = (one: KnownLabel): LabelRow => ({ kind: 'label', uri, log, known: one, filed: one });
  const disagreeing = new Set(conflicts.flatMap((labels) => labels.map(({ label }) => label)));
  const settled = known.filter(({ label }) => !disagreeing.has(label));
  const isElsewhere = ({ match }: KnownLabel) => match?.records === 0;
  const groups: readonly (readonly [LabelGroup, readonly LabelsRow[]])[] = [
    ['conflicts', conflicts.map((labels) => ({ kind: 'conflict', uri, log, labels }))],
    ['anomalous', settled.filter((one) => !isElsewhere(one) && one.label.label === 'anomalous').map(rowOf)],
    ['normal', settled.filter((one) => !isElsewhere(one) && one.label.label === 'normal').map(rowOf)],
    ['elsewhere', settled.filter(isElsewhere).map(rowOf)],
  ];
  return groups.flatMap(([group, all]) => {
    if (all.length === 0) return [];
    const rest = all.length - mostRows;
    const rows: LabelsRow[] = rest > 0 ? [...all.slice(0, mostRows), { kind: 'rest', log, rest }] : [...all];
    return [{ kind: 'group', log, group, count: all.length, rows }];
  });
}
