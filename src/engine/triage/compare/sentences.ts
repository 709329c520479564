/** English patterns of what a comparison says; each is a key of the language bundles. */
export const comparisonPatterns = {
  newLevel: 'of level {0}, and in no good log',
  newWords: 'says `{0}`, and stands in no good log',
  newCount: 'counts failures, and no good log counts any there',
  newTrace: 'begins a stack trace that no good log has',
  newLines: '{0} of {1} lines stand in no good log',
  newAtAll: 'no good log has anything of its kind',
  shifted: '{0} times here, at most {1} times in a good log',
  inGood: 'in a good log',
  vanished: '{0} times in the good log, not once in the bad one',
  vanishedOfAll: 'in all {0} good logs ({1} times in the first), not once in the bad one',
  tooManyWordings: 'lines beyond the first {0} wordings: they count as one that all logs have',
  noGood: 'no good log was given, so nothing could be compared',
} as const;
