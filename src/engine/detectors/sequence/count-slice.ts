import { CountHistogram } from './count-histogram';
import type { CountVector } from './count-vector';

interface Weighted {
  readonly vector: CountVector;
  readonly weight: number;
}

const none = new CountHistogram();

/** Some of the normal sequences: all, or those with one count of one event. How often do they have the others? */
export class CountSlice {
  private readonly histograms = new Map<number, CountHistogram>();
  private expected: readonly number[] | undefined;
  private total = 0;

  constructor(vectors: Iterable<Weighted>) {
    for (const { vector, weight } of vectors) {
      this.total += weight;
      for (const [at, event] of vector.events.entries())
        this.histogramFor(event).add(vector.bins[at], weight);
    }
  }

  /** Sequences in it. */
  get size(): number {
    return this.total;
  }

  events(): Iterable<number> {
    return this.histograms.keys();
  }

  histogram(event: number): CountHistogram {
    return this.histograms.get(event) ?? none;
  }

  /** Events that 19 in 20 have, give or take one sequence. Where one is missing that may be odd. */
  get usualEvents(): readonly number[] {
    this.expected ??= [...this.histograms.keys()].filter(
      (event) => this.total - this.histogram(event).having - 1 <= this.total / 20,
    );
    return this.expected;
  }

  private histogramFor(event: number): CountHistogram {
    const known = this.histograms.get(event);
    if (known !== undefined) return known;
    const histogram = new CountHistogram();
    this.histograms.set(event, histogram);
    return histogram;
  }
}
