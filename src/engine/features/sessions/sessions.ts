import type { RecordIndex } from '../../model/units';
import type { ValueId } from '../values/value-pool';

/** Names one session of a log; ids count from 0 in the order the sessions begin. */
export type SessionId = number & { readonly __brand: 'SessionId' };

/** What ties the records of sessions together. */
export interface SessionLink {
  /** A field's name or the word before the value; '' where it has none. */
  readonly name: string;
  readonly sessions: number;
  readonly records: number;
}

/** What finding sessions hands over; sessions ascend by their first record. */
export interface FoundSessions {
  readonly links: readonly SessionLink[];
  /** By session. */
  readonly linkOf: Uint8Array;
  readonly values: Uint32Array;
  /** By session, and one more: where its records begin. */
  readonly starts: Uint32Array;
  /** Session by session, ascending within each. */
  readonly records: Uint32Array;
  /** By session: 1 where it may have begun before what was looked at, 2 where it may go on behind it, 3 both. */
  readonly cuts: Uint8Array;
  /** Ascending, with `sessionOfRow`. */
  readonly rows: Uint32Array;
  readonly sessionOfRow: Int32Array;
  readonly text: (value: ValueId) => string;
}

/** Which records belong together: those with the same request id, trace, block or job. Of records that were looked at. */
export class Sessions {
  constructor(private readonly found: FoundSessions) {}

  /** What links records, the strongest first; none where nothing does. */
  get links(): readonly SessionLink[] {
    return this.found.links;
  }

  get count(): number {
    return this.found.values.length;
  }

  /** Records that were looked at, ascending, and the session of each, -1 of none (views). */
  get lookedAt(): { readonly records: Uint32Array; readonly sessions: Int32Array } {
    return { records: this.found.rows, sessions: this.found.sessionOfRow };
  }

  /** -1 where the record belongs to none, or was not looked at. */
  sessionOf(record: RecordIndex): SessionId | -1 {
    const { rows, sessionOfRow } = this.found;
    let low = 0;
    let high = rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      if (rows[middle] === record) return sessionOfRow[middle] as SessionId | -1;
      if (rows[middle] < record) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  /** In order (a view). */
  recordsOf(session: SessionId): Uint32Array {
    return this.found.records.subarray(this.found.starts[session], this.found.starts[session + 1]);
  }

  /** The id its records share. */
  idOf(session: SessionId): string {
    return this.found.text(this.found.values[session] as ValueId);
  }

  /** That id among the values of the log. */
  valueOf(session: SessionId): ValueId {
    return this.found.values[session] as ValueId;
  }

  linkOf(session: SessionId): SessionLink {
    return this.found.links[this.found.linkOf[session]];
  }

  /** It may have begun before the log, or before the stretch that was looked at. */
  beginIsCut(session: SessionId): boolean {
    return (this.found.cuts[session] & 1) !== 0;
  }

  /** It may go on after it. */
  endIsCut(session: SessionId): boolean {
    return (this.found.cuts[session] & 2) !== 0;
  }
}
