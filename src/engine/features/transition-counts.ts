/** Pairs counted at most: 12 bytes each, 24 MB with the free slots. */
const maxPairs = 1 << 20;
const firstCapacity = 1 << 12;
const empty = 0xffffffff;

/**
 * How often one number directly follows another: an open-addressing table of (from, to) pairs.
 *
 * Bounded: a log of ever new templates has as many pairs as records. Once full, new pairs are no longer
 * taken in, while those already known still count exactly.
 */
export class TransitionCounts {
  private capacity = firstCapacity;
  private from = new Uint32Array(firstCapacity).fill(empty);
  private to = new Uint32Array(firstCapacity);
  private counts = new Uint32Array(firstCapacity);
  private size = 0;

  constructor(private readonly limit = maxPairs) {}

  /** True once a pair may have been turned away: then a count of 0 no longer means "never". */
  get full(): boolean {
    return this.size >= this.limit;
  }

  add(from: number, to: number, times = 1): void {
    const slot = this.slotOf(from, to);
    if (this.from[slot] !== empty) this.counts[slot] += times;
    else if (!this.full) this.insert(slot, from, to, times);
  }

  /** Where the pair stands in what `tableOf` makes, -1 where it was never counted. */
  find(from: number, to: number): number {
    const slot = this.slotOf(from, to);
    return this.from[slot] === empty ? -1 : slot;
  }

  /**
   * A number for every pair, to be looked up by `find`. A loop, as `Int16Array.from` takes five times as long: 262 ms for two
   * million slots.
   */
  tableOf(value: (from: number, to: number, count: number) => number): Int16Array {
    const { from, to, counts } = this;
    const table = new Int16Array(from.length);
    for (let slot = 0; slot < table.length; slot++) {
      if (from[slot] !== empty) table[slot] = value(from[slot], to[slot], counts[slot]);
    }
    return table;
  }

  count(from: number, to: number): number {
    const slot = this.slotOf(from, to);
    return this.from[slot] === empty ? 0 : this.counts[slot];
  }

  /** Every pair once, in no order that means anything (but the same for the same log). */
  forEach(visit: (from: number, to: number, count: number) => void): void {
    for (let slot = 0; slot < this.capacity; slot++) {
      if (this.from[slot] !== empty) visit(this.from[slot], this.to[slot], this.counts[slot]);
    }
  }

  private insert(slot: number, from: number, to: number, times: number): void {
    this.from[slot] = from;
    this.to[slot] = to;
    this.counts[slot] = times;
    this.size++;
    if (this.size * 2 > this.capacity) this.grow();
  }

  private slotOf(from: number, to: number): number {
    const mask = this.capacity - 1;
    let slot = pairHash(from, to) & mask;
    while (this.from[slot] !== empty && (this.from[slot] !== from || this.to[slot] !== to)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private grow(): void {
    const { from, to, counts, capacity } = this;
    this.capacity = capacity * 2;
    this.from = new Uint32Array(this.capacity).fill(empty);
    this.to = new Uint32Array(this.capacity);
    this.counts = new Uint32Array(this.capacity);
    for (let old = 0; old < capacity; old++) {
      if (from[old] === empty) continue;
      const slot = this.slotOf(from[old], to[old]);
      this.from[slot] = from[old];
      this.to[slot] = to[old];
      this.counts[slot] = counts[old];
    }
  }
}

function pairHash(from: number, to: number): number {
  let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(to, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
