import type { NumberSummary, Parameter, ParameterStanding, ParameterSummary } from '../model/analysis';
import { type QuantityUnit, quantityOf } from './quantity';

/** Values told apart; a parameter with more is an id, and which of them is commonest says nothing. */
const mostDistinct = 1000;
const mostTop = 5;
/** Of a value as it is shown and told apart, in UTF-16 units. */
const longestValue = 200;

/** Gathers the values one parameter has over the records looked at. */
export class ParameterValues {
  private readonly counts = new Map<string, number>();
  private readonly numbers: number[] = [];
  private unit: QuantityUnit | undefined;
  private allNumbers = true;
  private overflowed = false;
  private added = 0;

  constructor(private readonly parameter: Parameter) {}

  /** '' is no value: the record was of another shape. */
  add(value: string): void {
    if (value === '') return;
    this.added++;
    this.count(value.slice(0, longestValue));
    if (this.allNumbers) this.addNumber(value);
  }

  /** `isWhole`: all records of the template were looked at. */
  summary(isWhole: boolean): ParameterSummary {
    const { position, type } = this.parameter;
    const top = [...this.counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).slice(0, mostTop);
    return {
      position,
      type,
      distinct: this.counts.size,
      distinctIsExact: isWhole && !this.overflowed,
      numbers: this.allNumbers && this.numbers.length > 0 ? this.numberSummary() : null,
      // Which are commonest is not known where some were not counted.
      top: this.overflowed ? [] : top.map(([value, count]) => ({ value, count })),
    };
  }

  /** Of a value that need not be among those added. */
  standing(value: string): ParameterStanding {
    const shown = value.slice(0, longestValue);
    const known = this.counts.get(shown);
    const equal = known ?? (this.overflowed ? null : 0);
    return { value: shown, of: this.added, ...(this.rank(value) ?? { below: null, equal }) };
  }

  private rank(value: string): { below: number; equal: number } | undefined {
    const quantity = this.allNumbers ? quantityOf(value, this.parameter.type) : undefined;
    if (quantity === undefined || quantity.unit !== this.unit) return undefined;
    let below = 0;
    let equal = 0;
    for (const number of this.numbers) {
      if (number < quantity.value) below++;
      else if (number === quantity.value) equal++;
    }
    return { below, equal };
  }

  private count(value: string): void {
    const known = this.counts.get(value);
    if (known === undefined && this.counts.size >= mostDistinct) this.overflowed = true;
    else this.counts.set(value, (known ?? 0) + 1);
  }

  /** Numbers of two kinds, seconds and bytes, have no order among them. */
  private addNumber(value: string): void {
    const quantity = quantityOf(value, this.parameter.type);
    if (quantity === undefined || (this.unit !== undefined && this.unit !== quantity.unit))
      this.allNumbers = false;
    else {
      this.unit = quantity.unit;
      this.numbers.push(quantity.value);
    }
  }

  private numberSummary(): NumberSummary {
    const sorted = Float64Array.from(this.numbers).sort();
    const quantile = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
    return {
      unit: this.unit ?? null,
      min: sorted[0],
      p50: quantile(0.5),
      p90: quantile(0.9),
      p99: quantile(0.99),
      max: sorted[sorted.length - 1],
    };
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
