import type { Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { DistinctRows } from './distinct-rows';
import { type FeatureInput, type FillCodes, missing, type RecordSpan } from './feature';
import { features } from './feature-table';
import type { TemplateStatistics } from './template-statistics';

/** Records, evenly spread, that the typical values are taken from. */
const typicalSample = 4096;
/** Records whose codes are held at once. */
const blockRecords = 4096;
const stepRecords = 1 << 16;

/**
 * Features from the columns alone, without the log's bytes: one code a feature, in the order of the feature table, that
 * is a multiple of its resolution. Never missing: the log's median stands in for what a record does not have.
 */
export class RecordFeatures {
  static readonly width = features.length;
  /** The log's median of each feature; 0 where no record has it. */
  readonly typical: Float64Array;
  private readonly input: FeatureInput;
  private readonly fillers: readonly FillCodes[];
  private readonly block = features.map(() => new Int16Array(blockRecords));
  private readonly typicalCodes: Int16Array;

  constructor(records: RecordTable, templates: TemplateStatistics) {
    this.input = { records, templates };
    this.fillers = features.map((feature) => feature.codes(this.input));
    this.typicalCodes = this.mediansOfSample();
    this.typical = Float64Array.from(this.typicalCodes, valueOfCode);
  }

  /** Writes to `ids` the number of each record's row; yields now and then. */
  *distinctRows(ids: Uint32Array): Generator<void, DistinctRows> {
    const rows = new DistinctRows(RecordFeatures.width);
    for (let first = 0; first < ids.length; first += blockRecords) {
      const end = Math.min(ids.length, first + blockRecords);
      this.codes(first, end);
      for (let record = first; record < end; record++) {
        ids[record] = rows.idOf(this.block, record - first, record);
      }
      if (first % stepRecords === 0) yield;
    }
    return rows;
  }

  /** The values that codes stand for, written to `row`. */
  write(rows: DistinctRows, id: number, row: Float64Array): void {
    for (let column = 0; column < row.length; column++)
      row[column] = valueOfCode(rows.code(id, column), column);
  }

  /** Equal for equal rows. */
  rowKey(record: RecordIndex): string {
    this.codes(record, record + 1);
    return String.fromCharCode(...this.block.map((codes) => codes[0] & 0xffff));
  }

  row(record: RecordIndex): Float64Array {
    this.codes(record, record + 1);
    return Float64Array.from(this.block, (codes, column) => valueOfCode(codes[0], column));
  }

  describe(column: number, record: RecordIndex): Sentence {
    return features[column].describe(this.input, record, this.typical[column]);
  }

  /** Fills the block with the codes of `[first, end)`. */
  private codes(first: number, end: number): void {
    for (let from = first; from < end; ) {
      const span = this.spanFrom(from, end);
      this.fillers.forEach((fill, column) => {
        const codes = this.block[column].subarray(from - first, span.to - first);
        fill(span, codes);
        putTypical(codes, this.typicalCodes[column]);
      });
      from = span.to;
    }
  }

  /** As far as the source goes. */
  private spanFrom(from: number, end: number): RecordSpan {
    const { records } = this.input;
    const { firstRecord, records: count } = records.sources[records.sourceOfRecord(from as RecordIndex)];
    const sourceEnd = firstRecord + count;
    return { from, to: Math.min(end, sourceEnd), sourceStart: firstRecord, sourceEnd };
  }

  private mediansOfSample(): Int16Array {
    const { recordCount } = this.input.records;
    const stride = Math.max(1, Math.floor(recordCount / typicalSample));
    return Int16Array.from(this.fillers, (fill) => {
      const sample: number[] = [];
      const code = new Int16Array(1);
      for (let record = 0; record < recordCount; record += stride) {
        fill(this.spanFrom(record, record + 1), code);
        if (code[0] !== missing) sample.push(code[0]);
      }
      return median(sample);
    });
  }
}

/** What the code of a column stands for. */
export function valueOfCode(code: number, column: number): number {
  return code * features[column].resolution;
}

function putTypical(codes: Int16Array, typical: number): void {
  for (let i = 0; i < codes.length; i++) if (codes[i] === missing) codes[i] = typical;
}

/** The lower of the two middle values of an even number; 0 of none. */
function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[(sorted.length - 1) >>> 1];
}
