import type { Sentence } from '../../model/finding';
import type { ValueTable } from './value-table';

/** The values of a log's records, cut when the first detector asks for them. */
export interface ValueSource {
  /** To be run to its end; the second who asks is given the same table at once. Yields every few thousand records. */
  table(): Generator<void, ValueTable>;
  /** The table, where it was asked for already. */
  readonly known: ValueTable | undefined;
}

/** What must be said where not all records were looked at. */
export function unseenValues({ known }: ValueSource): Sentence[] {
  if (known === undefined || known.rowCount === known.recordCount) return [];
  return [
    {
      pattern: 'values and sessions: of {0} of {1} records',
      values: [known.rowCount, known.recordCount],
    },
  ];
}
