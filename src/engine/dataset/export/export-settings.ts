import type { SplitShares } from '../split/split';

/** What one sequence is: so many records that follow each other, drawn between the two by the seed, or a session whole. */
export type SequenceUnit =
  | { readonly kind: 'windows'; readonly least: number; readonly most: number }
  | { readonly kind: 'sessions' };

/**
 * What decides who stands in which part: a draw that keeps labels alike in all of them, or time, so that a model is tested on what came
 * after all it learned from.
 */
export const splitOrders = ['random', 'time'] as const;
export type SplitOrder = (typeof splitOrders)[number];

export interface ExportSettings {
  readonly unit: SequenceUnit;
  readonly shares: SplitShares;
  readonly splitBy: SplitOrder;
  /** As many normal sequences as anomalous ones. */
  readonly balances: boolean;
  /** Sequences of which nobody said anything are left out; else they are normal. */
  readonly labelledOnly: boolean;
  readonly seed: number;
}

export const usualWindows = { kind: 'windows', least: 6, most: 15 } as const satisfies SequenceUnit;
