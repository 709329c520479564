import { growForest, scoreDistinct } from '../detectors/forest-growth';
import type { DistinctRows } from '../features/distinct-rows';
import { RecordFeatures } from '../features/record-features';
import type { TemplateStatistics } from '../features/template-statistics';
import type { SourceRow } from '../model/record-table';
import { seededRandom } from '../model/seeded-random';
import { textHash } from '../templates/text-hash';
import type { FeatureCodes, SampleRow, StrangeRow } from './baseline-model';

const stepRecords = 1 << 16;
const sampleSize = 512;
/** In fewer records nothing is strange, as the forest says. */
const fewestRecords = 20;
const scoreScale = 1000;

export interface LearnedRows {
  /** By signature, where the log has it. */
  readonly strangest: ReadonlyMap<number, StrangeRow>;
  readonly sample: readonly SampleRow[];
}

/** What the records of one source look like to the isolation forest. Yields now and then. */
export function* learnRows(
  source: SourceRow,
  templates: TemplateStatistics,
  seed: number,
): Generator<void, LearnedRows> {
  const { records } = templates;
  if (source.records < fewestRecords) return { strangest: new Map(), sample: [] };
  const features = new RecordFeatures(records, templates);
  const ids = new Uint32Array(records.recordCount);
  const rows = yield* features.distinctRows(ids);
  const forest = yield* growForest(features, rows, ids, seededRandom(seed));
  const scores = yield* scoreDistinct(forest, features, rows);
  const strangest = new Map<number, number>();
  const draw = new Draw(source, templates);
  const end = source.firstRecord + source.records;
  for (let record = source.firstRecord as number; record < end; record++) {
    const signature = records.signature.get(record);
    const known = strangest.get(signature);
    if (known === undefined || scores[ids[record]] > scores[known]) strangest.set(signature, ids[record]);
    draw.offer(record - source.firstRecord, ids[record]);
    if (record % stepRecords === 0) yield;
  }
  return {
    strangest: new Map([...strangest].map(([signature, row]) => [signature, strangeRow(rows, row, scores)])),
    sample: draw.finish().map(({ key, row }) => ({ key, codes: codesOf(rows, row) })),
  };
}

function strangeRow(rows: DistinctRows, row: number, scores: Float32Array): StrangeRow {
  return { score: Math.round(scores[row] * scoreScale), codes: codesOf(rows, row) };
}

function codesOf(rows: DistinctRows, row: number): FeatureCodes {
  return Array.from({ length: RecordFeatures.width }, (_, column) => rows.code(row, column));
}

interface Drawn {
  readonly key: number;
  readonly row: number;
}

/** Keeps the records with the lowest keys: a sample of several logs is that of what each keeps (Cohen, Kaplan 2007). */
class Draw {
  private readonly seed: { readonly hi: number; readonly lo: number };
  private drawn: Drawn[] = [];
  private highest = Number.POSITIVE_INFINITY;

  constructor(source: SourceRow, { mined }: TemplateStatistics) {
    this.seed = textHash(`${source.records} ${source.bytes} ${mined.signatureCount}`);
  }

  offer(at: number, row: number): void {
    const key = keyOf(this.seed, at);
    if (key >= this.highest) return;
    this.drawn.push({ key, row });
    if (this.drawn.length >= 4 * sampleSize) this.prune();
  }

  finish(): readonly Drawn[] {
    this.prune();
    return this.drawn;
  }

  private prune(): void {
    this.drawn = this.drawn.sort((a, b) => a.key - b.key).slice(0, sampleSize);
    if (this.drawn.length === sampleSize) this.highest = this.drawn[sampleSize - 1].key;
  }
}

/** 48 bits. */
function keyOf({ hi, lo }: { readonly hi: number; readonly lo: number }, at: number): number {
  return mixed(hi ^ Math.imul(at, 0x9e3779b1)) * 0x10000 + (mixed(lo ^ Math.imul(at, 0x85ebca77)) >>> 16);
}

function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
