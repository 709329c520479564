/** English patterns of what the volume detector says; each is a key of the language bundles. */
export const volumePatterns = {
  upTemplate: '{0} records of its template in the {1} from {2}, usually {3} to {4}',
  upLevel: '{0} records of level {5} in the {1} from {2}, usually {3} to {4}',
  upAll: '{0} records in the {1} from {2}, usually {3} to {4}',
  downTemplate: 'only {0} records of its template in the {1} from {2}, usually {3} to {4}',
  downLevel: 'only {0} records of level {5} in the {1} from {2}, usually {3} to {4}',
  downAll: 'only {0} records in the {1} from {2}, usually {3} to {4}',
  silenceTemplate: 'after this no record of its template for {1}, from {2} on; before that {0} came in {3}',
  silenceLevel: 'after this no record of level {4} for {1}, from {2} on; before that {0} came in {3}',
  silenceAll: 'after this no record at all for {1}, from {2} on; before that {0} came in {3}',
  missedBeats: 'after this one the next took {0} s; it usually comes every {1} s ({2} of {3} times)',
  lastBeat: 'this is the last one, {0} s before the end; it usually comes every {1} s ({2} of {3} times)',
  flood:
    '{0} records with `{1}` in the {2} from {3}; of other values there, and of it before, usually {4} at most',
  floodAtLeast:
    'at least {0} records with `{1}` in the {2} from {3}; of other values there, and of it before, usually {4} at most',
  noTimes: 'no time stamps, so volume was not judged',
  tooShort: 'too short a time to have a usual volume',
} as const;
