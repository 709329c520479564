import type { RecordIndex } from '../../model/units';
import type { LabelSubject, TaughtLabel } from '../label';
import type { LabelCoverage } from '../label-report';

/** The label that holds for each record: 2 bytes a record where labels were given, 4 of more than 65,534 labels, else none. */
export interface LabelColumn {
  /** By record: 1 more than the index of its label, 0 where none holds. Baselines have none. */
  readonly held: Uint16Array | Uint32Array;
}

/** Which of the labels given holds for which record of a log. */
export class ResolvedLabels {
  /** By label, and behind them 0 for none. */
  private readonly isSilent: Uint8Array;
  private readonly isLoud: Uint8Array;

  constructor(
    readonly given: readonly TaughtLabel[],
    readonly coverage: LabelCoverage,
    private readonly column: LabelColumn | undefined,
  ) {
    this.isSilent = marked(
      given,
      ({ subject, verdict }) => verdict === 'normal' && subject.kind !== 'record',
    );
    this.isLoud = marked(given, ({ verdict }) => verdict === 'anomalous');
  }

  /** Index among those given; -1 where none holds. */
  labelOf(record: RecordIndex): number {
    return this.column === undefined ? -1 : this.column.held[record] - 1;
  }

  /** What detectors say of it counts nothing. A record called normal by itself is made a finding all the same: faces hide it. */
  silences(record: RecordIndex): boolean {
    return this.column !== undefined && this.isSilent[this.column.held[record]] === 1;
  }

  /** It is a finding whatever detectors say of it. */
  fires(record: RecordIndex): boolean {
    return this.column !== undefined && this.isLoud[this.column.held[record]] === 1;
  }
}

function marked(
  given: readonly TaughtLabel[],
  is: (label: { readonly subject: LabelSubject; readonly verdict: TaughtLabel['verdict'] }) => boolean,
): Uint8Array {
  return Uint8Array.from([0, ...given.map((label) => Number(is(label)))]);
}

/** Of a log of so many records that nobody labelled. */
export function nothingLabelled(records: number): ResolvedLabels {
  return new ResolvedLabels([], { labels: [], records, covered: 0, anomalous: 0 }, undefined);
}
