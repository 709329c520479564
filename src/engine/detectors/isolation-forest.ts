import type { DistinctRows } from '../features/distinct-rows';
import { extremeRecords } from '../features/extreme-records';
import { RecordFeatures } from '../features/record-features';
import type { TemplateStatistics } from '../features/template-statistics';
import type { Reason, Sentence } from '../model/finding';
import { seededRandom } from '../model/seeded-random';
import type { RecordIndex } from '../model/units';
import type { Detector, DetectorInput } from './detector';
import { FlatForest } from './flat-forest';
import { sampleIndices } from './sample-indices';
import { detectorPatterns } from './sentences';
import { growTree } from './tree-growth';

const trees = 100;
const rowsPerTree = 256;
/** With fewer records a tree cannot tell the strange from the merely different. */
const fewestRecords = 20;
const ordinaryUpTo = 0.5;
const ordinaryTrace = 0.1;
/** The highest score of what is ordinary. */
const ordinaryScore = ordinaryUpTo * ordinaryTrace;
const blockRows = 4096;
const stepRecords = 1 << 16;

interface Baseline {
  readonly templates: TemplateStatistics;
  /** By template, the highest score of its records in the baseline. */
  readonly strangest: Float32Array;
}

/** How far a record's features set it apart from the others, in few random cuts. */
export class IsolationForestDetector implements Detector {
  readonly id = 'isolation-forest';
  private forest: FlatForest | undefined;
  private features: RecordFeatures | undefined;
  /** Of each record the number of its row, of each row its score. */
  private ids = new Uint32Array();
  private rowScores: Float32Array = new Float32Array();
  private baseline: Baseline | undefined;
  /** By the row's codes; undefined where no column makes it less strange. */
  private readonly deciding = new Map<string, number | undefined>();

  *learn({ records, templates, seed }: DetectorInput): Generator<void, Sentence | undefined> {
    const count = templates.recordCount;
    if (count < fewestRecords)
      return { pattern: detectorPatterns.forestTooFew, values: [count, fewestRecords] };
    this.features = new RecordFeatures(records, templates);
    this.ids = new Uint32Array(count);
    const rows = yield* this.features.distinctRows(this.ids);
    this.forest = yield* grow(this.features, rows, this.ids, seededRandom(seed));
    this.rowScores = yield* scoreRows(this.forest, this.features, rows);
    if (templates.baselineRecords > 0) yield* this.gatherBaseline(templates);
    return undefined;
  }

  /** A record no stranger than one of its template in the baseline is ordinary. */
  scoreOf(record: RecordIndex): number {
    const score = this.rowScores[this.ids[record]];
    if (this.baseline === undefined) return score;
    const { strangest, templates } = this.baseline;
    const isOrdinary = score <= strangest[templates.templateOf(record)];
    return isOrdinary ? Math.min(score, Math.fround(ordinaryScore)) : score;
  }

  private *gatherBaseline(templates: TemplateStatistics): Generator<void, void> {
    const strangest = new Float32Array(templates.templateLimit);
    for (const source of templates.records.sources.filter(({ role }) => role === 'baseline')) {
      const end = source.firstRecord + source.records;
      for (let record = source.firstRecord as number; record < end; record++) {
        const template = templates.templateOf(record as RecordIndex);
        strangest[template] = Math.max(strangest[template], this.rowScores[this.ids[record]]);
        if (record % stepRecords === 0) yield;
      }
    }
    this.baseline = { strangest, templates };
  }

  explain(_input: DetectorInput, record: RecordIndex, score: number): Reason {
    const { forest, features } = this;
    if (forest === undefined || features === undefined) throw new Error('explain was called before learn');
    const column = this.once(features.rowKey(record), () =>
      decidingColumn(forest, features, features.row(record)),
    );
    const message =
      column === undefined
        ? { pattern: detectorPatterns.forestOrdinary, values: [] }
        : features.describe(column, record);
    return { detector: this.id, score, message, evidence: [] };
  }

  private once(key: string, find: () => number | undefined): number | undefined {
    if (!this.deciding.has(key)) this.deciding.set(key, find());
    return this.deciding.get(key);
  }
}

/**
 * Each sample holds the extremes of every column, the rest is drawn at random. Of a column that is nearly
 * always the same (most are) 256 rows drawn from millions would show no second value, no tree would cut
 * there, and the one record that is different could not be told from the others.
 */
function* grow(
  features: RecordFeatures,
  distinct: DistinctRows,
  ids: Uint32Array,
  random: () => number,
): Generator<void, FlatForest> {
  const extremes = extremeRecords(features, distinct);
  const sampleSize = Math.min(rowsPerTree, ids.length);
  const forest = new FlatForest(sampleSize);
  const width = RecordFeatures.width;
  const rows = new Float64Array(sampleSize * width);
  for (let tree = 0; tree < trees; tree++) {
    const drawn = sampleIndices(ids.length, sampleSize, random);
    [...extremes, ...drawn.slice(extremes.length)].forEach((record, i) => {
      features.write(distinct, ids[record], rows.subarray(i * width, (i + 1) * width));
    });
    forest.add(growTree(rows, width, sampleSize, random));
    yield;
  }
  return forest;
}

/** One score a distinct row. */
function* scoreRows(
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

/**
 * The paper's score as this detector's own: from 0.5, where the ordinary ends, straight to 1. Below, a
 * trace of it is left, so that records can still be put in order where nothing stands out.
 */
function scoreOf(anomaly: number): number {
  return Math.max(anomaly * ordinaryTrace, (anomaly - ordinaryUpTo) / (1 - ordinaryUpTo));
}

/** The column whose typical value, put in its place, makes the row least strange; undefined where none makes it less so. */
function decidingColumn(forest: FlatForest, features: RecordFeatures, row: Float64Array): number | undefined {
  let best: number | undefined;
  let lowest = forest.score(row, 0);
  for (let column = 0; column < row.length; column++) {
    const changed = row.slice();
    changed[column] = features.typical[column];
    const score = forest.score(changed, 0);
    if (score < lowest) {
      lowest = score;
      best = column;
    }
  }
  return best;
}
