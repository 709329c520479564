import { eachOf, type Steps } from '../../node/in-turns';
import type { Label } from '../../node/store/labels';
import type { AnalysedLog } from '../shared/analyses';
import type { KnownLabel, LabelRowArgument } from './known-labels';
import type { FiledLabel } from './read-labels';

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

const labelGroups = ['conflicts', 'anomalous', 'normal', 'elsewhere'] as const;
export type LabelGroup = (typeof labelGroups)[number];

/** What the Labels view shows of a log: conflicts first; what speaks of nothing here last. */
export function* labelsRows(
  log: AnalysedLog,
  known: readonly KnownLabel[],
  conflicts: readonly (readonly FiledLabel[])[],
): Steps<LabelsRow[]> {
  const uri = log.uri.toString();
  const disagreeing = new Set<Label>();
  yield* eachOf(conflicts, (labels) => {
    for (const { label } of labels) disagreeing.add(label);
  });
  const groups: Readonly<Record<LabelGroup, Listed>> = {
    conflicts: new Listed(),
    anomalous: new Listed(),
    normal: new Listed(),
    elsewhere: new Listed(),
  };
  yield* eachOf(conflicts, (labels) => groups.conflicts.add({ kind: 'conflict', uri, log, labels }));
  yield* eachOf(known, (one) => {
    if (disagreeing.has(one.label)) return;
    const group = one.match?.records === 0 ? 'elsewhere' : one.label.label;
    groups[group].add({ kind: 'label', uri, log, known: one, filed: one });
  });
  return labelGroups.flatMap((group): LabelsRow[] => {
    const { count, rows } = groups[group].of(log);
    return count === 0 ? [] : [{ kind: 'group', log, group, count, rows }];
  });
}

/** Rows of a group, of which the first are listed. */
class Listed {
  private readonly rows: LabelsRow[] = [];
  private count = 0;

  add(row: LabelsRow): void {
    if (++this.count <= mostRows) this.rows.push(row);
  }

  of(log: AnalysedLog): { readonly count: number; readonly rows: readonly LabelsRow[] } {
    const rest = this.count - this.rows.length;
    return { count: this.count, rows: rest > 0 ? [...this.rows, { kind: 'rest', log, rest }] : this.rows };
  }
}
