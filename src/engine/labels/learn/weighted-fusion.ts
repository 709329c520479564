import type { Detector } from '../../detectors/detector';
import type { RecordIndex } from '../../model/units';
import { Fusion, type Judge } from '../../triage/fusion';
import type { DetectorWeights } from '../label-report';
import { WeightedScore } from './weighted-score';

interface NamedJudge extends Judge {
  readonly detector: Pick<Detector, 'id' | 'scoreOf'>;
}

/** Scores by learned weights; which evidence is strongest, and what each kind of it says, is as ever. */
export class WeightedFusion extends Fusion {
  private readonly detectors: readonly NamedJudge['detector'][];
  private readonly weighted: WeightedScore;
  /** Of one record, by judge. */
  private readonly scores: Float64Array;

  constructor(judges: readonly NamedJudge[], weights: DetectorWeights) {
    super(judges);
    this.detectors = judges.map(({ detector }) => detector);
    this.weighted = new WeightedScore(
      weights,
      this.detectors.map(({ id }) => id),
    );
    this.scores = new Float64Array(judges.length);
  }

  override score(record: RecordIndex): number {
    for (const [place, detector] of this.detectors.entries()) this.scores[place] = detector.scoreOf(record);
    return this.weighted.of(this.scores);
  }

  override scoreFrom(scores: ArrayLike<number>): number {
    return this.weighted.of(scores);
  }
}
