import { binIn, type CountVector, countVector, keyOf } from './count-vector';
import type { EventSequence } from './oddity';

/** Different vectors kept; later ones that are new again are not learned. */
const mostVectors = 1 << 14;

interface Known {
  readonly vector: CountVector;
  weight: number;
}

/** The count vectors of normal sequences, each once, and how many sequences have it. */
export class KnownVectors {
  private readonly known = new Map<string, Known>();
  private total = 0;

  /** Sequences learned. */
  get size(): number {
    return this.total;
  }

  add(sequence: EventSequence): void {
    const vector = countVector(sequence);
    const key = keyOf(vector);
    const known = this.known.get(key);
    if (known !== undefined) known.weight++;
    else if (this.known.size < mostVectors) this.known.set(key, { vector, weight: 1 });
    else return;
    this.total++;
  }

  /** Sequences with exactly these counts. */
  weightOf(key: string): number {
    return this.known.get(key)?.weight ?? 0;
  }

  values(): Iterable<Readonly<Known>> {
    return this.known.values();
  }

  *having(event: number, bin: number): Iterable<Readonly<Known>> {
    for (const known of this.known.values()) if (binIn(known.vector, event) === bin) yield known;
  }
}
