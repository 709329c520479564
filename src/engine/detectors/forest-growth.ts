import type { DistinctRows } from '../features/distinct-rows';
import { extremeRecords } from '../features/extreme-records';
import { RecordFeatures, valueOfCode } from '../features/record-features';
import { FlatForest } from './flat-forest';
import { sampleIndices } from './sample-indices';
import { growTree } from './tree-growth';

const trees = 100;
const rowsPerTree = 256;
const ordinaryUpTo = 0.5;
const ordinaryTrace = 0.1;
/** The highest score of what is ordinary. */
export const ordinaryScore = ordinaryUpTo * ordinaryTrace;
const blockRows = 4096;

/** A record that is known by its features alone. */
interface CodedRow {
  readonly codes: readonly number[];
}

/** What stands for records of good logs that are not read. */
export interface PriorRows {
  readonly counts: { readonly records: number };
  /** Drawn from them by chance. */
  readonly sample: readonly CodedRow[];
  readonly strangest: readonly CodedRow[];
}

/**
 * Each sample holds the extremes of every column, the rest is drawn at random. Of a column that is nearly
 * always the same (most are) 256 rows drawn from millions would show no second value, no tree would cut
 * there, and the one record that is different could not be told from the others.
 */
export function* growForest(
  features: RecordFeatures,
  distinct: DistinctRows,
  ids: Uint32Array,
  random: () => number,
  prior?: PriorRows,
): Generator<void, FlatForest> {
  const known = prior === undefined || prior.sample.length === 0 ? undefined : prior;
  const total = ids.length + (known?.counts.records ?? 0);
  const extremes = [...extremeRecords(features, distinct), ...extremesOf(features, known, ids.length)];
  const sampleSize = Math.min(rowsPerTree, total);
  const forest = new FlatForest(sampleSize);
  const width = RecordFeatures.width;
  const rows = new Float64Array(sampleSize * width);
  for (let tree = 0; tree < trees; tree++) {
    const drawn = sampleIndices(total, sampleSize, random);
    [...extremes, ...drawn.slice(extremes.length)].slice(0, sampleSize).forEach((at, i) => {
      const row = rows.subarray(i * width, (i + 1) * width);
      if (at < ids.length) features.write(distinct, ids[at], row);
      else writeCodes(rowBehind(known, at - ids.length), row);
    });
    forest.add(growTree(rows, width, sampleSize, random));
    yield;
  }
  return forest;
}

/** One score a distinct row. */
export function* scoreDistinct(
  forest: FlatForest,
  features: RecordFeatures,
  distinct: DistinctRows,
): Generator<void, Float32Array> {
  const width = RecordFeatures.width;
  const all = new Float32Array(distinct.count);
  const rows = new Float64Array(blockRows * width);
  for (let first = 0; first < all.length; first += blockRows) {
    const count = Math.min(blockRows, all.length - first);
    for (let i = 0; i < count; i++)
      features.write(distinct, first + i, rows.subarray(i * width, (i + 1) * width));
    const scores = new Float64Array(count);
    forest.scoreRows(rows, width, scores);
    all.set(scores.map(scoreOf), first);
    yield;
  }
  return all;
}

/** The same of rows that are known by their codes. */
export function scoreKnown(forest: FlatForest, known: readonly CodedRow[]): Float32Array {
  const width = RecordFeatures.width;
  const rows = new Float64Array(known.length * width);
  known.forEach((row, i) => {
    writeCodes(row, rows.subarray(i * width, (i + 1) * width));
  });
  const scores = new Float64Array(known.length);
  if (known.length > 0) forest.scoreRows(rows, width, scores);
  return Float32Array.from(scores, scoreOf);
}

/**
 * The paper's score as this detector's own: from 0.5, where the ordinary ends, straight to 1. Below, a
 * trace of it is left, so that records can still be put in order where nothing stands out.
 */
function scoreOf(anomaly: number): number {
  return Math.max(anomaly * ordinaryTrace, (anomaly - ordinaryUpTo) / (1 - ordinaryUpTo));
}

/** Of a baseline's strangest rows the one furthest from the typical in each column, numbered behind the sample's. */
function extremesOf(features: RecordFeatures, prior: PriorRows | undefined, first: number): number[] {
  if (prior === undefined) return [];
  const found = new Set<number>();
  for (let column = 0; column < RecordFeatures.width; column++) {
    let furthest = 0;
    let best = -1;
    prior.strangest.forEach(({ codes }, i) => {
      const distance = Math.abs(valueOfCode(codes[column], column) - features.typical[column]);
      if (distance <= furthest) return;
      furthest = distance;
      best = i;
    });
    if (best >= 0) found.add(first + prior.counts.records + best);
  }
  return [...found];
}

/** Records drawn stand for rows of the sample, as it was drawn by chance itself; numbers beyond them for the strangest. */
function rowBehind(prior: PriorRows | undefined, at: number): CodedRow {
  if (prior === undefined) throw new Error('a row was drawn that no log has');
  const { counts, sample, strangest } = prior;
  return at < counts.records ? sample[at % sample.length] : strangest[at - counts.records];
}

function writeCodes({ codes }: CodedRow, row: Float64Array): void {
  for (let column = 0; column < row.length; column++) row[column] = valueOfCode(codes[column], column);
}
