import type { EvidenceKind } from '../detectors/detector-table';
import type { Severity } from '../model/finding';

/** From this fused score on a record is a finding. */
export const findingThreshold = 0.5;

/** Least fused score of each severity, worst first. */
const severityFloors: readonly (readonly [Severity, number])[] = [
  ['critical', 0.9],
  ['high', 0.75],
  ['medium', 0.6],
];

/** One detector's scores, one element a record. */
export interface ScoreColumn {
  readonly kind: EvidenceKind;
  readonly scores: Float32Array;
}

/**
 * One score a record: the strongest of each kind of evidence, kinds joined by a noisy or (each may be
 * right on its own, agreement makes it surer).
 */
export class Fusion {
  private readonly kinds: readonly (readonly Float32Array[])[];

  constructor(columns: readonly ScoreColumn[]) {
    const kinds = new Set(columns.map(({ kind }) => kind));
    this.kinds = [...kinds].map((wanted) =>
      columns.filter(({ kind }) => kind === wanted).map(({ scores }) => scores),
    );
  }

  score(record: number): number {
    let doubt = 1;
    for (const columns of this.kinds) {
      let strongest = 0;
      for (const scores of columns) if (scores[record] > strongest) strongest = scores[record];
      doubt *= 1 - strongest;
    }
    return 1 - doubt;
  }
}

/** Level and words of failure weigh in by the fused score: a fatal record alone reaches `critical`. */
export function severityOf(score: number): Severity {
  return severityFloors.find(([, floor]) => score >= floor)?.[0] ?? 'low';
}
