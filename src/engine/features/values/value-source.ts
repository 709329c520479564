import type { ValueTable } from './value-table';

/** The values of a log's records, cut when the first detector asks for them. */
export interface ValueSource {
  /** To be run to its end; the second who asks is given the same table at once. Yields every few thousand records. */
  table(): Generator<void, ValueTable>;
}
