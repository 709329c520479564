import type { Sentence } from '../model/finding';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { FeatureContext } from './feature';
import { features } from './feature-table';
import type { TemplateStatistics } from './template-statistics';

/** Records, evenly spread, that the typical values are taken from. */
const typicalSample = 4096;

/**
 * Rows of features from the columns alone, without the log's bytes. Row-major `Float64Array`, one column
 * a feature in the order of the feature table; never NaN: the log's median stands in for what is missing.
 */
export class RecordFeatures {
  static readonly width = features.length;
  /** The log's median of each feature; 0 where no record has it. */
  readonly typical: Float64Array;
  private readonly context: FeatureContext;

  constructor(records: RecordTable, templates: TemplateStatistics) {
    this.context = { records, templates, sourceStart: 0, sourceEnd: 0 };
    this.typical = this.mediansOfSample();
  }

  /** Rows of the records `first` to `end - 1`, from the start of `rows`. */
  fill(first: number, end: number, rows: Float64Array): void {
    for (let from = first; from < end; ) {
      this.enterSource(from as RecordIndex);
      const to = Math.min(end, this.context.sourceEnd);
      this.fillWithinSource(from, to, rows, (from - first) * RecordFeatures.width);
      from = to;
    }
  }

  row(record: RecordIndex): Float64Array {
    const row = new Float64Array(RecordFeatures.width);
    this.fill(record, record + 1, row);
    return row;
  }

  describe(column: number, record: RecordIndex): Sentence {
    this.enterSource(record);
    return features[column].describe(this.context, record, this.typical[column]);
  }

  private fillWithinSource(from: number, to: number, rows: Float64Array, offset: number): void {
    for (let column = 0; column < features.length; column++) {
      const feature = features[column];
      for (let record = from, at = offset + column; record < to; record++, at += features.length) {
        const value = feature.value(this.context, record as RecordIndex);
        rows[at] = Number.isFinite(value) ? rounded(value, feature.resolution) : this.typical[column];
      }
    }
  }

  private enterSource(record: RecordIndex): void {
    const { context } = this;
    if (record >= context.sourceStart && record < context.sourceEnd) return;
    const source = context.records.sources[context.records.sourceOfRecord(record)];
    context.sourceStart = source.firstRecord;
    context.sourceEnd = source.firstRecord + source.records;
  }

  private mediansOfSample(): Float64Array {
    const count = this.context.records.recordCount;
    const stride = Math.max(1, Math.floor(count / typicalSample));
    const values = features.map((): number[] => []);
    for (let record = 0; record < count; record += stride) {
      this.enterSource(record as RecordIndex);
      features.forEach((feature, column) => {
        const value = feature.value(this.context, record as RecordIndex);
        if (Number.isFinite(value)) values[column].push(rounded(value, feature.resolution));
      });
    }
    return Float64Array.from(values, median);
  }
}

function rounded(value: number, resolution: number): number {
  return Math.round(value / resolution) * resolution;
}

/** The lower of the two middle values of an even number; 0 of none. */
function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted.length === 0 ? 0 : sorted[(sorted.length - 1) >>> 1];
}
