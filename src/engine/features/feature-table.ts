import type { Feature } from './feature';
import { componentRarity, templateRarity, transitionSurprise, wordingRarity } from './frequency-features';
import { lengthDeviation, levelStep, lineCount } from './shape-features';
import { gap, localRate } from './timing-features';

/**
 * The columns of the Isolation Forest's rows, in order. Logarithms throughout: the trees cut between a
 * column's least and greatest value at random, and on a plain scale one huge value would take every cut.
 */
export const features: readonly Feature[] = [
  templateRarity,
  wordingRarity,
  componentRarity,
  transitionSurprise,
  levelStep,
  lineCount,
  lengthDeviation,
  gap,
  localRate,
];
