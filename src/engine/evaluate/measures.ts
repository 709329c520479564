import { ScoreLevels } from './score-levels';

/** Things judged, by row. */
export interface Judged {
  /** 1 where the label says abnormal. */
  readonly abnormal: Uint8Array;
  /** 1 where it was called abnormal. */
  readonly flagged: Uint8Array;
  /** The higher, the more abnormal; any scale. */
  readonly scores: Float64Array;
}

export interface Confusion {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
  readonly falseNegatives: number;
}

/** Shares from 0 to 1; null where what they are shares of is not there. */
export interface Measures {
  /** Of what was flagged; null where nothing was. */
  readonly precision: number | null;
  /** Of what is abnormal. */
  readonly recall: number | null;
  readonly f1: number | null;
  /** Of what is normal. */
  readonly falsePositiveRate: number | null;
  readonly accuracy: number | null;
  /** Whatever the threshold; null where one class is missing. */
  readonly rocAuc: number | null;
  /** Whatever the threshold; null where nothing is abnormal. */
  readonly averagePrecision: number | null;
  readonly confusion: Confusion;
}

/** `levels`: of the same rows, where they are at hand. */
export function measure(judged: Judged, levels = new ScoreLevels(judged)): Measures {
  const confusion = confusionOf(judged);
  const { truePositives, falsePositives, trueNegatives, falseNegatives } = confusion;
  const abnormal = truePositives + falseNegatives;
  const normal = falsePositives + trueNegatives;
  const flagged = truePositives + falsePositives;
  return {
    precision: share(truePositives, flagged),
    recall: share(truePositives, abnormal),
    f1: abnormal === 0 ? null : share(2 * truePositives, abnormal + flagged),
    falsePositiveRate: share(falsePositives, normal),
    accuracy: share(truePositives + trueNegatives, abnormal + normal),
    ...ranking(levels),
    confusion,
  };
}

function confusionOf({ abnormal, flagged }: Pick<Judged, 'abnormal' | 'flagged'>): Confusion {
  const counts = [0, 0, 0, 0];
  for (let row = 0; row < abnormal.length; row++) counts[2 * abnormal[row] + flagged[row]]++;
  const [trueNegatives, falsePositives, falseNegatives, truePositives] = counts;
  return { truePositives, falsePositives, trueNegatives, falseNegatives };
}

/**
 * Area under the ROC curve: how often an abnormal row has a higher score than a normal one, equal scores half (Mann and
 * Whitney 1947). Average precision: the sum over score levels of precision × the recall gained at that level.
 */
export function ranking(levels: ScoreLevels): Pick<Measures, 'rocAuc' | 'averagePrecision'> {
  let [positives, negatives, pairsWon, precisionSum] = [0, 0, 0, 0];
  levels.walk((found, others) => {
    pairsWon += others * (positives + found / 2);
    positives += found;
    negatives += others;
    precisionSum += found * (positives / (positives + negatives));
  });
  return {
    rocAuc: share(pairsWon, positives * negatives),
    averagePrecision: share(precisionSum, positives),
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
