import type { RecordTable } from '../../model/record-table';
import type { ValueSource } from '../values/value-source';
import { findSessions } from './find-sessions';
import type { Sessions } from './sessions';

/** The sessions of a log, found when they are first asked for. */
export class LogSessions {
  private known: Sessions | undefined;

  /** `name`: the field or parameter that names them, where a person said so. */
  constructor(
    private readonly records: RecordTable,
    private readonly values: ValueSource,
    readonly name: string | undefined,
  ) {}

  /** To be run to its end; the second who asks is given the same at once. */
  *found(): Generator<void, Sessions> {
    this.known ??= yield* findSessions(yield* this.values.table(), this.records, this.name);
    return this.known;
  }
}
