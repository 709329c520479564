import type { HeadRows } from './csv-rows-of-head';

/** More parts of a thing (processors, disks) are hardly told apart by number. */
const mostNumbers = 512;
const whole = /^-?\d{1,6}$/;

/**
 * Of columns of figures the one that numbers what is measured, as sysstat's `CPU` does: where several rows have one time and one text,
 * the first of whole numbers that tells them all apart. -1 where nothing is to be told apart, or nothing does.
 */
export function numberedColumn(
  { cells }: Pick<HeadRows, 'cells'>,
  keys: readonly number[],
  figures: readonly number[],
): number {
  const keyOf = (row: readonly string[], more: readonly number[]) =>
    JSON.stringify([...keys, ...more].map((column) => row[column]));
  const different = (more: readonly number[]) => new Set(cells.map((row) => keyOf(row, more))).size;
  if (figures.length < 2 || different([]) === cells.length) return -1;
  return figures.find((column) => numbers(cells, column) && different([column]) === cells.length) ?? -1;
}

function numbers(cells: HeadRows['cells'], column: number): boolean {
  const values = new Set(cells.map((row) => (row[column] ?? '').trim()));
  return (
    values.size <= mostNumbers && values.size < cells.length && [...values].every((text) => whole.test(text))
  );
}
