import type { RecordIndex } from '../../model/units';

/** What people know a record by, beside its columns. */
export interface RecordWords {
  /** Name of a component by the id its column holds; '' for none. */
  componentName(component: number): string;
  /** Its message as people may safely see it, at most `limit` UTF-16 code units. */
  message(record: RecordIndex, limit: number): string;
}
