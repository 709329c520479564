interface Entry<Index extends number> {
  readonly index: Index;
  readonly score: number;
}

/**
 * The `limit` highest scores of a stream, of equal ones the earlier. Keeps up to twice as many and
 * sorts when that is full: O(n log limit) over the stream, memory bounded by the limit.
 */
export class Strongest<Index extends number> {
  private entries: Entry<Index>[] = [];
  private floor = Number.NEGATIVE_INFINITY;

  constructor(private readonly limit: number) {}

  /** Must come in ascending order. */
  offer(index: Index, score: number): void {
    if (score <= this.floor) return;
    this.entries.push({ index, score });
    if (this.entries.length >= 2 * this.limit) this.prune();
  }

  strongestFirst(): Index[] {
    this.prune();
    return this.entries.map(({ index }) => index);
  }

  inOrder(): Index[] {
    return this.strongestFirst().sort((a, b) => a - b);
  }

  private prune(): void {
    this.entries.sort((a, b) => b.score - a.score || a.index - b.index);
    if (this.entries.length < this.limit) return;
    this.entries.length = this.limit;
    this.floor = this.entries[this.limit - 1].score;
  }
}
