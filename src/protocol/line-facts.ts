import type { LogFilter, NoiseNotch } from '../engine/filter/filter';
import type { LevelName } from '../engine/model/level';
import type { LineNumber, SourceIndex, TemplateId } from '../engine/model/units';
import type { TemplatePattern } from '../engine/templates/corrections/correction';
import type { ViewLine } from './log-lines';
import type { LinePlace } from './reading';

/** What the thread that analysed a log answers about its lines (part of `AnalysisWorkerApi`). View lines count through all sources analysed. */
export interface LineFactsApi {
  factsOfLines(lines: readonly ViewLine[]): readonly (LineFacts | null)[];
  /** Fields of the line's record, as its format gives them, and the values of its template's variables. */
  detailsOfLine(line: ViewLine): RecordDetails | null;
  /** Which lines the filter and the noise dial leave, from records; null buffers where nothing is hidden. */
  shownLines(request: ShownLinesRequest): ShownLines;
  /** The lines of all sources in order of time: lines without a time stay behind their record, equal times in order of source. */
  mergeOrder(request: MergeOrderRequest): MergeOrder;
  /** The longest times between two records that follow each other, longest first. */
  longestGaps(request: { readonly limit: number }): readonly Gap[];
  /** Records by level in so many equal stretches of the lines: the mini-map. */
  volumeStrip(request: { readonly buckets: number }): VolumeStrip;
  /** The first record at or after a time; null where none is. */
  lineOfTime(nanoseconds: string): ViewLine | null;
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
  /** Of each enabled clause that searches text, in order: the lines that match, one bit a line. */
  readonly searched: readonly ArrayBuffer[];
  /** Of the clause `severity`: first lines of findings, with their severities' lines already picked by who asks. */
  readonly findingLines: readonly ViewLine[];
  readonly bookmarkLines: readonly ViewLine[];
  readonly noise: NoiseNotch;
  readonly unfolded: readonly ViewLine[];
  readonly unfoldedTemplates: readonly TemplatePattern[];
}

/** As `ShowRequest` of the lines' thread takes them. */
export interface ShownLines {
  readonly lines: ArrayBuffer | null;
  readonly context: ArrayBuffer | null;
  readonly folds: { readonly places: ArrayBuffer; readonly milliseconds: ArrayBuffer } | null;
  readonly records: number;
  readonly shownRecords: number;
}

export interface MergeOrderRequest {
  /** Milliseconds added to each source's times, by its index. */
  readonly clockOffsets: readonly number[];
}

export interface MergeOrder {
  /** Uint32: the view line of each row. */
  readonly order: ArrayBuffer;
  /** Records that have no time of their own, by source: they stand behind the record before them. */
  readonly untimed: readonly number[];
}

export interface Gap {
  readonly before: ViewLine;
  readonly after: ViewLine;
  readonly milliseconds: number;
  readonly source: SourceIndex;
  readonly line: LineNumber;
}

export interface VolumeStrip {
  /** By stretch: records of level error and above, warnings, others. */
  readonly errors: readonly number[];
  readonly warnings: readonly number[];
  readonly others: readonly number[];
}

/** The line a place means by now, in a log that may have changed since. */
export interface FoundPlace {
  readonly place: LinePlace;
  readonly line: ViewLine | null;
}
