import { detectorPatterns } from '../detectors/sentences';
import { featurePatterns } from '../features/sentences';

/** English patterns of what triage says; each is a key of the language bundles. */
export const triagePatterns = {
  usualWords: 'usually `{0}`, {1} times; here `{2}`',
  usualSuccessor: 'the line before is usually followed by `{0}` ({1} of {2} times), as here',
  noTimes: 'no time stamps, so gaps between lines were not judged',
  noTimesInRange: 'no record has a time within the range, so nothing was judged',
} as const;

/** Every pattern a finding's reasons and evidence, or a verdict's gaps, may be put in. */
export const reasonPatterns: readonly string[] = [featurePatterns, detectorPatterns, triagePatterns].flatMap(
  (patterns) => Object.values(patterns),
);
