import { dot, rowCount, type VectorTable } from './vector-table';

export interface Novelty {
  readonly index: number;
  /** Of the known rows, the most alike; -1 where nothing is known. */
  readonly nearest: number;
  /** 0 says the same, 1 has nothing in common: one minus the cosine. */
  readonly distance: number;
}

/** How far each row is from what is known, the furthest first; equals in the order of their rows. */
export function noveltyOf(table: VectorTable, known: VectorTable): readonly Novelty[] {
  const all = Array.from({ length: rowCount(table) }, (_, index) => noveltyOfRow(table, index, known));
  return all.sort((a, b) => b.distance - a.distance || a.index - b.index);
}

function noveltyOfRow(table: VectorTable, index: number, known: VectorTable): Novelty {
  let nearest = -1;
  let closest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < rowCount(known); row++) {
    const cosine = dot(table, index, known.rows, row);
    if (cosine <= closest) continue;
    closest = cosine;
    nearest = row;
  }
  return { index, nearest, distance: nearest < 0 ? 1 : Math.max(0, 1 - closest) };
}
