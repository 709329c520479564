import type { Detector } from '../detectors/detector';
import type { EvidenceKind } from '../detectors/detector-table';
import type { RecordIndex } from '../model/units';

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
  private readonly kinds: ReadonlyMap<EvidenceKind, readonly Judge['detector'][]>;
  /** Places among the judges. */
  private readonly placesByKind: readonly (readonly number[])[];

  constructor(private readonly judges: readonly Judge[]) {
    const kinds = new Set(judges.map(({ kind }) => kind));
    this.kinds = new Map(
      [...kinds].map((wanted) => [
        wanted,
        judges.filter(({ kind }) => kind === wanted).map(({ detector }) => detector),
      ]),
    );
    this.placesByKind = [...kinds].map((wanted) =>
      [...judges.keys()].filter((place) => judges[place].kind === wanted),
    );
  }

  score(record: RecordIndex): number {
    let doubt = 1;
    for (const detectors of this.kinds.values()) doubt *= 1 - highest(detectors, record);
    return 1 - doubt;
  }

  /** The same from what each judge scored, in their order. */
  scoreFrom(scores: ArrayLike<number>): number {
    let doubt = 1;
    for (const places of this.placesByKind) {
      let strongest = 0;
      for (const place of places) strongest = Math.max(strongest, scores[place]);
      doubt *= 1 - strongest;
    }
    return 1 - doubt;
  }

  /** What one kind of evidence says; 0 where there is none of it. */
  scoreOfKind(kind: EvidenceKind, record: RecordIndex): number {
    return highest(this.kinds.get(kind) ?? [], record);
  }

  /** Place among the judges of the one with the highest score; of equal ones the first. */
  strongest(record: RecordIndex): number {
    let strongest = 0;
    let highest = 0;
    for (const [place, { detector }] of this.judges.entries()) {
      const score = detector.scoreOf(record);
      if (score <= highest) continue;
      strongest = place;
      highest = score;
    }
    return strongest;
  }
}

function highest(detectors: readonly Judge['detector'][], record: RecordIndex): number {
  let highest = 0;
  for (const detector of detectors) highest = Math.max(highest, detector.scoreOf(record));
  return highest;
}
