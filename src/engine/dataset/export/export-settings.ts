import type { SplitShares } from '../split/split';

/** What one sequence is: so many records that follow each other, drawn between the two by the seed, or a session whole. */
export type SequenceUnit =
  | { readonly kind: 'windows'; readonly least: number; readonly most: number }
  | { readonly kind: 'sessions' };

export interface ExportSettings {
  readonly unit: SequenceUnit;
  readonly shares: SplitShares;
  /** As many normal sequences as anomalous ones. */
  readonly balances: boolean;
  readonly seed: number;
}

export const usualWindows = { kind: 'windows', least: 6, most: 15 } as const satisfies SequenceUnit;
