import type { FlatForest } from './flat-forest';

/** Rows remembered; a power of two. 8 bytes a value, 1.4 MB for nine columns. */
const slots = 1 << 14;

/**
 * Scores of rows seen lately: a log's records come to few distinct rows, and walking 100 trees costs a
 * hundred times more than comparing one row. Only time depends on what is remembered, never a score.
 */
export class RowScores {
  private readonly rows: Float64Array;
  private readonly scores = new Float64Array(slots).fill(Number.NaN);

  constructor(
    private readonly forest: FlatForest,
    private readonly width: number,
  ) {
    this.rows = new Float64Array(slots * width);
  }

  score(rows: Float64Array, offset: number): number {
    const slot = this.slotOf(rows, offset);
    if (!this.holds(slot, rows, offset)) {
      this.rows.set(rows.subarray(offset, offset + this.width), slot * this.width);
      this.scores[slot] = this.forest.score(rows, offset);
    }
    return this.scores[slot];
  }

  private slotOf(rows: Float64Array, offset: number): number {
    let hash = 0;
    for (let i = 0; i < this.width; i++)
      hash = Math.imul(hash ^ (rows[offset + i] * 8), 0x9e3779b1) ^ (hash >>> 15);
    return (hash >>> 8) & (slots - 1);
  }

  private holds(slot: number, rows: Float64Array, offset: number): boolean {
    if (Number.isNaN(this.scores[slot])) return false;
    const start = slot * this.width;
    for (let i = 0; i < this.width; i++) if (this.rows[start + i] !== rows[offset + i]) return false;
    return true;
  }
}
