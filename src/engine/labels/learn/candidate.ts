import type { DetectorId } from '../../model/finding';
import type { GroupTally } from './group-tally';
import type { BuiltInScoring } from './labelled-records';

/** A detector, and what it scores. */
export interface Opinion {
  readonly detector: DetectorId;
  readonly score: number;
}

/**
 * What a label on a group would teach, by what is known of it. A template is what its records are on average; a session or an
 * incident is what its strangest record is, as nobody asks whether the others are normal.
 */
export class Candidate {
  readonly fused: number;
  /** How far the detectors are apart: the standard deviation of what they score. */
  readonly dispersion: number;
  /** 1 at the threshold, 0 as far from it as "nothing" is. */
  readonly nearness: number;
  /** Of records: the thousandth teaches less than the first. */
  readonly size: number;
  /** 0 where half of a template's records are found, 1 where all are or none: one that is mixed would be labelled wrongly whatever is said of it. */
  readonly agreement: number;
  /** Equal for groups that all detectors score alike: they teach the same. */
  readonly looks: string;
  private readonly scores: readonly number[];

  constructor(
    readonly tally: GroupTally,
    private readonly scoring: BuiltInScoring,
  ) {
    const { unlabelled, fused, found, scores, telling, highest } = tally;
    const { detectors, threshold } = scoring;
    const isWhole = tally.group.kind !== 'template';
    this.fused = isWhole ? highest : fused / unlabelled;
    this.scores = isWhole
      ? detectors.map((detector) => detector.scoreOf(telling))
      : Array.from(scores, (sum) => sum / unlabelled);
    this.dispersion = deviation(this.scores);
    this.nearness = threshold > 0 ? Math.max(0, 1 - Math.abs(this.fused - threshold) / threshold) : 0;
    this.size = Math.log2(1 + unlabelled);
    const share = found / unlabelled;
    this.agreement = isWhole ? 1 : 1 - 4 * share * (1 - share);
    this.looks = `${tally.group.kind} ${this.scores.map((score) => score.toFixed(1)).join(' ')}`;
  }

  /** Those that score highest and lowest, of equal ones the first. */
  get opposed(): { readonly high: Opinion; readonly low: Opinion } {
    const opinionAt = (place: number) => ({
      detector: this.scoring.detectors[place].id,
      score: this.scores[place],
    });
    return {
      high: opinionAt(this.scores.indexOf(Math.max(...this.scores))),
      low: opinionAt(this.scores.indexOf(Math.min(...this.scores))),
    };
  }
}

function deviation(scores: readonly number[]): number {
  if (scores.length === 0) return 0;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / scores.length);
}
