/** Fewer records a window have no rate to rise from. */
const leastRate = 0.5;

/**
 * Where the rate of a Poisson process rises from `usual` to `raised` records a window: the most likely record for it to begin with, by
 * the ratio of both likelihoods (Raftery and Akman, Biometrika 1986, with known rates). What was there by chance just before does not
 * count as the beginning.
 */
export class Onset {
  /** Of a record that belongs to what is raised, and of a millisecond without one. */
  private readonly perRecord: number;
  private readonly perMs: number;
  private seen = 0;
  private best = Number.NEGATIVE_INFINITY;
  private since: number | undefined;

  /** `windowMs`: the width of a window, in milliseconds. */
  constructor(usual: number, raised: number, windowMs: number) {
    const rate = Math.max(leastRate, usual);
    this.perRecord = Math.log(raised / rate);
    this.perMs = (raised - rate) / windowMs;
  }

  /** Whether a record of this time, the next of the window, is a likelier beginning than those before it. */
  isBetter(ms: number): boolean {
    this.since ??= ms;
    const merit = (ms - this.since) * this.perMs - this.seen * this.perRecord;
    this.seen++;
    if (merit <= this.best) return false;
    this.best = merit;
    return true;
  }
}
