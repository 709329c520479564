import type { SubsetWishes } from './subset';

/** The sizes of the study that training data is most often compared with; its split is the usual one: 6,400, 800 and 800. */
export const study = {
  sequences: 8_000,
  /** Five categories and normal come out at 750 each. */
  anomalies: 0.5,
  classified: { count: 4_500, balance: 'even' },
  instructions: { count: 2_000, balance: 'alike' },
} as const satisfies Record<string, number | Omit<SubsetWishes, 'seed'>>;
