import type { KnownColumn } from '../../baseline/baseline-model';
import type { ValueColumn } from '../../features/values/value-columns';
import type { ValueTable } from '../../features/values/value-table';
import type { ParameterType } from '../../model/analysis';
import type { Reason, Sentence } from '../../model/finding';
import type { RecordIndex } from '../../model/units';
import type { Detector, DetectorInput } from '../detector';
import { newcomers } from './closed-set';
import { type ColumnCells, cellsOf, NumbersOfValues } from './column-cells';
import { outliers } from './outliers';
import { type Oddity, reasonOf } from './parameter-reason';
import { binned, hasUnit, knownColumns, priorKinds, priorSpread } from './prior-values';
import { parameterPatterns } from './sentences';
import { fewestNumbers, numberSpread } from './tail-fit';

/** Cells judged between two yields. */
const cellsAStep = 1 << 16;
/** Decades at which a newcomer's score is a half: in a column that always had one value, the 300th record. */
const halfOfNewcomer = 3.3;
/** Decades by which a number lies beyond all that its tail gives, at which its score is a half. */
const halfOfOutlier = 3;
/** A value is one witness: beside no other it makes no critical finding. */
const highestScore = 0.85;
/** Two decades: every column has such values, and beside another reason they would add up. */
const leastScore = 0.35;

/** Texts and places have no size. */
const unmeasured: ReadonlySet<ParameterType | undefined> = new Set<ParameterType>([
  'path',
  'url',
  'quoted',
  'ip',
  'uuid',
  'email',
  'time',
  'hex',
]);

/** Values far from their history: numbers beyond their column's tail, and values of a closed set that never were. */
export class ParameterDetector implements Detector {
  readonly id = 'parameter';
  private readonly oddities = new Map<number, Oddity>();
  private table: ValueTable | undefined;

  *learn(input: DetectorInput): Generator<void, Sentence | undefined> {
    const table = yield* input.values.table();
    this.table = table;
    const numbers = new NumbersOfValues(table);
    const knownOf = knownColumns(table, input.prior);
    let cells = 0;
    for (const column of table.columns) {
      // A header's unnamed columns are processes, threads and other clocks.
      if (column.kind === 'header') continue;
      const own = cellsOf(table, column, input.records.sources);
      const prior = knownOf(column.id);
      if (own.values.length + (prior?.count ?? 0) < fewestNumbers) continue;
      this.judgeSet(own, column, table, prior);
      if (!unmeasured.has(column.type))
        this.judgeNumbers(own, column, numbers.of(own, column), spreadKnown(prior, own, column, table));
      cells += own.values.length;
      if (cells > cellsAStep) yield;
      cells %= cellsAStep;
    }
    return table.valueCount === 0 ? { pattern: parameterPatterns.noValues, values: [] } : undefined;
  }

  scoreOf(record: RecordIndex): number {
    return this.oddities.get(record)?.score ?? 0;
  }

  explain({ records }: DetectorInput, record: RecordIndex, score: number): Reason {
    const oddity = this.oddities.get(record);
    if (oddity === undefined || this.table === undefined)
      throw new Error('explain was called for a score of 0');
    return reasonOf(oddity, score, this.table, records);
  }

  private judgeSet(
    cells: ColumnCells,
    column: ValueColumn,
    table: ValueTable,
    known: KnownColumn | undefined,
  ): void {
    // What was no set in the good logs is none.
    if (known?.set === null) return;
    const prior = known === undefined ? undefined : priorKinds(known.set, table, cells);
    for (const newcomer of newcomers({ ...cells, prior })) {
      const score = scoreOfDecades(newcomer.decades, halfOfNewcomer);
      if (score < leastScore) continue;
      for (const place of newcomer.places)
        this.note(cells.records[place], { kind: 'newcomer', score, column, cells, place, newcomer });
    }
  }

  private judgeNumbers(
    cells: ColumnCells,
    column: ValueColumn,
    own: Float64Array | undefined,
    prior: KnownColumn['numbers'],
  ): void {
    if (own === undefined) return;
    const read = own.subarray(0, cells.known);
    const fromPrior = prior === null ? undefined : priorSpread(prior, read);
    const spread = fromPrior ?? numberSpread(cells.known >= fewestNumbers ? read : own);
    if (spread === undefined) return;
    const numbers = fromPrior === undefined ? own : binned(own);
    const unit = fromPrior === undefined ? undefined : prior?.unit;
    for (const { place, decades } of outliers(numbers, cells.known, spread)) {
      const score = scoreOfDecades(decades, halfOfOutlier);
      if (score < leastScore) continue;
      this.note(cells.records[place], { kind: 'outlier', score, column, cells, place, spread, unit });
    }
  }

  /** The strongest of a record counts. */
  private note(record: number, oddity: Oddity): void {
    const known = this.oddities.get(record);
    if (known === undefined || known.score < oddity.score) this.oddities.set(record, oddity);
  }
}

/** The numbers a learned baseline knows of the column, where they are of its kind. */
function spreadKnown(
  known: KnownColumn | undefined,
  cells: ColumnCells,
  column: ValueColumn,
  table: ValueTable,
): KnownColumn['numbers'] {
  const numbers = known?.numbers ?? null;
  return numbers !== null && hasUnit(numbers, column, table, cells) ? numbers : null;
}

/** In single precision, as detectors give scores. */
function scoreOfDecades(decades: number, half: number): number {
  return Math.fround(Math.min(highestScore, 1 - 2 ** -(Math.max(0, decades) / half)));
}
