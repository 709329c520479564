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

/** The lower half of the matrix, since a detector agrees with another as that one does with it; without those that gave no reason. */
export function agreementOf({ detectors, agreement }: ScoreShape): readonly DetectorAgreement[] {
  const at = (row: number, column: number) => agreement[row * detectors.length + column];
  const speaking = [...detectors.keys()].filter((one) => at(one, one) > 0);
  return speaking.map((row, place) => ({
    detector: detectors[row].detector,
    reasons: at(row, row),
    alone: detectors[row].alone,
    pairs: speaking.slice(0, place).map((column) => ({
      a: detectors[column].detector,
      b: detectors[row].detector,
      both: at(row, column),
    })),
  }));
}

/** Those that gave no reason. */
export function silentOf({ detectors, agreement }: ScoreShape): readonly DetectorId[] {
  return detectors.flatMap(({ detector }, i) =>
    agreement[i * detectors.length + i] === 0 ? [detector] : [],
  );
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
