import type { Detector } from '../detectors/detector';
import type { EvidenceKind } from '../detectors/detector-table';
import type { Severity } from '../model/finding';
import type { RecordIndex } from '../model/units';

/** From this fused score on a record is a finding. */
export const findingThreshold = 0.5;

/** Least fused score of each severity, worst first. */
const severityFloors: readonly (readonly [Severity, number])[] = [
  ['critical', 0.9],
  ['high', 0.75],
  ['medium', 0.6],
];

/** What one kind of evidence says of a record, 0 to 1. */
export interface Judge {
  readonly kind: EvidenceKind;
  readonly detector: Pick<Detector, 'scoreOf'>;
}

/**
 * One score a record: the strongest of each kind of evidence, kinds joined by a noisy or (each may be
 * right on its own, agreement makes it surer).
 */
export class Fusion {
  private readonly kinds: readonly (readonly Judge['detector'][])[];

  constructor(judges: readonly Judge[]) {
    const kinds = new Set(judges.map(({ kind }) => kind));
    this.kinds = [...kinds].map((wanted) =>
      judges.filter(({ kind }) => kind === wanted).map(({ detector }) => detector),
    );
  }

  score(record: RecordIndex): number {
    let doubt = 1;
    for (const detectors of this.kinds) {
      let strongest = 0;
      for (const detector of detectors) strongest = Math.max(strongest, detector.scoreOf(record));
      doubt *= 1 - strongest;
    }
    return 1 - doubt;
  }
}

/** Level and words of failure weigh in by the fused score: a fatal record alone reaches `critical`. */
export function severityOf(score: number): Severity {
  return severityFloors.find(([, floor]) => score >= floor)?.[0] ?? 'low';
}
