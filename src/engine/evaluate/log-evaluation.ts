import type { DetectorId } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { type KnownRecords, knownRecords, type LineLabel } from './known-lines';
import { type Measures, measure } from './measures';

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

/** What was found in a log, held to what is known of it; rows are records. */
export interface LogEvaluation {
  readonly threshold: number;
  readonly records: number;
  readonly abnormal: number;
  /** All together first, then one by one. */
  readonly detectors: readonly DetectorMeasures[];
  /** By name; empty where the labels name none. */
  readonly categories: readonly CategoryRecall[];
}

/** `scorers`: all together first. `threshold`: the score a finding begins at. Yields the share done. */
export function* evaluateLog(
  records: RecordTable,
  scorers: readonly RecordScorer[],
  threshold: number,
  labels: readonly LineLabel[],
): Generator<number, LogEvaluation> {
  const known = knownRecords(records, labels);
  const detectors: DetectorMeasures[] = [];
  for (const scorer of scorers) {
    detectors.push({ detector: scorer.detector, ...measuresOf(scorer, known, threshold) });
    yield detectors.length / scorers.length;
  }
  return {
    threshold,
    records: known.abnormal.length,
    abnormal: known.abnormal.reduce((sum, each) => sum + each, 0),
    detectors,
    categories: recallByCategory(scorers[0], known, threshold),
  };
}

function measuresOf(scorer: RecordScorer, { abnormal }: KnownRecords, threshold: number): Measures {
  const scores = Float64Array.from(abnormal, (_, record) => scorer.scoreOf(record as RecordIndex));
  const flagged = Uint8Array.from(scores, (score) => Number(isFound(score, threshold)));
  return measure({ abnormal, flagged, scores });
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
