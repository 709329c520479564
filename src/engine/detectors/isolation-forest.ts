import type { KnownRow } from '../baseline/baseline-prior';
import { RecordFeatures } from '../features/record-features';
import type { TemplateStatistics } from '../features/template-statistics';
import type { Reason, Sentence } from '../model/finding';
import { seededRandom } from '../model/seeded-random';
import type { RecordIndex } from '../model/units';
import type { Detector, DetectorInput } from './detector';
import type { FlatForest } from './flat-forest';
import { growForest, ordinaryScore, scoreDistinct, scoreKnown } from './forest-growth';
import { detectorPatterns } from './sentences';

/** With fewer records a tree cannot tell the strange from the merely different. */
const fewestRecords = 20;
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

  *learn({ records, templates, seed, prior }: DetectorInput): Generator<void, Sentence | undefined> {
    const count = templates.recordCount;
    if (count < fewestRecords)
      return { pattern: detectorPatterns.forestTooFew, values: [count, fewestRecords] };
    this.features = new RecordFeatures(records, templates);
    this.ids = new Uint32Array(records.recordCount);
    const rows = yield* this.features.distinctRows(this.ids);
    this.forest = yield* growForest(this.features, rows, this.ids, seededRandom(seed), prior);
    this.rowScores = yield* scoreDistinct(this.forest, this.features, rows);
    if (templates.baselineRecords > 0) yield* this.gatherBaseline(templates, this.forest, prior?.strangest);
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

  private *gatherBaseline(
    templates: TemplateStatistics,
    forest: FlatForest,
    known: readonly KnownRow[] = [],
  ): Generator<void, void> {
    const strangest = new Float32Array(templates.templateLimit);
    scoreKnown(forest, known).forEach((score, i) => {
      const template = templates.templateOfSignature[known[i].signature];
      strangest[template] = Math.max(strangest[template], score);
    });
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
