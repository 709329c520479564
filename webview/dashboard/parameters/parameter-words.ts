import type { NamedParameter } from '../../../src/protocol/dashboard';
import type { ParameterSeries } from '../../../src/protocol/log-shape';
import { quantityText } from '../../../src/protocol/quantity-text';
import { tell } from '../../shared/tell';
import { visibleText } from '../../shared/visible-text';
import type { DataTable } from '../shown';
import { rangeText } from '../time-words';
import { extentOf, type NumberSeries } from './number-shape';
import { commonValues } from './value-bars';

/** One parameter as it is charted. */
export interface ChartedParameter {
  readonly parameter: NamedParameter;
  readonly series: ParameterSeries;
}

/** What is drawn of it: nothing where its values are all the same, or nearly all different. */
export function chartKind({ series }: ChartedParameter): 'numbers' | 'values' | 'none' {
  const extent = series.numbers && extentOf(series.numbers);
  if (extent) return extent.min < extent.max ? 'numbers' : 'none';
  return series.distinct > 1 && commonValues(series).length > 0 ? 'values' : 'none';
}

/** A name is what stands before the value, which may end a part of a sentence. */
export function nameText({ parameter }: ChartedParameter): string {
  return visibleText(parameter.name.replace(/[,;:]+$/, ''));
}

/** What stands beside its name: how far its values go. */
export function valuesText({ series }: ChartedParameter): string {
  const { numbers, distinct, top, lookedAt } = series;
  if (lookedAt === 0) return tell('no record of it lies in the range');
  const extent = numbers && extentOf(numbers);
  const text = (value: number) => quantityText(value, numbers?.unit ?? null);
  if (extent?.min === extent?.max && extent) return tell('always {0}', text(extent.min));
  if (extent)
    return tell('{0} to {1}, usually about {2}', text(extent.min), text(extent.max), text(extent.middle));
  if (distinct === 1 && top.length > 0) return tell('always {0}', visibleText(top[0].value));
  return distinct > top.length
    ? tell('{0} different values or more', distinct)
    : tell('{0} different values', distinct);
}

/** One stretch of a chart, in words; the heading is its time, or its place where there are no times. */
export function stretchWords(numbers: NumberSeries, bin: number, zone: string): readonly string[] {
  const { unit, count, min, p50, p90, max } = numbers;
  const text = (value: number) => quantityText(value, unit);
  return [
    binText(numbers, bin, zone),
    tell('median {0}', text(p50[bin])),
    tell('90 % at most {0}', text(p90[bin])),
    tell('{0} to {1}', text(min[bin]), text(max[bin])),
    tell('values: {0}', count[bin]),
  ];
}

export function parameterTable(charted: ChartedParameter, zone: string): DataTable {
  const { series } = charted;
  const title = nameText(charted);
  return series.numbers ? numberTable(title, series.numbers, zone) : topTable(title, series);
}

/** The whole card in one sentence: of its first chart, and how much was looked at. */
export function parametersSentence(title: string, charted: readonly ChartedParameter[]): string {
  const [first] = charted;
  const { records, lookedAt } = first.series;
  const looked =
    lookedAt < records
      ? tell('Looked at {0} of {1} records, evenly spread.', lookedAt, records)
      : tell('Looked at all {0} records.', records);
  return `${tell('{0} in “{1}”: {2}.', nameText(first), title, valuesText(first))} ${looked}`;
}

function numberTable(title: string, numbers: NumberSeries, zone: string): DataTable {
  const { count, min, p50, p90, max } = numbers;
  const filled = [...count.keys()].filter((bin) => count[bin] > 0);
  const unit = numbers.unit === null ? '' : ` (${numbers.unit})`;
  const number = (heading: string) => ({ title: heading, kind: 'number' as const });
  return {
    title,
    columns: [
      { title: tell('Time'), kind: 'text' },
      number(tell('Values')),
      number(tell('Lowest') + unit),
      number(tell('Median') + unit),
      number(tell('90th percentile') + unit),
      number(tell('Highest') + unit),
    ],
    rows: filled.map((bin) => [
      binText(numbers, bin, zone),
      ...[count, min, p50, p90, max].map((column) => column[bin]),
    ]),
  };
}

function topTable(title: string, { top }: ParameterSeries): DataTable {
  return {
    title,
    columns: [
      { title: tell('Value'), kind: 'text' },
      { title: tell('Count'), kind: 'number' },
    ],
    rows: top.map(({ value, count }) => [value, count]),
  };
}

function binText({ bins, count }: NumberSeries, bin: number, zone: string): string {
  if (!bins) return tell('part {0} of {1}', bin + 1, count.length);
  const from = BigInt(bins.from) + BigInt(bins.width) * BigInt(bin);
  return rangeText(String(from), String(from + BigInt(bins.width)), zone);
}
