import type { DetectorId } from '../model/finding';
import type { RecordIndex } from '../model/units';
import { type Curves, curvesOf } from './curves';
import type { KnownRecords } from './known-lines';
import { type Measures, measure } from './measures';
import { ScoreLevels } from './score-levels';

/** Whatever scores records, 0 to 1: a detector, or all of them together. */
export interface RecordScorer {
  readonly detector: DetectorId | 'fused';
  scoreOf(record: RecordIndex): number;
}

export interface DetectorMeasures extends Measures {
  readonly detector: DetectorId | 'fused';
}

export interface CategoryRecall {
  readonly category: string;
  /** Records labelled so, and those of them that reach the threshold. */
  readonly abnormal: number;
  readonly found: number;
}

/** What was found in a log, held to what is known of it; rows are the records something is known of. */
export interface LogEvaluation {
  readonly threshold: number;
  readonly records: number;
  readonly abnormal: number;
  /** All together first, then one by one. */
  readonly detectors: readonly DetectorMeasures[];
  /** In the order of `detectors`. */
  readonly curves: readonly Curves[];
  /** By name; empty where the labels name none. */
  readonly categories: readonly CategoryRecall[];
}

const stepRecords = 1 << 16;

/**
 * `scorers`: all together first. `threshold`: the score a finding begins at. Yields the share done, every 65,536 records that are
 * scored; sorting ten million scores in between takes about a second.
 */
export function* evaluateLog(
  scorers: readonly RecordScorer[],
  threshold: number,
  known: KnownRecords,
): Generator<number, LogEvaluation> {
  const detectors: DetectorMeasures[] = [];
  const curves: Curves[] = [];
  for (const [place, scorer] of scorers.entries()) {
    const scores = yield* scoresOf(scorer, known, place / scorers.length, 1 / scorers.length);
    const flagged = Uint8Array.from(scores, (score) => Number(isFound(score, threshold)));
    const judged = { abnormal: known.abnormal, flagged, scores };
    const levels = new ScoreLevels(judged);
    yield (place + 1) / scorers.length;
    detectors.push({ detector: scorer.detector, ...measure(judged, levels) });
    curves.push(curvesOf(levels));
  }
  return {
    threshold,
    records: known.abnormal.length,
    abnormal: known.abnormal.reduce((sum, each) => sum + each, 0),
    detectors,
    curves,
    categories: recallByCategory(scorers[0], known, threshold),
  };
}

function* scoresOf(
  scorer: RecordScorer,
  { rows, abnormal: { length } }: KnownRecords,
  done: number,
  part: number,
): Generator<number, Float64Array> {
  const scores = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    scores[row] = scorer.scoreOf((rows === null ? row : rows[row]) as RecordIndex);
    if ((row + 1) % stepRecords === 0) yield done + part * (row / length);
  }
  return scores;
}

function recallByCategory(
  scorer: RecordScorer,
  { byCategory }: KnownRecords,
  threshold: number,
): CategoryRecall[] {
  return [...byCategory]
    .map(([category, records]) => ({
      category,
      abnormal: records.size,
      found: [...records].filter((record) => isFound(scorer.scoreOf(record as RecordIndex), threshold))
        .length,
    }))
    .sort((a, b) => (a.category < b.category ? -1 : 1));
}

function isFound(score: number, threshold: number): boolean {
  return score > 0 && score >= threshold;
}
