/** English patterns of what incidents say; each is a key of the language bundles. */
export const incidentPatterns = {
  titleOfService: '{0}: {1}',
  titleFeltBy: '{0}: {1} (felt by {2})',
  title: '“{0}”',
  blamed: 'begin with {0}: others complain of it, and its own lines come first to be odd',
  silent: 'begin with {0}: others complain of it, and it says nothing itself',
  first: 'begin with {0}: it was odd before the others',
  ruledOutOfService: 'loud, but there from the start: {0} writes `{1}` ({2} times, first in line {3})',
  ruledOut: 'loud, but there from the start: `{0}` ({1} times, first in line {2})',
} as const;
