import type { Field } from '../formats/format';
import { Level, type LevelName, levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type { LineIndex, RecordIndex, SignatureId, TemplateId } from '../model/units';
import type { TemplatePattern } from '../templates/corrections/correction';
import type { TemplateMiner } from '../templates/template-miner';
import { parameterNames } from './parameter-names';
import type { RecordCutter } from './record-cutter';
import type { SourceTexts } from './source-texts';

/** What the columns know of a line's record. */
export interface RecordFacts {
  /** First and last line of the record, through all sources. */
  readonly first: LineIndex;
  readonly last: LineIndex;
  /** Nanoseconds since the epoch in decimal, or null. */
  readonly time: string | null;
  readonly level: LevelName;
  readonly template: TemplateId;
}

/** The same, and what only the record's text knows. */
export interface DetailedRecord extends RecordFacts {
  readonly fields: readonly Field[];
  /** What the template is called, or its pattern. */
  readonly title: string;
  readonly pieces: TemplatePattern;
  readonly parameters: readonly Field[];
}

/** Records by level in equal stretches of the lines. */
export interface LevelCounts {
  readonly errors: readonly number[];
  readonly warnings: readonly number[];
  readonly others: readonly number[];
}

/** Tells of single lines what the table, the templates and the text know. */
export class LineFactsOf {
  constructor(
    private readonly records: RecordTable,
    private readonly miner: Pick<TemplateMiner, 'templateOf' | 'template'>,
    private readonly cutter: Pick<RecordCutter, 'cut' | 'values'>,
  ) {}

  /** Undefined of a line that belongs to no record: blank, before the first one, or not read. */
  facts(line: LineIndex): RecordFacts | undefined {
    const record = this.recordOf(line);
    return record === undefined ? undefined : this.factsOf(record);
  }

  /** The same; the record's text is read back. */
  details(line: LineIndex, texts: SourceTexts): DetailedRecord | undefined {
    const record = this.recordOf(line);
    if (record === undefined) return undefined;
    const facts = this.factsOf(record);
    const template = this.miner.template(facts.template);
    const values = this.cutter.values(record, texts);
    const named = parameterNames(template).map((name, i) => ({ name, value: values[i] ?? '' }));
    return {
      ...facts,
      fields: this.cutter.cut(record, texts).fields,
      title: template.name ?? template.pattern,
      pieces: template.pieces,
      parameters: named.filter(({ value }) => value !== ''),
    };
  }

  private recordOf(line: LineIndex): RecordIndex | undefined {
    const { records } = this;
    if (line < 0 || line >= records.lineCount) return undefined;
    // Behind the logs stand their baselines: no line of the view, which may have more lines than were read.
    const isOfLog = records.sources[records.sourceOfLine(line)].role === 'log';
    return isOfLog ? records.recordOfLine(line) : undefined;
  }

  private factsOf(record: RecordIndex): RecordFacts {
    const { records, miner } = this;
    return {
      first: records.firstLine.get(record) as LineIndex,
      last: records.lastLine(record),
      time: records.time.nanosecondsText(record),
      level: levelName(records.levelAt(record)),
      template: miner.templateOf(records.signature.get(record) as SignatureId),
    };
  }
}

/** Of the logs' records, baselines left out; each counts where it begins. Yields the share done. */
export function* levelCounts(
  records: RecordTable,
  lines: number,
  stretches: number,
  placeOf?: Uint32Array,
): Generator<number, LevelCounts> {
  const counts = { errors: zeros(stretches), warnings: zeros(stretches), others: zeros(stretches) };
  const stepRecords = 1 << 16;
  const linesAStretch = Math.max(1, lines) / stretches;
  for (const source of records.sources) {
    if (source.role !== 'log') continue;
    const end = source.firstRecord + source.records;
    for (let record: number = source.firstRecord; record < end; record++) {
      const line = records.firstLine.get(record);
      const stretch = Math.min(stretches - 1, Math.floor((placeOf?.[line] ?? line) / linesAStretch));
      const level = records.level.get(record);
      if (level >= Level.error) counts.errors[stretch]++;
      else if (level === Level.warn) counts.warnings[stretch]++;
      else counts.others[stretch]++;
      if (record % stepRecords === 0) yield record / records.recordCount;
    }
  }
  return counts;
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}
