import type { FormatCorrection, FormatGesture, NotLearned } from './formats/corrections/format-correction';
import type { ReaderDecision } from './formats/reader-decision';
import type { SourceSummary } from './model/analysis';
import type { Sentence } from './model/finding';
import { RecordTable } from './model/record-table';
import type { SourceUnderstanding } from './model/understanding';
import type { ByteOffset, LineNumber, SourceIndex } from './model/units';
import { ComponentNames } from './records/component-names';
import { endOfLine } from './records/line-texts';
import { RecordCutter } from './records/record-cutter';
import type { SegmentIds } from './records/segment-ids';
import type { SegmentRows } from './records/segment-rows';
import { SourceReader } from './records/source-reader';
import type { SourceTexts } from './records/source-texts';
import type { LineSpan, SourceDescription } from './session-values';
import { TemplateMiner, usualLimits } from './templates/template-miner';
import { maxLineBytes } from './text/line-splitter';
import { learnFormat } from './understanding/learn-format';
import { sourceSummary } from './understanding/source-summary';
import { SourceInspector } from './understanding/understand';

/** The sources of a session: read one after another into one table of records, and asked about where they stand. `Session` tells what its members give. */
export class SessionSources {
  readonly records = new RecordTable();
  readonly miner = new TemplateMiner();
  readonly components = new ComponentNames();
  readonly readers: SourceReader[] = [];
  readonly cutter = new RecordCutter(this.records, this.readers, this.miner);
  /** Rises whenever rows may have gone, or sources come to their end. */
  reads = 0;
  /** By source. */
  private readonly notes: (readonly Sentence[])[] = [];

  open(description: SourceDescription): SourceIndex {
    const { referenceSeconds, formatCorrections: corrections } = description;
    const context = { referenceSeconds, corrections };
    const sink = { records: this.records, miner: this.miner, components: this.components };
    this.readers.push(new SourceReader(sink, context, description.encoding, description.start));
    return this.records.openSource(description.path, description.role);
  }

  push(bytes: Uint8Array): void {
    this.records.sources[this.records.sources.length - 1].bytes += bytes.length;
    this.readers[this.readers.length - 1].push(bytes);
  }

  get decision(): ReaderDecision | undefined {
    return this.readers[this.readers.length - 1].decision;
  }

  adopt(segment: SegmentRows, ids: SegmentIds): boolean {
    if (!this.readers[this.readers.length - 1].adopt(segment, ids)) return false;
    this.records.sources[this.records.sources.length - 1].bytes += segment.bytes;
    return true;
  }

  goOn(referenceSeconds: number): boolean {
    const last = this.readers.length - 1;
    const reader = this.readers[last].continued(referenceSeconds);
    if (reader === undefined) return false;
    this.readers[last] = reader;
    this.reads++;
    return true;
  }

  close(notes: readonly Sentence[], linesBefore: number): void {
    const last = this.readers.length - 1;
    this.notes[last] = notes;
    this.records.sources[last].linesBefore = linesBefore;
    this.readers[last].end();
    this.reads++;
  }

  summaries(texts: SourceTexts): SourceSummary[] {
    return this.records.sources.map((_, index) =>
      sourceSummary(this.records, index as SourceIndex, this.readers[index], this.notes[index] ?? [], texts),
    );
  }

  understand(texts: SourceTexts): SourceUnderstanding[] {
    return this.readers.map((reader, index) =>
      new SourceInspector(this.records, index as SourceIndex, reader, texts).understanding(),
    );
  }

  /** By source: whether its times name no year. */
  openYears(texts: SourceTexts): boolean[] {
    return this.readers.map((reader, index) =>
      new SourceInspector(this.records, index as SourceIndex, reader, texts).leavesYearOpen(),
    );
  }

  learnFormat(
    source: SourceIndex,
    gesture: FormatGesture,
    texts: SourceTexts,
  ): FormatCorrection | NotLearned {
    return learnFormat(gesture, source, this.readers[source], this.records, texts);
  }

  messageOfLine(source: SourceIndex, line: LineNumber, texts: SourceTexts): Uint8Array {
    const index = this.records.lineOfNumber(source, line);
    const record = index === undefined ? undefined : this.records.recordOfLine(index);
    if (record === undefined || this.records.firstLine.get(record) !== index) return new Uint8Array(0);
    return this.cutter.cut(record, texts).message;
  }

  spanOf(source: SourceIndex, line: LineNumber): LineSpan {
    const index = this.records.lineOfNumber(source, line);
    if (index === undefined) throw new Error(`line ${line} of source ${source} was not read`);
    return {
      source,
      start: this.records.lineStart.get(index) as ByteOffset,
      end: endOfLine(this.records, index, source, this.readers[source]),
    };
  }

  /** What of them no record keeps, by what sets the limit. */
  passedOver(): Sentence[] {
    return [...this.cutLines(), ...this.overflow()];
  }

  private overflow(): Sentence[] {
    if (!this.miner.overflowed) return [];
    return [
      {
        pattern:
          'messages beyond the first {0} wordings or {1} templates: they count as the template most like them',
        values: [usualLimits.signatures, usualLimits.templates],
      },
    ];
  }

  private cutLines(): Sentence[] {
    const count = this.readers.reduce((sum, reader) => sum + reader.cutLines, 0);
    const values = [count, maxLineBytes / 1024];
    return count === 0
      ? []
      : [{ pattern: 'longer than {1} KiB and read only so far: {0} of its lines', values }];
  }
}
