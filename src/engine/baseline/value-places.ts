import type { ValueColumn } from '../features/values/value-columns';
import { placeKey } from './column-fold';

/** A column of a session and what tells its place from others in any session. */
export interface PlacedColumn {
  readonly column: ValueColumn;
  readonly kind: 'parameter' | 'field';
  readonly ordinal: number;
  /** `placeKey` of the session's template. */
  readonly key: string;
}

/**
 * The columns that have values, by their number. Parameters are counted among those of their template that have the same name
 * and type: their index changes where a template becomes wider.
 */
export function placedColumns(columns: readonly ValueColumn[]): ReadonlyMap<number, PlacedColumn> {
  const seen = new Map<string, number>();
  const placed = new Map<number, PlacedColumn>();
  const inOrder = columns.toSorted((a, b) => a.template - b.template || a.parameter - b.parameter);
  for (const column of inOrder) {
    const { kind, name, type = null, template } = column;
    // A header's unnamed columns are processes, threads and other clocks.
    if (kind === 'header') continue;
    const first = placeKey(template, { kind, name, type, ordinal: 0 });
    const ordinal = seen.get(first) ?? 0;
    seen.set(first, ordinal + 1);
    const key = placeKey(template, { kind, name, type, ordinal });
    placed.set(column.id, { column, kind, ordinal, key });
  }
  return placed;
}
