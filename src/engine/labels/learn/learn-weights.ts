import { scaled } from '../../triage/progress';
import type { LearnedMeasure, LearningOutcome } from '../label-report';
import { fitWeights, recordsIn, type Taught } from './fit-weights';
import { foldsOf, hasVerdict, unitsOf } from './folds';
import { isFound, type LabelledGroup, labelledGroups, type ScoreRow } from './labelled-groups';
import type { BuiltInScoring, LabelledRecords } from './labelled-records';
import { learnPatterns } from './sentences';
import { WeightedScore } from './weighted-score';

const folds = 5;
/** Of each verdict: with fewer a fold would hold none, and what it measures be chance. */
const fewestOfEach = folds;
/** Of the work; the rest is fitting. */
const gatheredShare = 0.9;

/**
 * What the labels make of the detectors, and whether that is better: groups count alike, a group as found by the share of its records that are;
 * nothing changes by it. `scoring`: the built-in one, also where learned weights are in use. Yields the share done.
 */
export function* learnWeights(
  scoring: BuiltInScoring,
  log: LabelledRecords,
): Generator<number, LearningOutcome> {
  const { groups, ordinary } = yield* scaled(labelledGroups(scoring, log), 0, gatheredShare);
  const units = unitsOf(groups);
  const [normal, anomalous] = [false, true].map(
    (verdict) => units.filter((unit) => hasVerdict(unit, verdict)).length,
  );
  if (Math.min(anomalous, normal) < fewestOfEach) {
    const values = [fewestOfEach, anomalous, normal];
    return { kind: 'too-little', why: { pattern: learnPatterns.tooLittle, values } };
  }
  const taught = { units, ordinary };
  const measures = yield* scaled(crossValidated(taught, scoring), gatheredShare, 1);
  const records = groups.reduce((sum, group) => sum + group.records, 0);
  const weights = fitWeights(taught, scoring.detectors);
  return { kind: 'learned', learned: { ...weights, ...measures, folds, groups: groups.length, records } };
}

interface BeforeAndAfter {
  readonly before: LearnedMeasure;
  readonly after: LearnedMeasure;
}

function* crossValidated(
  { units, ordinary }: Taught,
  scoring: BuiltInScoring,
): Generator<number, BeforeAndAfter> {
  const foldOf = foldsOf(units, folds);
  const ids = scoring.detectors.map(({ id }) => id);
  const before = new Tally();
  const after = new Tally();
  for (let fold = 0; fold < folds; fold++) {
    const learned = units.filter((_, i) => foldOf[i] !== fold);
    const score = new WeightedScore(fitWeights({ units: learned, ordinary }, scoring.detectors), ids);
    for (const unit of units.filter((_, i) => foldOf[i] === fold)) {
      for (const group of unit) {
        before.add(group, unit.length, ({ found }) => found);
        after.add(group, unit.length, (row) => (isFound(score.of(row.scores), scoring) ? row.records : 0));
      }
    }
    yield (fold + 1) / (folds + 1);
  }
  return { before: before.measure(), after: after.measure() };
}

/** Counts units, in parts. */
class Tally {
  private right = 0;
  private wrong = 0;
  private missed = 0;

  /** `among`: groups of its unit. `found`: of the records of a row. */
  add({ isAnomalous, rows }: LabelledGroup, among: number, found: (row: ScoreRow) => number): void {
    const share = rows.reduce((sum, row) => sum + found(row), 0) / recordsIn(rows);
    if (!isAnomalous) this.wrong += share / among;
    else {
      this.right += share / among;
      this.missed += (1 - share) / among;
    }
  }

  /** Where nothing is found, nothing is right. */
  measure(): LearnedMeasure {
    const { right, wrong, missed } = this;
    const share = (whole: number) => (right > 0 ? right / whole : 0);
    return {
      precision: share(right + wrong),
      recall: share(right + missed),
      f1: share(right + (wrong + missed) / 2),
    };
  }
}
