import type { RecordTable } from '../../model/record-table';
import type { RecordIndex, SourceIndex, TemplateId } from '../../model/units';
import type { RecordCutter, RereadSource } from '../../records/record-cutter';
import type { SourceTexts } from '../../records/source-texts';
import type { TemplateMiner } from '../../templates/template-miner';
import { templatesOfSignatures } from '../mined-templates';
import { CutValues } from './cut-values';
import { firstLinesOf } from './first-line-blocks';
import { RecordValues, type ValueTemplates } from './record-values';
import { type Stretch, stretchesOf } from './stretches';
import { ValueColumns } from './value-columns';
import { ValueRows } from './value-rows';
import type { ValueSource } from './value-source';
import type { ValueTable } from './value-table';

/**
 * Records looked at where lines are read as they stand (two to five microseconds each): of up to so many all, of more
 * ever fewer, since what values cost must stay a small part of what the analysis does …
 */
const mostRead = 60_000;
const fewestRead = 30_000;
const readStretch = 2_000;
/** … and where each must be cut from what wraps it (ten times that). */
const mostCut = 20_000;
const cutStretch = 500;
const cutsAStep = 500;

/** What values are cut from. */
export interface ValueLog {
  readonly records: RecordTable;
  /** One a source, in the order they were opened. */
  readonly readers: readonly RereadSource[];
  readonly miner: Pick<TemplateMiner, 'signatureCount' | 'templateOf' | 'template'>;
  readonly cutter: RecordCutter;
  readonly texts: SourceTexts;
}

/** The values of all sources of a session, gathered when they are first asked for. */
export class LogValues implements ValueSource {
  known: ValueTable | undefined;

  constructor(private readonly log: ValueLog) {}

  *table(): Generator<void, ValueTable> {
    this.known ??= yield* this.gather();
    return this.known;
  }

  private *gather(): Generator<void, ValueTable> {
    const { records, miner, readers } = this.log;
    const templates = valueTemplates(records, miner);
    const columns = new ValueColumns();
    const rows = new ValueRows();
    const read = new RecordValues(templates, columns, rows);
    const cut = new CutValues(templates, columns, rows);
    for (const stretch of this.stretches()) {
      if (rows.isFull) break;
      const lines = readers[stretch.source].firstLines;
      if (lines === undefined) yield* this.cutRecords(stretch, cut);
      else
        yield* firstLinesOf(stretch, records, readers[stretch.source], this.log.texts, (record, ...line) =>
          read.add(record, lines, ...line),
        );
    }
    return rows.finish(columns, records.recordCount);
  }

  private *cutRecords({ from, to }: Stretch, values: CutValues): Generator<void, void> {
    const { cutter, texts } = this.log;
    for (let record = from as number; record < to; record++) {
      const at = record as RecordIndex;
      values.add(at, cutter.cut(at, texts).fields, cutter.values(at, texts));
      if (record % cutsAStep === 0) yield;
    }
  }

  /** In the order of records. */
  private stretches(): Stretch[] {
    const { records, readers } = this.log;
    const sources = records.sources.map((source, index) => ({ ...source, index }));
    const isRead = (index: number) => readers[index as SourceIndex].firstLines !== undefined;
    const read = stretchesOf(
      sources.filter(({ index }) => isRead(index)),
      Math.max(fewestRead, Math.min(mostRead, mostRead ** 2 / records.recordCount)),
      readStretch,
    );
    const cut = stretchesOf(
      sources.filter(({ index }) => !isRead(index)),
      mostCut,
      cutStretch,
    );
    return [...read, ...cut].sort((a, b) => a.from - b.from);
  }
}

function valueTemplates(records: RecordTable, miner: ValueLog['miner']): ValueTemplates {
  const templateOfSignature = templatesOfSignatures(miner);
  return {
    templateOfRecord: (record) => templateOfSignature[records.signature.get(record)] as TemplateId,
    tokensOf: (template) => miner.template(template).tokens,
  };
}
