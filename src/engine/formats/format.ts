import type { Level } from '../model/level';
import type { FormatCorrection } from './corrections/format-correction';
import type { FieldNames, HearField } from './field-spans';

/**
 * What a format reads from the first line of a record. One object is reused for every line: a fresh one
 * each would be the largest allocation of the whole pass. Offsets index the bytes given to `read`.
 */
export interface Header {
  /** Whole seconds since the epoch, NaN where the line has no time. */
  seconds: number;
  /** 0 to 999,999,999. */
  nanos: number;
  level: Level;
  /** Message: what templates are mined from. */
  messageStart: number;
  messageEnd: number;
  /** Logger, process or service; an empty range where there is none. */
  componentStart: number;
  componentEnd: number;
  /** Mixed into the signature by formats whose header decides what kind of event it is (a status class); else 0. */
  salt: number;
}

/** A line the format is for and what must be read from it; a format without samples is refused by a test. */
export interface FormatSample {
  readonly line: string;
  /** Nanoseconds since the epoch in decimal, or null; years are inferred against `ReadContext.referenceSeconds` 2026-11-21. */
  readonly time: string | null;
  readonly level: string;
  readonly component: string;
  readonly message: string;
  /** What `fields` must find, among others. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What a reader may need beside the bytes. */
export interface ReadContext {
  /** Seconds since the epoch that a time without a year lies before: when the file was last written. */
  readonly referenceSeconds: number;
  /** See `TimeContext.dayFirst`; decided from the log's head (`date-order.ts`). */
  readonly dayFirst?: boolean | undefined;
  /** What a person showed of the file's format; goes before what is recognised. */
  readonly corrections?: readonly FormatCorrection[] | undefined;
}

/** A named part of a record, as text. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** One of the ways a format is written. */
export interface FormatVariant {
  /** Reads a record's first line into `header`; false (header undefined) where the line is not written this way. */
  read(bytes: Uint8Array, start: number, end: number, header: Header, context: ReadContext): boolean;
  /**
   * Named parts of a record's first line, in its order; header fields that have a name in the line (JSON's `level`) are
   * among them. Asked for single records only, never while a log is read.
   */
  fields?(bytes: Uint8Array, start: number, end: number): Field[];
  /**
   * The same by where the values stand, for many records: no strings are made, escapes stay as they stand, and what the header
   * holds is left out.
   */
  eachField?(bytes: Uint8Array, start: number, end: number, names: FieldNames, hear: HearField): void;
  /** Only where `read` remembers what came before (an open quote): a copy that has read nothing yet. */
  fresh?(): FormatVariant;
  /** Only where `read` remembers what came before: a copy that remembers the same. */
  fork?(): FormatVariant;
}

export interface LogFormat extends FormatVariant {
  readonly name: string;
  readonly samples: readonly FormatSample[];
  /**
   * Where a format is written in several ways, the more specific first. A log usually keeps to one of them,
   * so they are recognised one by one: a way that is not the log's own could take a part of a message for a field.
   */
  readonly variants?: readonly FormatVariant[];
  /** True where line ends within a record are escaped: a line this format refuses is never a part of one. */
  readonly neverWraps?: true;
  /**
   * Lines with a header of their own that belong to the record before (`DETAIL: …` behind an `ERROR: …`). Asked only
   * for lines the format refuses, and before a time stamp makes a record of them.
   */
  readonly continuations?: readonly FormatVariant[];
}
