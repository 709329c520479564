import type { ScoreShape } from '../../../src/protocol/log-shape';
import type { DetectorId } from '../terms';

export interface AgreeingPair {
  readonly a: DetectorId;
  readonly b: DetectorId;
  /** Records for which both give a reason. */
  readonly both: number;
}

export interface DetectorAgreement {
  readonly detector: DetectorId;
  /** Records for which it gives a reason, and those for which no other does. */
  readonly reasons: number;
  readonly alone: number;
  /** With each detector before it. */
  readonly pairs: readonly AgreeingPair[];
}

/** The lower half of the matrix: a detector agrees with another as that one does with it. */
export function agreementOf({ detectors, agreement }: ScoreShape): readonly DetectorAgreement[] {
  const at = (row: number, column: number) => agreement[row * detectors.length + column];
  return detectors.map(({ detector, alone }, row) => ({
    detector,
    reasons: at(row, row),
    alone,
    pairs: detectors.slice(0, row).map((other, column) => ({
      a: other.detector,
      b: detector,
      both: at(row, column),
    })),
  }));
}

/** The two that agree most often; undefined where none do. */
export function closest(rows: readonly DetectorAgreement[]): AgreeingPair | undefined {
  return largest(
    rows.flatMap(({ pairs }) => pairs),
    ({ both }) => both,
  );
}

/** The one that stands alone most often; undefined where none does. */
export function loneliest(rows: readonly DetectorAgreement[]): DetectorAgreement | undefined {
  return largest(rows, ({ alone }) => alone);
}

/** The first of the largest, above 0. */
function largest<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item | undefined {
  let found: Item | undefined;
  for (const item of items) if (sizeOf(item) > (found ? sizeOf(found) : 0)) found = item;
  return found;
}
