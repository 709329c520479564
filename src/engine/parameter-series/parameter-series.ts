import type { ParameterType } from '../model/analysis';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex, TemplateId } from '../model/units';
import type { RecordCutter } from '../records/record-cutter';
import type { SourceTexts } from '../records/source-texts';
import type { TimeBins } from '../shape/time-bins';
import type { TimeIndex } from '../shape/time-index';
import type { TimeWindow } from '../shape/time-window';
import type { QuantityUnit } from '../templates/quantity';
import type { TemplateMiner } from '../templates/template-miner';
import { scaled } from '../triage/progress';
import { type BinnedNumbers, binNumbers } from './number-bins';
import { binRecords } from './record-bins';
import { sampleRecords } from './sampled-records';
import { type SampledNumbers, SampledValues } from './sampled-values';

export interface ParameterQuestion {
  readonly window: TimeWindow;
  readonly template: TemplateId;
  /** Index in the template's parameters. */
  readonly parameter: number;
  /** At most so many. */
  readonly bins: number;
}

/** What cutting values needs. */
export interface ParameterReading {
  readonly records: RecordTable;
  readonly miner: Pick<TemplateMiner, 'signatureCount' | 'templateOf' | 'template'>;
  readonly cutter: Pick<RecordCutter, 'values'>;
  readonly texts: SourceTexts;
}

export interface ParameterShape {
  readonly type: ParameterType;
  /** Records of the template in the window, and those of them that were looked at. */
  readonly records: number;
  readonly lookedAt: number;
  /** Undefined where the values are no numbers of one kind. */
  readonly numbers: NumberSeries | undefined;
  /** The commonest values. */
  readonly top: readonly { readonly value: string; readonly count: number; readonly line: LineIndex }[];
  /** Different values among those looked at. */
  readonly distinct: number;
}

export interface NumberSeries extends Omit<BinnedNumbers, 'recordOfMax'> {
  readonly unit: QuantityUnit;
  /** Undefined where the records have no times: bins are then equal stretches of the records. */
  readonly bins: TimeBins | undefined;
  /** Where the record of each bin's highest value begins; 0 in bins without a value. */
  readonly lineOfMax: Uint32Array;
}

/** About 10 µs each. */
const mostRecords = 20_000;
const mostTop = 20;
/** About 5 ms of cutting. */
const recordsAStep = 512;
/** Of the work, before values are cut. */
const sampledShare = 0.3;

/** The values of one parameter over time, from up to 20,000 records evenly spread; yields the share done. Throws where the template has no such parameter. */
export function* parameterSeries(
  question: ParameterQuestion,
  index: TimeIndex,
  { records: table, miner, cutter, texts }: ParameterReading,
): Generator<number, ParameterShape> {
  const { template, parameter, window, bins } = question;
  const known = miner.template(template).parameters[parameter];
  if (known === undefined) throw new RangeError(`template ${template} has no parameter ${parameter}`);
  const sampling = sampleRecords(table, index, miner, template, window, mostRecords);
  const { records, total } = yield* scaled(sampling, 0, sampledShare);
  const values = new SampledValues(known.type);
  for (const [i, record] of records.entries()) {
    values.add(record, cutter.values(record, texts)[parameter] ?? '');
    if ((i + 1) % recordsAStep === 0) yield sampledShare + (1 - sampledShare) * (i / records.length);
  }
  const lineOf = (record: RecordIndex) => table.firstLine.get(record) as LineIndex;
  const { numbers, distinct } = values;
  return {
    type: known.type,
    records: total,
    lookedAt: records.length,
    numbers: numbers && seriesOf(table, numbers, window.clockOffsets, bins),
    top: values
      .commonest(mostTop)
      .map(({ value, count, record }) => ({ value, count, line: lineOf(record) })),
    distinct,
  };
}

function seriesOf(
  table: RecordTable,
  numbers: SampledNumbers,
  clockOffsets: TimeWindow['clockOffsets'],
  most: number,
): NumberSeries {
  const { bins, count, binOf } = binRecords(table, numbers.records, clockOffsets, most);
  const { recordOfMax, ...binned } = binNumbers(numbers, binOf, count);
  const lineOfMax = Uint32Array.from(recordOfMax, (record) => (record < 0 ? 0 : table.firstLine.get(record)));
  return { unit: numbers.unit, bins, ...binned, lineOfMax };
}
