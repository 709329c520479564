/** Rows of `dimensions` numbers, each of length 1 or all zeros. */
export interface VectorTable {
  readonly dimensions: number;
  readonly rows: Float32Array;
}

export function rowCount({ dimensions, rows }: VectorTable): number {
  return dimensions === 0 ? 0 : Math.floor(rows.length / dimensions);
}

/** The cosine of a row and another table's row, summed in doubles: in the same order every time. */
export function dot(
  { dimensions, rows }: VectorTable,
  row: number,
  others: Float32Array,
  other: number,
): number {
  const start = row * dimensions;
  const otherStart = other * dimensions;
  let sum = 0;
  for (let at = 0; at < dimensions; at++) sum += rows[start + at] * others[otherStart + at];
  return sum;
}
