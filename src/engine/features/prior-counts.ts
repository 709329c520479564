import type { SignatureId } from '../model/units';

/** How often one masked message came in logs that are known by their counts alone. */
export interface PriorMessage {
  readonly signature: SignatureId;
  readonly records: number;
  /** Records by level. */
  readonly levels: readonly number[];
  readonly episodes: number;
  /** Records with one behind them in their source, and the sum of log2 of their bytes. */
  readonly measured: number;
  readonly logBytes: number;
}

/** What is known of good logs that are not read: it counts as their records would. */
export interface PriorCounts {
  readonly records: number;
  readonly messages: readonly PriorMessage[];
  /** By component, and its records. */
  readonly components: readonly (readonly [number, number])[];
  /** Messages that found the templates of two records in a row, and how often. */
  readonly transitions: readonly (readonly [SignatureId, SignatureId, number])[];
}
