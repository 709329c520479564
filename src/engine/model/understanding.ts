import type { FormatCorrection } from '../formats/corrections/format-correction';
import type { LineNumber, SourceIndex } from './units';

export type ColumnRole = 'time' | 'level' | 'component' | 'id' | 'message' | 'other';

/** A stretch of a line's text, in UTF-16 code units. */
export interface LineColumn {
  readonly role: ColumnRole;
  readonly start: number;
  readonly end: number;
}

/** A line as people may see it: no ANSI sequences and control characters, its first 1,000 code units. */
export interface ShownLine {
  readonly line: LineNumber;
  readonly text: string;
}

/** Columns do not overlap and stand in the line's order. */
export interface ColouredLine extends ShownLine {
  readonly columns: readonly LineColumn[];
}

/** What was understood of one source, and by which lines that can be judged. */
export interface SourceUnderstanding {
  readonly source: SourceIndex;
  readonly path: string;
  /** Name of the format, `text` where none was recognised; of what is inside, where there is a wrapper. */
  readonly format: string;
  /** Name of what every line is wrapped in, or null. */
  readonly wrapper: string | null;
  readonly encoding: string;
  readonly lines: number;
  readonly records: number;
  /** Records with a time. */
  readonly timed: number;
  /** Lines that neither begin a record as the format does nor look like a part of one. */
  readonly unfit: number;
  /** `UTC`, an offset such as `+08:00`, `local` where the stamps name none (they are read as UTC), null without times. */
  readonly zone: string | null;
  /** In the order they were given. */
  readonly corrections: readonly FormatCorrection[];
  /** First lines of records, spread evenly. */
  readonly samples: readonly ColouredLine[];
  /** The first that do not fit. */
  readonly unfitLines: readonly ShownLine[];
  /** The first records without a time, where others have one. */
  readonly timelessLines: readonly ShownLine[];
}
