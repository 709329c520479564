import type { Feature } from './feature';
import { componentRarity, templateRarity, transitionSurprise, wordingRarity } from './frequency-features';
import { lengthDeviation, lineCount } from './shape-features';
import { gap, localRate } from './timing-features';

/**
 * The columns of the Isolation Forest's rows, in order. Logarithms throughout: the trees cut between a
 * column's least and greatest value at random, and on a plain scale one huge value would take every cut.
 * The level is not among them: it is judged by a detector of its own, and would count twice.
 */
export const features: readonly Feature[] = [
  templateRarity,
  wordingRarity,
  componentRarity,
  transitionSurprise,
  lineCount,
  lengthDeviation,
  gap,
  localRate,
];
