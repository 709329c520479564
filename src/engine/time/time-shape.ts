/** An instant; `Header` is one. */
export interface Instant {
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  seconds: number;
  /** 0 to 999,999,999. */
  nanos: number;
}

export interface TimeContext {
  /** Seconds since the epoch that a time without a year lies before, give or take a day. */
  readonly referenceSeconds: number;
  /** True where the log writes the day before the month in dates such as 03/04/2026; left out, the month stands first. */
  readonly dayFirst?: boolean | undefined;
}

export interface TimeSample {
  readonly text: string;
  /** Nanoseconds since the epoch in decimal; years are inferred against 2026-11-21. */
  readonly time: string;
}

/** How much a stamp leaves open; the smaller number is to be preferred where a line carries several. */
export const Certainty = { instant: 0, zoneOpen: 1, yearOpen: 2 } as const;
export type Certainty = (typeof Certainty)[keyof typeof Certainty];

/**
 * One way to write a time stamp: date and time of day, UTC where no zone is given. A second of 60 (a leap second)
 * is read as the first of the next minute. A time of day alone is none: placed in 1970 it would lie. Zones are offsets, Z, UTC
 * and GMT; another abbreviation counts as none given (CST is China's, Cuba's and Chicago's).
 */
export interface TimeShape {
  readonly name: string;
  readonly certainty: Certainty;
  readonly samples: readonly TimeSample[];
  /**
   * Where the stamp that begins at `pos` ends, or -1 (`out` undefined) where there is none of this shape
   * or no such moment (month 13, Feb 30, hour 24). Reads no byte at or after `end`.
   */
  parse(bytes: Uint8Array, pos: number, end: number, out: Instant, context: TimeContext): number;
}
