import type { ParameterType } from '../model/analysis';

/**
 * What good logs look like, without their lines: counts of masked messages, and how far values, steps and features go.
 * All that can be added is an integer or a maximum, so that merging gives the same in whatever order. Lists are sorted
 * (`canonicalModel`), numbers that name messages are places in `messages`.
 */
export interface BaselineModel {
  /** Logs learned from. */
  readonly logs: number;
  readonly records: number;
  readonly variation: Variation;
  readonly messages: readonly KnownMessage[];
  /** Names of components, and records of each. */
  readonly components: readonly (readonly [string, number])[];
  /** A message that founds a template, one that founds the next record's, and how often. */
  readonly transitions: readonly (readonly [number, number, number])[];
  /** Records drawn by chance, for the isolation forest. */
  readonly sample: readonly SampleRow[];
  readonly columns: readonly KnownColumn[];
  readonly sequences: readonly KnownSequence[];
}

/** How much stretches of one good log differ from each other; shares of their records. */
export interface Variation {
  /** Of templates no other stretch has. */
  readonly unknown: number;
  /** Beyond the share their templates have in any other stretch. */
  readonly excess: number;
}

/** A masked message, as the miner keeps it. */
export interface KnownMessage {
  /** `signatureText`. */
  readonly text: string;
  /** Records by level. */
  readonly levels: readonly number[];
  /** Stretches it came in, silence between them (see `EpisodeCounts`). */
  readonly episodes: number;
  /** Records with one behind them in their source, and the sum of log2 of their bytes in sixteenths. */
  readonly measured: number;
  readonly logBytes: number;
  /** The greatest share of the records that it had in an eighth of a log, in millionths. */
  readonly peak: number;
  /** Of its records the strangest. */
  readonly strangest: StrangeRow | null;
}

/** A record's features as multiples of their resolutions, in the order of the feature table. */
export type FeatureCodes = readonly number[];

export interface StrangeRow {
  /** Score in the forest it was learned with, in thousandths. */
  readonly score: number;
  readonly codes: FeatureCodes;
}

export interface SampleRow {
  /** Drawn are those with the lowest: 48 bits from what the log holds and where the record stands. */
  readonly key: number;
  readonly codes: FeatureCodes;
}

/** The values at one place of a template's messages. */
export interface KnownColumn {
  /** A message of the template. */
  readonly message: number;
  readonly kind: 'parameter' | 'field';
  readonly name: string;
  readonly type: ParameterType | null;
  /** Among the places of the template that agree in all these. */
  readonly ordinal: number;
  readonly count: number;
  /** Hashes of the values and how often each came; null where there are too many to be a set. */
  readonly set: readonly (readonly [string, number])[] | null;
  readonly numbers: KnownNumbers | null;
}

export interface KnownNumbers {
  readonly unit: 's' | 'B' | null;
  /** Numbers by size (see `binOfNumber`), ascending. */
  readonly bins: readonly (readonly [number, number])[];
}

/** The templates of a session's records in order, and how many sessions went that way. */
export interface KnownSequence {
  /** Messages that found the templates. */
  readonly events: readonly number[];
  readonly count: number;
}
