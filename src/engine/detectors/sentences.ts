/** English patterns of what detectors say; each is a key of the language bundles. */
export const detectorPatterns = {
  onlyOne: 'the only one of its kind in {0} records',
  seldom: 'only {0} of {1} records are of its kind',
  wording: 'only {0} of the {1} records of its template have these words',
  notInBaseline: 'nothing of its kind in the {0} records of the baseline',
  firstSeen: 'first seen',
  lastSeen: 'last seen',
  level: 'of level {0}',
  levelAndWords: 'of level {0} and says `{1}`',
  words: 'says `{0}`',
  excess: '{0} times as frequent as in the baseline',
  rule: 'rule `{0}`: says `{1}`',
  ruleValue: 'rule `{0}`: `{1}`, its value is {2}',
  ruleBurst: 'rule `{0}`: {1} such records within {2} s',
  forestOrdinary: 'little about it stands out',
  forestTooFew: 'too few records ({0}) for the Isolation Forest, it needs {1}',
  rarityTooFew: 'too few records ({0}) to say what is rare, that takes {1}',
} as const;
