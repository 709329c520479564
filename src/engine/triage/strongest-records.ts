import type { RecordIndex } from '../model/units';

interface Entry {
  readonly record: RecordIndex;
  readonly score: number;
}

/**
 * The `limit` highest scores of a stream, of equal ones the earlier records. Keeps up to twice as many and
 * sorts when that is full: O(n log limit) over the stream, memory bounded by the limit.
 */
export class StrongestRecords {
  private entries: Entry[] = [];
  private floor = Number.NEGATIVE_INFINITY;

  constructor(private readonly limit: number) {}

  /** Records must come in ascending order. */
  offer(record: RecordIndex, score: number): void {
    if (score <= this.floor) return;
    this.entries.push({ record, score });
    if (this.entries.length >= 2 * this.limit) this.prune();
  }

  strongestFirst(): RecordIndex[] {
    this.prune();
    return this.entries.map(({ record }) => record);
  }

  inOrder(): RecordIndex[] {
    return this.strongestFirst().sort((a, b) => a - b);
  }

  private prune(): void {
    this.entries.sort((a, b) => b.score - a.score || a.record - b.record);
    if (this.entries.length < this.limit) return;
    this.entries.length = this.limit;
    this.floor = this.entries[this.limit - 1].score;
  }
}
