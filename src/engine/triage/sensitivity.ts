export const sensitivities = ['low', 'normal', 'high'] as const;
/** A word, or a number from 0 (next to nothing is a finding) to 1 (all that any detector scores is one). */
export type Sensitivity = (typeof sensitivities)[number] | number;

/** Of `normal`. */
export const findingThreshold = 0.5;

const shares: Readonly<Record<(typeof sensitivities)[number], number>> = {
  low: 0.25,
  normal: 1 - findingThreshold,
  high: 0.65,
};

/** Fewer records than this that say the same stand alone. */
const fewestTogether = 3;
/** What one or two records alone must score more: what is hardly odd is odd by chance now and then, but seldom again and again. */
const aloneMore = 0.045;
/** The same where as few come again and again: that is how the log is. */
const aloneAgainMore = 0.075;

/** Whether so many records that say the same, the highest score of them given, are a finding; `isAgain`: others say it elsewhere. */
export function isFinding(score: number, count: number, threshold: number, isAgain = false): boolean {
  if (count >= fewestTogether) return score >= threshold;
  return score >= threshold + (isAgain ? aloneAgainMore : aloneMore);
}

/** The fused score a finding begins at. Scores are on one scale, so what is odder at one setting is so at all. */
export function thresholdOf(sensitivity: Sensitivity = 'normal'): number {
  return 1 - (typeof sensitivity === 'number' ? sensitivity : shares[sensitivity]);
}
