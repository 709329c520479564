import type { Detector } from '../detectors/detector';
import type { DetectorId } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { Fusion } from '../triage/fusion';
import type { TimeIndex } from './time-index';
import type { TimeWindow } from './time-window';
import { type RecordRun, windowBlocks } from './window-blocks';

/** What judged a log, and from where on it counts. */
export interface LogScoring {
  readonly detectors: readonly Pick<Detector, 'id' | 'scoreOf'>[];
  /** Of what each detector scored, in their order. */
  readonly fusion: Pick<Fusion, 'scoreFrom'>;
  /** For all together such a record counts nothing. */
  readonly isNormal: (record: RecordIndex) => boolean;
  /** The fused score findings begin at. */
  readonly threshold: number;
  /** A detector whose score is not the highest gives a reason from this one on. */
  readonly leastReasonScore: number;
}

/**
 * Scores lie in 0 to 1; bin i of 100 holds those from i/100 on, the last 1 too. Records that nothing scored are in `unscored` alone; all
 * others are in each histogram, where one scored them 0 in its first bin.
 */
export interface ScoreShape {
  readonly records: number;
  readonly unscored: number;
  /** Of all detectors together, what is called normal counting nothing. */
  readonly fused: Uint32Array;
  /** The fused score findings begin at. */
  readonly threshold: number;
  readonly detectors: readonly DetectorShape[];
  /** Records whose fused score reaches the threshold. */
  readonly flagged: number;
  /** Detectors × detectors: of the flagged, those for which both give a reason (the diagonal: those for which the one does). */
  readonly agreement: Uint32Array;
}

export interface DetectorShape {
  readonly detector: DetectorId;
  readonly bins: Uint32Array;
  /** Of the flagged, those for which it alone gives a reason. */
  readonly alone: number;
}

const binCount = 100;
const stepRecords = 1 << 13;

/** What the detectors scored within a window; yields the share done. */
export function* scoreShape(
  records: RecordTable,
  index: TimeIndex,
  scoring: LogScoring,
  window: TimeWindow,
): Generator<number, ScoreShape> {
  const tally = new ScoreTally(scoring);
  let blocks = 0;
  for (const runs of windowBlocks(records, index, window)) {
    for (const run of runs)
      for (const { from, to } of steps(run)) {
        for (let record = from; record < to; record++) tally.add(record as RecordIndex);
        if (to < run.to) yield blocks / index.blocks.length;
      }
    yield ++blocks / index.blocks.length;
  }
  return tally.shape();
}

/** Scoring costs up to a microsecond a record: a block of them would keep others waiting. */
function* steps({ from, to }: RecordRun): Generator<RecordRun, void> {
  for (let at = from; at < to; at += stepRecords) yield { from: at, to: Math.min(to, at + stepRecords) };
}

class ScoreTally {
  private records = 0;
  private unscored = 0;
  private flagged = 0;
  private readonly fused = new Uint32Array(binCount);
  private readonly bins: readonly Uint32Array[];
  private readonly alone: Uint32Array;
  private readonly agreement: Uint32Array;
  /** Of one record, by detector. */
  private readonly scores: Float64Array;

  constructor(private readonly scoring: LogScoring) {
    const { length } = scoring.detectors;
    this.bins = scoring.detectors.map(() => new Uint32Array(binCount));
    this.alone = new Uint32Array(length);
    this.agreement = new Uint32Array(length * length);
    this.scores = new Float64Array(length);
  }

  add(record: RecordIndex): void {
    const { detectors, fusion, isNormal, threshold } = this.scoring;
    const { scores, bins } = this;
    this.records++;
    let highest = 0;
    for (let i = 0; i < scores.length; i++) {
      scores[i] = detectors[i].scoreOf(record);
      highest = Math.max(highest, scores[i]);
    }
    if (highest <= 0) {
      this.unscored++;
      return;
    }
    for (let i = 0; i < scores.length; i++) bins[i][binOf(scores[i])]++;
    const score = isNormal(record) ? 0 : fusion.scoreFrom(scores);
    this.fused[binOf(score)]++;
    if (score > 0 && score >= threshold) this.addFlagged();
  }

  shape(): ScoreShape {
    const { records, unscored, fused, flagged, agreement, bins, alone } = this;
    const { threshold, detectors } = this.scoring;
    const shapes = detectors.map(({ id }, i) => ({ detector: id, bins: bins[i], alone: alone[i] }));
    return { records, unscored, fused, threshold, detectors: shapes, flagged, agreement };
  }

  private addFlagged(): void {
    const giving = this.reasonGivers();
    this.flagged++;
    if (giving.length === 1) this.alone[giving[0]]++;
    for (const one of giving) for (const other of giving) this.agreement[one * this.scores.length + other]++;
  }

  /** As `Judgement` chooses them: the strongest in any case, of equal ones the first. */
  private reasonGivers(): number[] {
    const { scores } = this;
    const strongest = scores.indexOf(Math.max(...scores));
    const least = this.scoring.leastReasonScore;
    return [...scores.keys()].filter((i) => i === strongest || scores[i] >= least);
  }
}

/** By the bins' own bounds: 0.29 times 100 is less than 29. */
function binOf(score: number): number {
  const near = Math.round(score * binCount);
  const bin = score < near / binCount ? near - 1 : near;
  return Math.min(binCount - 1, Math.max(0, bin));
}
