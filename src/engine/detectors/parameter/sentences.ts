/** English patterns of what the parameter detector says; each is a key of the language bundles. */
export const parameterPatterns = {
  outlier: '`{0}` is {1}, usually {2} to {3} (median {4}) over {5} records',
  unnamedOutlier: 'it has the value {0}, usually {1} to {2} (median {3}) over {4} records',
  changed: '`{0}` is `{1}`, in {2} other records always `{3}`',
  unnamedChanged: 'it has the value `{0}`, {1} other records always `{2}`',
  newcomer: '`{0}` is `{1}`, among {2} other records one of {3} values, mostly `{4}`',
  unnamedNewcomer: 'it has the value `{0}`, {1} other records one of {2} values, mostly `{3}`',
  unknown: '`{0}` is `{1}`, which none of {2} records of the baseline has',
  unnamedUnknown: 'it has the value `{0}`, which none of {1} records of the baseline has',
  usual: 'usual here',
  noValues: 'no values in its lines, so there was nothing to compare',
} as const;
