import type { DetectorId } from '../../model/finding';
import type { DetectorWeights } from '../label-report';
import type { LabelledGroup, ScoreRow } from './labelled-groups';
import type { BuiltInScoring } from './labelled-records';
import { type Example, fitLogistic, type LogisticModel, logit, sigmoid } from './logistic-regression';

/**
 * About what detectors weigh in the built-in scoring: what no label speaks of stays as it was, or a detector that fell silent while fifty labels
 * were given would be switched off. One label that is sure moves it already.
 */
const prior = { mean: 5, precision: 0.1 };
/** Groups that all ordinary records together count as: labels are given where detectors doubt, and say nothing of the rest. */
const ordinaryWeight = 5;
/**
 * How far findings begin from a probability of one half towards where F1 of the records is highest: all the way takes so much of what is doubtful
 * that hardly a session is without (measured by `scripts/quality/labels.mjs`).
 */
const cutShare = 0.5;
/** Digits kept: the language leaves the last bits of Math.exp to the machine. */
const digits = 6;

/** Each unit counts as much as another, however many records and labels it has. */
export interface Taught {
  readonly units: readonly (readonly LabelledGroup[])[];
  readonly ordinary: readonly ScoreRow[];
}

/** The weights that labels make of detectors. */
export function fitWeights(
  { units, ordinary }: Taught,
  detectors: BuiltInScoring['detectors'],
): DetectorWeights {
  const labelled = units.flatMap((groups) => groups.flatMap((group) => examplesOf(group, groups.length)));
  const background = examplesFrom(ordinary, false, ordinaryWeight);
  const model = fitLogistic([...labelled, ...background], detectors.length, prior);
  const named = detectors.map(({ id }, place): [DetectorId, number] => [id, rounded(model.weights[place])]);
  return {
    bias: rounded(model.bias - cutShare * bestCut(model, labelled)),
    weights: Object.fromEntries(named),
  };
}

function examplesOf({ isAnomalous, rows }: LabelledGroup, among: number): Example[] {
  return examplesFrom(rows, isAnomalous, 1 / among);
}

function examplesFrom(rows: readonly ScoreRow[], isPositive: boolean, total: number): Example[] {
  const records = recordsIn(rows);
  return rows.map((row) => ({ values: row.scores, isPositive, weight: (total * row.records) / records }));
}

export function recordsIn(rows: readonly ScoreRow[]): number {
  return rows.reduce((sum, { records }) => sum + records, 0);
}

/**
 * The logit from which on to call examples positive, for the highest F1 that the model expects of them (Lipton et al. 2014): one half of a
 * probability is best for the share of right answers, of which there are many where nearly all is normal. By probabilities, not by verdicts:
 * of few labels those would be followed too far.
 */
function bestCut(model: LogisticModel, examples: readonly Example[]): number {
  const margins = examples
    .map(({ values, weight }) => ({ at: logit(model, values), weight }))
    .sort((a, b) => b.at - a.at);
  const expected = margins.reduce((sum, { at, weight }) => sum + weight * sigmoid(at), 0);
  let [right, flagged, best, cut] = [0, 0, 0, 0];
  for (const [i, { at, weight }] of margins.slice(0, -1).entries()) {
    flagged += weight;
    right += weight * sigmoid(at);
    const f1 = (2 * right) / (expected + flagged);
    if (margins[i + 1].at === at || f1 <= best) continue;
    best = f1;
    cut = (at + margins[i + 1].at) / 2;
  }
  return cut;
}

function rounded(weight: number): number {
  return Number(weight.toPrecision(digits));
}
