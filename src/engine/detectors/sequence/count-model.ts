import { CountSlice } from './count-slice';
import { binIn, type CountVector } from './count-vector';
import type { KnownVectors } from './known-vectors';
import { surpriseAt } from './oddity';

/** Events whose counts say what to expect of the others: 64 at most, so that cost grows with events, not with their square. */
const mostConditions = 64;

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
  readonly conditions: readonly number[];
  private readonly slices = new Map<number, CountSlice>();

  constructor(private readonly known: KnownVectors) {
    this.all = new CountSlice(known.values());
    this.conditions = [...this.all.events()]
      .map((event) => ({ event, entropy: this.all.histogram(event).entropy(this.all.size) }))
      .sort((a, b) => b.entropy - a.entropy || a.event - b.event)
      .slice(0, mostConditions)
      .map(({ event }) => event);
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

  private given(event: number, bin: number): CountSlice {
    const key = event * 256 + bin;
    const known = this.slices.get(key);
    if (known !== undefined) return known;
    const slice = new CountSlice(this.known.having(event, bin));
    this.slices.set(key, slice);
    return slice;
  }
}
