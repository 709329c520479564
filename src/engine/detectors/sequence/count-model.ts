import { CountSlice } from './count-slice';
import { binIn, type CountVector } from './count-vector';
import type { KnownVectors } from './known-vectors';
import { leastOdds, surpriseAt } from './oddity';

/** Events whose counts say what to expect of the others: at most so many, and fewer where there are many different vectors. */
const mostConditions = 64;
const fewestConditions = 8;
/** Looks at one count given another over all vectors: about two seconds. */
const mostLooks = 1 << 22;

/** How surprising one count is, among all sequences or given the count of another event. */
export interface CountSurprise {
  readonly event: number;
  /** Null: among all. */
  readonly given: number | null;
  readonly compared: number;
  readonly alike: number;
  readonly surprise: number;
}

/** A sequence as it is asked about: `own` is its weight among those learned, with which it is not compared. */
export interface AskedVector {
  readonly vector: CountVector;
  readonly own: number;
}

/** What counts of events are to be expected, alone and given the count of one other. */
export class CountModel {
  readonly all: CountSlice;
  /** The most telling events: by entropy of their counts, as one that is always there once tells nothing. */
  readonly conditions: ReadonlySet<number>;
  private readonly slices = new Map<number, CountSlice>();

  constructor(private readonly known: KnownVectors) {
    this.all = new CountSlice(known.values());
    const byEntropy = [...this.all.events()]
      .map((event) => ({ event, entropy: this.all.histogram(event).entropy(this.all.size) }))
      .sort((a, b) => b.entropy - a.entropy || a.event - b.event);
    this.conditions = new Set(byEntropy.slice(0, conditionsFor(known)).map(({ event }) => event));
  }

  /** What the counts of `asked` are compared with: all, or those with as many of `given` as it has. */
  sliceOf(asked: AskedVector, given: number | null): CountSlice {
    return given === null ? this.all : this.given(given, binIn(asked.vector, given));
  }

  surprise(asked: AskedVector, event: number, given: number | null): CountSurprise {
    const slice = this.sliceOf(asked, given);
    const compared = slice.size - asked.own;
    const alike = slice.histogram(event).asExtreme(binIn(asked.vector, event), slice.size, asked.own);
    return { event, given, compared, alike, surprise: surpriseAt(alike, compared) };
  }

  /** The event's count where it is odd among the sequences of `slice`, which `sliceOf` gave for `given`. */
  oddIn(
    slice: CountSlice,
    asked: AskedVector,
    event: number,
    given: number | null,
  ): CountSurprise | undefined {
    const compared = slice.size - asked.own;
    const alike = slice.histogram(event).asExtreme(binIn(asked.vector, event), slice.size, asked.own);
    if (alike > mostAlike(compared)) return undefined;
    return { event, given, compared, alike, surprise: surpriseAt(alike, compared) };
  }

  private given(event: number, bin: number): CountSlice {
    const key = event * 256 + bin;
    const known = this.slices.get(key);
    if (known !== undefined) return known;
    const slice = new CountSlice(this.known.having(event, bin));
    this.slices.set(key, slice);
    return slice;
  }
}

function conditionsFor(known: KnownVectors): number {
  let counts = 1;
  for (const { vector } of known.values()) counts += vector.events.length;
  return Math.max(fewestConditions, Math.min(mostConditions, Math.floor(mostLooks / counts)));
}

/** More of them that are alike are no surprise. */
function mostAlike(compared: number): number {
  return (compared + 1) / leastOdds - 0.5;
}
