import { dot, rowCount, type VectorTable } from './vector-table';

export interface Near {
  readonly index: number;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

/** The rows most like `query` (one row, of length 1), the most alike first; equals in the order of their rows. Rows of zeros are like nothing. */
export function nearestRows(table: VectorTable, query: Float32Array, most: number): readonly Near[] {
  const all: Near[] = [];
  for (let index = 0; index < rowCount(table); index++)
    all.push({ index, score: dot(table, index, query, 0) });
  return all.sort((a, b) => b.score - a.score || a.index - b.index).slice(0, most);
}
