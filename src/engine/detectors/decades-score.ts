/**
 * Decades (−log10) of improbability at which a score leaves 0, and those at which it is a half, where findings begin: one odd
 * record in 30,000 that are otherwise repetitive. What is merely rare is therefore no finding in a small log. The curve is a root,
 * steep at first: between the two, rarity is what tells a one-off warning from a routine one.
 */
const firstDecades = 1.5;
const halfDecades = 4.5;

/** The one scale of detectors that go by how improbable something is in this log. */
export function scoreOfDecades(decades: number): number {
  const share = Math.max(0, decades - firstDecades) / (halfDecades - firstDecades);
  return Math.min(1, 0.5 * Math.sqrt(share));
}

/** In fewer records nothing can score. */
export const fewestForDecades = Math.ceil(10 ** firstDecades);
