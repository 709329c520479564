import type { ParameterType } from '../model/analysis';
import type { RecordIndex } from '../model/units';
import { type QuantityUnit, quantityOf } from '../templates/quantity';

/** Of a value as it is shown and told apart, in UTF-16 units. */
const longestValue = 200;

export interface CommonValue {
  readonly value: string;
  readonly count: number;
  /** The first that has it. */
  readonly record: RecordIndex;
}

/** Numbers with their units folded, by the records that have them. */
export interface SampledNumbers {
  readonly unit: QuantityUnit;
  readonly values: readonly number[];
  readonly records: readonly RecordIndex[];
}

/** Gathers the values a parameter has in the records looked at. */
export class SampledValues {
  private readonly counts = new Map<string, { count: number; readonly record: RecordIndex }>();
  private readonly values: number[] = [];
  private readonly records: RecordIndex[] = [];
  private unit: QuantityUnit | undefined;
  private allNumbers = true;

  constructor(private readonly type: ParameterType) {}

  /** '' is no value: the record was of another shape. */
  add(record: RecordIndex, value: string): void {
    if (value === '') return;
    const shown = value.slice(0, longestValue);
    const known = this.counts.get(shown);
    if (known) known.count++;
    else this.counts.set(shown, { count: 1, record });
    if (this.allNumbers) this.addNumber(record, value);
  }

  get distinct(): number {
    return this.counts.size;
  }

  /** Undefined where not all are numbers of one kind: seconds and bytes have no order among them. */
  get numbers(): SampledNumbers | undefined {
    const { values, records, unit } = this;
    return this.allNumbers && unit !== undefined ? { unit, values, records } : undefined;
  }

  /** Of equally common ones those that came first. */
  commonest(most: number): CommonValue[] {
    return [...this.counts]
      .map(([value, { count, record }]) => ({ value, count, record }))
      .sort((a, b) => b.count - a.count || a.record - b.record)
      .slice(0, most);
  }

  private addNumber(record: RecordIndex, value: string): void {
    const quantity = quantityOf(value, this.type);
    const isOfKind = quantity !== undefined && (this.unit === undefined || this.unit === quantity.unit);
    if (!isOfKind || !Number.isFinite(quantity.value)) {
      this.allNumbers = false;
      return;
    }
    this.unit = quantity.unit;
    this.values.push(quantity.value);
    this.records.push(record);
  }
}
