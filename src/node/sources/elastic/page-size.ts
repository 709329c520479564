/** Of an answer: large enough that the way there and back costs little, small enough to be held a few times over. */
const wantedBytes = 4 * 1024 * 1024;
/** Servers give no more at once (`index.max_result_window`) unless they are set to. */
const mostHits = 10_000;
const least = 16;
const first = 1_000;

/** How many hits to ask for at once: as many as make a good answer, by what the last one weighed. */
export class PageSize {
  private size = first;
  private limit = mostHits;

  get now(): number {
    return this.size;
  }

  /** Of hits without text. */
  get most(): number {
    return this.limit;
  }

  get isLeast(): boolean {
    return this.size <= least;
  }

  learn(hits: number, bytes: number): void {
    if (hits === 0) return;
    const fitting = Math.round(wantedBytes / (bytes / hits));
    // Doubled at most: a page of short entries says little of the next.
    this.size = Math.max(least, Math.min(this.limit, this.size * 2, fitting));
  }

  /** It was too much. More is not asked for again. */
  halve(): void {
    this.size = Math.max(least, Math.floor(this.size / 2));
    this.limit = this.size;
  }

  /** A page brought nothing new. */
  double(): void {
    this.size = Math.min(mostHits, this.size * 2);
  }
}
