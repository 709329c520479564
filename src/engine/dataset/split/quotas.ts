/** Whole numbers by row (stratum) and column (part). */
export type QuotaTable = readonly (readonly number[])[];
type Table = readonly number[][];

/** Whole numbers that add up to `total` and are nearest to its shares by `weights`; ties to the first. */
export function largestRemainders(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const counts = exact.map(Math.floor);
  const order = exact
    .map((share, index) => ({ index, rest: share - counts[index] }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  const left = total - counts.reduce((all, count) => all + count, 0);
  for (const { index } of order.slice(0, left)) counts[index]++;
  return counts;
}

/** Each row's size dealt to columns in the columns' proportion, rounded so that rows and columns add up exactly. */
export function quotasOf(sizes: readonly number[], columns: readonly number[]): QuotaTable {
  const total = columns.reduce((all, count) => all + count, 0);
  const table = sizes.map((size) =>
    columns.map((column) => Math.floor((size * column) / Math.max(1, total))),
  );
  const lacking = columns.map((column, index) => column - table.reduce((all, row) => all + row[index], 0));
  for (const [index, size] of sizes.entries()) fillRow(table, index, size, lacking);
  return table;
}

/** A unit at a time to the column that lacks most. */
function fillRow(table: Table, index: number, size: number, lacking: number[]): void {
  const row = table[index];
  for (let left = size - row.reduce((all, count) => all + count, 0); left > 0; left--) {
    const column = lacking.indexOf(Math.max(...lacking));
    row[column]++;
    lacking[column]--;
  }
}
