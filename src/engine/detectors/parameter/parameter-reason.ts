import type { ValueColumn } from '../../features/values/value-columns';
import type { ValueTable } from '../../features/values/value-table';
import type { Evidence, Reason, Sentence } from '../../model/finding';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex } from '../../model/units';
import type { QuantityUnit } from '../../templates/quantity';
import type { Newcomer } from './closed-set';
import type { ColumnCells } from './column-cells';
import { parameterPatterns } from './sentences';
import type { NumberSpread } from './tail-fit';

interface OddCell {
  readonly score: number;
  readonly column: ValueColumn;
  readonly cells: ColumnCells;
  /** Index among the cells. */
  readonly place: number;
}

/** What is odd about a record's value. */
export type Oddity =
  | (OddCell & { readonly kind: 'newcomer'; readonly newcomer: Newcomer })
  | (OddCell & {
      readonly kind: 'outlier';
      readonly spread: NumberSpread;
      /** Where a learned baseline knows what is usual: no line says it. */
      readonly unit?: QuantityUnit | undefined;
    });

/** What is usual: outliers may be up to a tenth of the numbers. */
const lowShare = 0.05;
const highShare = 0.9;
/** Chars of a value that are told. */
const longestTold = 80;

/** Says the value, what is usual, and a line where it stands. */
export function reasonOf(oddity: Oddity, score: number, table: ValueTable, records: RecordTable): Reason {
  const { cells, place } = oddity;
  const value = told(table, cells, place);
  if (oddity.kind === 'newcomer') {
    const usual = usualPlace(cells, place);
    if (usual === undefined) return reason(score, unknownSentence(oddity, value));
    return reason(
      score,
      setSentence(oddity, value, told(table, cells, usual)),
      evidence(records, cells, usual),
    );
  }
  const { name } = oddity.column;
  const { outlier, unnamedOutlier } = parameterPatterns;
  if (oddity.unit !== undefined) {
    const { sorted, count } = oddity.spread;
    const known = [lowShare, highShare, 0.5].map((share) =>
      quantityText(quantileOf(sorted, share), oddity.unit ?? null),
    );
    return reason(score, named(name, outlier, unnamedOutlier, [value, ...known, count]));
  }
  const at = (share: number) => placeOfQuantile(oddity, table, share);
  const [low, median, high] = [lowShare, 0.5, highShare].map(at);
  const texts = [low, high, median].map((each) => told(table, cells, each));
  const message = named(name, outlier, unnamedOutlier, [value, ...texts, oddity.spread.count]);
  return reason(score, message, evidence(records, cells, median));
}

/** One of two sentences: with the name before the values, or without where the place has none. */
function named(name: string, pattern: string, unnamed: string, values: Sentence['values']): Sentence {
  return name === '' ? { pattern: unnamed, values } : { pattern, values: [name, ...values] };
}

function reason(score: number, message: Sentence, ...found: Evidence[]): Reason {
  return { detector: 'parameter', score, message, evidence: found };
}

/** The log has no other value: only the baseline's are known, by their hashes. */
function unknownSentence(
  { column: { name }, newcomer }: Extract<Oddity, { kind: 'newcomer' }>,
  value: string,
): Sentence {
  return named(name, parameterPatterns.unknown, parameterPatterns.unnamedUnknown, [value, newcomer.others]);
}

/** Two digits: a baseline knows numbers to 1 %. */
function quantityText(value: number, unit: QuantityUnit): string {
  if (unit === 's' && Math.abs(value) < 1) return `${Number((value * 1000).toPrecision(2))} ms`;
  const number = String(Number(value.toPrecision(2)));
  return unit === null ? number : `${number} ${unit}`;
}

function quantileOf(sorted: Float64Array, share: number): number {
  return sorted[Math.ceil(share * sorted.length) - 1];
}

function setSentence(
  { column: { name }, newcomer }: Extract<Oddity, { kind: 'newcomer' }>,
  value: string,
  usual: string,
): Sentence {
  const { others, kinds } = newcomer;
  if (kinds === 1) {
    return named(name, parameterPatterns.changed, parameterPatterns.unnamedChanged, [value, others, usual]);
  }
  const values = [value, others, kinds, usual];
  return named(name, parameterPatterns.newcomer, parameterPatterns.unnamedNewcomer, values);
}

function told(table: ValueTable, { values }: ColumnCells, place: number): string {
  return table.text(values[place]).slice(0, longestTold);
}

/** The last place before this one, or the first behind it, that has the commonest other value; undefined without any. */
function usualPlace({ values }: ColumnCells, place: number): number | undefined {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) counts.set(values[i], (counts.get(values[i]) ?? 0) + 1);
  counts.delete(values[place]);
  if (counts.size === 0) return undefined;
  const [usual] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best));
  for (let i = place - 1; i >= 0; i--) if (values[i] === usual) return i;
  let next = place + 1;
  while (values[next] !== usual) next++;
  return next;
}

/** A place whose number is the quantile, so that it can be told as the log writes it. */
function placeOfQuantile(
  { cells, column, spread }: Extract<Oddity, { kind: 'outlier' }>,
  table: ValueTable,
  share: number,
): number {
  const wanted = quantileOf(spread.sorted, share);
  let place = 0;
  while (table.quantity(cells.values[place], column)?.value !== wanted) place++;
  return place;
}

function evidence(records: RecordTable, cells: ColumnCells, place: number): Evidence {
  const line = records.firstLine.get(cells.records[place]) as LineIndex;
  return {
    source: records.sourceOfLine(line),
    line: records.lineNumber(line),
    note: { pattern: parameterPatterns.usual, values: [] },
  };
}
