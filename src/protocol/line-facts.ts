import type { LogFilter, NoiseNotch } from '../engine/filter/filter';
import type { Severity } from '../engine/model/finding';
import type { LevelName } from '../engine/model/level';
import type { LineNumber, SourceIndex, TemplateId } from '../engine/model/units';
import type { TemplatePattern } from '../engine/templates/corrections/correction';
import type { ViewLine } from './log-lines';

/** What the thread that analysed a log answers about its lines (part of `AnalysisWorkerApi`). View lines count through all sources analysed. */
export interface LineFactsApi {
  factsOfLines(lines: readonly ViewLine[]): readonly (LineFacts | null)[];
  /** Fields of the line's record, as its format gives them, and the values of its template's variables. */
  detailsOfLine(line: ViewLine): RecordDetails | null;
  /** Which lines the filter and the noise dial leave, from records; null buffers where nothing is hidden. */
  shownLines(request: ShownLinesRequest): ShownLines;
  /** The lines of all sources in order of time: lines without a time stay behind their record, equal times in order of source. */
  mergeOrder(request: MergeOrderRequest): MergeOrder;
  /** The longest times between two records that follow each other, in the order of `mergeOrder`, longest first. */
  longestGaps(request: LongestGapsRequest): readonly Gap[];
  /** Records by level in so many equal stretches of the lines, of a merge (`clockOffsets`) in its order: the mini-map. */
  volumeStrip(request: VolumeStripRequest): VolumeStrip;
  /** The first record at or after a time, in the order of `mergeOrder`; null where none is. */
  lineOfTime(request: LineOfTimeRequest): ViewLine | null;
}

export interface LineFacts {
  /** First and last line of its record. */
  readonly first: ViewLine;
  readonly last: ViewLine;
  /** Nanoseconds since the epoch in decimal, or null. */
  readonly time: string | null;
  readonly level: LevelName;
  readonly template: TemplateId;
}

export interface RecordDetails extends LineFacts {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly title: string;
  readonly pieces: TemplatePattern;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

export interface ShownLinesRequest {
  readonly filter: LogFilter;
  /** Lines of the log by now: those behind what was analysed are judged as lines, by what needs no record. */
  readonly lines: number;
  /**
   * Of each enabled clause `search` and `field`, in order: the lines that match, one bit a line. Of a field those that hold some of its
   * value's text: only their records are cut.
   */
  readonly searched: readonly ArrayBuffer[];
  /** First lines of findings: what `severity` asks for, and what the dial never folds. */
  readonly findings: readonly FindingLine[];
  readonly bookmarkLines: readonly ViewLine[];
  readonly noise: NoiseNotch;
  readonly unfolded: readonly ViewLine[];
  readonly unfoldedTemplates: readonly TemplatePattern[];
}

export interface FindingLine {
  readonly line: ViewLine;
  readonly severity: Severity;
}

/** What a filter leaves of a log that was not analysed: by lines, where no clause needs records. */
export type FilteredLinesRequest = Omit<
  ShownLinesRequest,
  'findings' | 'noise' | 'unfolded' | 'unfoldedTemplates'
>;

/** As `ShowRequest` of the lines' thread takes them; of a run that is folded only the first line is among `lines`. */
export interface ShownLines {
  readonly lines: ArrayBuffer | null;
  readonly context: ArrayBuffer | null;
  readonly folds: { readonly places: ArrayBuffer; readonly milliseconds: ArrayBuffer } | null;
  /** Units that are shown or hidden as one: records, and lines that belong to none. */
  readonly records: number;
  /** Of these, those that fit the filter; runs the dial folds and lines that are only context are not among them. */
  readonly shownRecords: number;
}

export interface MergeOrderRequest {
  /** Milliseconds added to each source's times, by its index. */
  readonly clockOffsets: readonly number[];
}

export interface LongestGapsRequest extends Partial<MergeOrderRequest> {
  /** At most 1,000. */
  readonly limit: number;
}

export interface LineOfTimeRequest extends Partial<MergeOrderRequest> {
  /** Since the epoch, in decimal. */
  readonly nanoseconds: string;
}

export interface MergeOrder {
  /** Uint32: the view line of each row. Shared, as it goes on to the lines' thread: the host copies nothing. */
  readonly order: SharedArrayBuffer;
  /** Records that have no time of their own, by source: they stand behind the record before them. */
  readonly untimed: readonly number[];
}

export interface Gap {
  /** First lines of the two records. */
  readonly before: ViewLine;
  readonly after: ViewLine;
  readonly milliseconds: number;
  /** Of `after`, as its file counts. */
  readonly source: SourceIndex;
  readonly line: LineNumber;
}

export interface VolumeStripRequest extends Partial<MergeOrderRequest> {
  readonly buckets: number;
}

export interface VolumeStrip {
  /** By stretch: records of level error and above, warnings, others. */
  readonly errors: readonly number[];
  readonly warnings: readonly number[];
  readonly others: readonly number[];
}
