import { parameterPatterns } from '../detectors/parameter/sentences';
import { detectorPatterns } from '../detectors/sentences';
import { streamPatterns } from '../detectors/sequence/stream/stream-reason';
import { sequencePatterns } from '../detectors/sequence-detector-reason';
import { volumePatterns } from '../detectors/volume/sentences';
import { featurePatterns } from '../features/sentences';
import { labelPatterns } from '../labels/sentences';

/** English patterns of what triage says; each is a key of the language bundles. */
export const triagePatterns = {
  usualWords: 'usually `{0}`, {1} times; here `{2}`',
  usualSuccessor: 'the line before is usually followed by `{0}` ({1} of {2} times), as here',
  usualNext:
    'after `{0}` the next line with the same id is usually `{1}` ({2} of {3} looked at), as here; not so for `{4}`',
  usualNextOfAlike:
    'after `{0}` with `{5}` the next line with the same id is usually `{1}` ({2} of {3} looked at), as here; not so for `{4}`',
  usualAlike: 'the usual line most like it is `{0}`, {1} times',
  missedBeatOfComponent:
    'its component usually writes `{0}` every {1} s ({2} of {3} times); after this one it took {4} s',
  lastBeatOfComponent:
    'its component usually writes `{0}` every {1} s ({2} of {3} times); this is the last one, {4} s before the end',
  missedBeat: '`{0}` usually comes every {1} s ({2} of {3} times); after this one it took {4} s',
  lastBeat: '`{0}` usually comes every {1} s ({2} of {3} times); this is the last one, {4} s before the end',
  innerCause: 'rule `{0}`: its cause says `{1}`',
  here: 'here',
  repeat: 'this line says so, one of {0} alike',
  noTimes: 'no time stamps, so gaps between lines were not judged',
  noTimesInRange: 'no record has a time within the range, so nothing was judged',
} as const;

/** Every pattern a finding's reasons and evidence, or a verdict's gaps, may be put in. */
export const reasonPatterns: readonly string[] = [
  ...new Set(
    [
      featurePatterns,
      detectorPatterns,
      streamPatterns,
      volumePatterns,
      parameterPatterns,
      sequencePatterns,
      triagePatterns,
      labelPatterns,
    ].flatMap((patterns) => Object.values(patterns)),
  ),
];
