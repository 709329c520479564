import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, TemplateId } from '../../model/units';
import type { RecordCutter, RereadSource } from '../../records/record-cutter';
import type { SourceTexts } from '../../records/source-texts';
import type { TemplateMiner } from '../../templates/template-miner';
import { templatesOfSignatures } from '../mined-templates';
import { CutValues } from './cut-values';
import { firstLinesOf } from './first-line-blocks';
import { RecordValues, type ValueTemplates } from './record-values';
import type { Stretch } from './stretches';
import type { ValueColumns } from './value-columns';
import type { ValueRows } from './value-rows';

/** What values are cut from. */
export interface ValueLog {
  readonly records: RecordTable;
  /** One a source, in the order they were opened. */
  readonly readers: readonly RereadSource[];
  readonly miner: Pick<TemplateMiner, 'signatureCount' | 'templateOf' | 'template'>;
  readonly cutter: RecordCutter;
  readonly texts: SourceTexts;
}

/** Who hears of values, record by record. */
export type ValueSink = Pick<ValueRows, 'begin' | 'add' | 'isFull'>;

const cutsAStep = 500;

/** Tells the values of the records of stretches, which are in order; ends early where the sink is full. Yields every few hundred records. */
export function* gatherValues(
  log: ValueLog,
  stretches: Iterable<Stretch>,
  columns: ValueColumns,
  sink: ValueSink,
): Generator<void, void> {
  const { records, readers, texts } = log;
  const templates = valueTemplates(log);
  const read = new RecordValues(templates, columns, sink);
  const cut = new CutValues(templates, columns, sink);
  for (const stretch of stretches) {
    if (sink.isFull) break;
    const lines = readers[stretch.source].firstLines;
    if (lines === undefined) yield* cutRecords(log, stretch, cut);
    else
      yield* firstLinesOf(stretch, records, readers[stretch.source], texts, (record, ...line) =>
        read.add(record, lines, ...line),
      );
  }
}

function* cutRecords(
  { cutter, texts }: ValueLog,
  { from, to }: Stretch,
  values: CutValues,
): Generator<void, void> {
  for (let record = from as number; record < to; record++) {
    const at = record as RecordIndex;
    values.add(at, cutter.cut(at, texts).fields, cutter.values(at, texts));
    if (record % cutsAStep === 0) yield;
  }
}

function valueTemplates({ records, miner }: ValueLog): ValueTemplates {
  const templateOfSignature = templatesOfSignatures(miner);
  return {
    templateOfRecord: (record) => templateOfSignature[records.signature.get(record)] as TemplateId,
    tokensOf: (template) => miner.template(template).tokens,
  };
}
