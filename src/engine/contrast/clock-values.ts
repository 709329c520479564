import type { ValueTable } from '../features/values/value-table';
import type { ValueGroup } from './value-groups';

/** Fewer changes say nothing. */
const fewestChanges = 10;
/** What rises at so many of its changes is a clock or a counter. */
const risingShare = 0.9;
/** Looked at of one column. */
const mostChanges = 2_000;

/**
 * Whether a group's values only ever rise, as times that no mask knows and running numbers do: those of a window differ from others
 * by what a window is.
 */
export function areClocks({ columns }: ValueGroup, table: ValueTable): boolean {
  let [rises, changes] = [0, 0];
  for (const column of columns) {
    const values = table.valuesIn(column);
    const step = Math.ceil(values.length / mostChanges);
    for (let i = step; i < values.length; i += step) {
      if (values[i] === values[i - step]) continue;
      changes++;
      if (isLess(table.text(values[i - step]), table.text(values[i]))) rises++;
    }
  }
  return changes >= fewestChanges && rises >= risingShare * changes;
}

/** As numbers where both are; a date is written so that its text tells. */
function isLess(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? a < b : x < y;
}
