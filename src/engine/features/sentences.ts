/** English patterns of what features say; each is a key of the language bundles. */
export const featurePatterns = {
  template: 'its template occurs {0} times in {1} records',
  signature: 'exactly these words occur {0} times in {1} records',
  level: 'its level is {0}, usually {1}',
  lines: 'it has {0} lines, usually {1}',
  bytes: 'it is {0} bytes long, its template usually {1}',
  gap: 'it came {0} s after the line before it, usually {1} s',
  rate: 'lines came at {0} a second just before it, usually at {1} a second',
  transition: 'it came {0} of {1} times after `{2}`',
  component: 'its component wrote {0} of {1} records',
} as const;
