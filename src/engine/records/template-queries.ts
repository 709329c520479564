import type { MergeCandidate, RecordParameters, TemplateParameters, TemplateWord } from '../model/analysis';
import { levelName } from '../model/level';
import type { RecordTable } from '../model/record-table';
import type {
  LineIndex,
  LineNumber,
  RecordIndex,
  SignatureId,
  SourceIndex,
  TemplateId,
} from '../model/units';
import type { RecordLine } from '../session-values';
import type { TemplateMiner } from '../templates/template-miner';
import {
  type ParameterSample,
  type ParametersOf,
  parametersOfAll,
  standingParameters,
  summariseParameters,
} from './parameter-summaries';
import type { RecordCutter } from './record-cutter';
import type { SourceTexts } from './source-texts';
import { TemplateRecords } from './template-records';
import { templateWords } from './template-words';

/** Records whose values are cut for one answer. */
const usualSample = 20_000;

/** What can be asked of a session's templates: their lines, their words, the values of their parameters. */
export class TemplateQueries {
  constructor(
    private readonly records: RecordTable,
    private readonly miner: TemplateMiner,
    private readonly cutter: RecordCutter,
  ) {}

  /** The words kept of one position of a template, the commonest first: what it can be split by. */
  wordsOfTemplate(template: TemplateId, position: number): TemplateWord[] {
    return templateWords(this.records, this.miner, template, position);
  }

  /** First lines of a template's records in order, `limit` of them after the first `offset`. Walks the signature column. */
  linesOfTemplate(
    template: TemplateId,
    offset: number,
    limit: number,
  ): { total: number; lines: RecordLine[] } {
    const lines: RecordLine[] = [];
    let total = 0;
    for (let record = 0; record < this.records.recordCount; record++) {
      if (this.templateOfRecord(record as RecordIndex) !== template) continue;
      if (total >= offset && lines.length < limit) lines.push(this.recordLine(record as RecordIndex));
      total++;
    }
    return { total, lines };
  }

  /** For each line of a source its record's template, or -1: a blank line, one before the first record. */
  *templatesOfLines(source: SourceIndex): Generator<TemplateId | -1> {
    const { records } = this;
    const row = records.sources[source];
    const endRecord = row.firstRecord + row.records;
    let next: number = row.firstRecord;
    for (let line: number = row.firstLine; line < row.firstLine + row.lines; line++) {
      if (next < endRecord && records.firstLine.get(next) === line) next++;
      const none = next === row.firstRecord || records.lineBlank.get(line);
      yield none ? -1 : this.templateOfRecord((next - 1) as RecordIndex);
    }
  }

  /** The templates most like one, the most alike first: what it can be merged with. */
  mergeCandidates(template: TemplateId): MergeCandidate[] {
    return this.miner.mergeCandidates(template);
  }

  /** Undefined for a blank line, one before the first record, and one the source does not have. */
  templateOfLine(source: SourceIndex, line: LineNumber): TemplateId | undefined {
    const record = this.recordOfLine(source, line);
    return record === undefined ? undefined : this.templateOfRecord(record);
  }

  /**
   * What the values of a template's parameters look like, cut from at most `mostRecords` of its records, evenly
   * spread. Yields its share done; up to half a second in all.
   */
  parameterSummaries(
    template: TemplateId,
    texts: SourceTexts,
    mostRecords = usualSample,
  ): Generator<number, TemplateParameters> {
    return summariseParameters(this.sampleOf(template, mostRecords), this.cutter, texts);
  }

  /** The same for the template of the record a line belongs to, and where that record's values stand among them. */
  *parametersOfLine(
    source: SourceIndex,
    line: LineNumber,
    texts: SourceTexts,
  ): Generator<number, RecordParameters | undefined> {
    const record = this.recordOfLine(source, line);
    if (record === undefined) return undefined;
    const template = this.templateOfRecord(record);
    const sample = this.sampleOf(template, usualSample);
    return yield* standingParameters(record, template, sample, this.cutter, texts);
  }

  /** The same of one template after another, the records of all found at once. */
  allParameterSummaries(texts: SourceTexts, mostRecords: number): ParametersOf {
    const found = new TemplateRecords(this.records, this.miner, mostRecords);
    const recordsOf = found.ofAll();
    const sampleOf = (id: TemplateId) => {
      const { parameters } = this.miner.template(id);
      return { parameters, records: recordsOf(id), total: found.total(id) };
    };
    return parametersOfAll(sampleOf, this.cutter, texts);
  }

  private sampleOf(template: TemplateId, mostRecords: number): ParameterSample {
    const found = new TemplateRecords(this.records, this.miner, mostRecords);
    const { parameters } = this.miner.template(template);
    return { parameters, records: found.of(template), total: found.total(template) };
  }

  private recordOfLine(source: SourceIndex, line: LineNumber): RecordIndex | undefined {
    const index = this.records.lineOfNumber(source, line);
    return index === undefined ? undefined : this.records.recordOfLine(index);
  }

  private templateOfRecord(record: RecordIndex): TemplateId {
    return this.miner.templateOf(this.records.signature.get(record) as SignatureId);
  }

  private recordLine(record: RecordIndex): RecordLine {
    const line = this.records.firstLine.get(record) as LineIndex;
    return {
      source: this.records.sourceOfLine(line),
      line: this.records.lineNumber(line),
      time: this.records.time.nanosecondsAt(record)?.toString() ?? null,
      level: levelName(this.records.levelAt(record)),
    };
  }
}
