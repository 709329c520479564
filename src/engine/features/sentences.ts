/** English patterns of what features say; each is a key of the language bundles. */
export const featurePatterns = {
  template: '{0} of {1} records have its template',
  signature: '{0} of {1} records have exactly these words',
  lines: 'it has {0} lines, usually {1}',
  bytes: 'it is {0} bytes long, its template usually {1}',
  gap: 'it came {0} s after the line before it, usually {1} s',
  gapUsuallyNone: 'it came {0} s after the line before it, usually within 2 ms',
  noGap: 'it came at the same time as the line before it, usually {0} s after it',
  backwards: 'its time is {0} s before that of the line before it',
  rate: 'the lines just before it came at {0} a second, usually at {1}',
  rateAtLeast: 'the lines just before it came at {0} a second or more, usually at {1}',
  rateUsuallyMore: 'the lines just before it came at {0} a second, usually at {1} or more',
  transition: 'after `{2}` it came {0} of {1} times',
  component: 'its component wrote {0} of {1} records',
} as const;
