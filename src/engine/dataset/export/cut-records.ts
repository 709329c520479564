import type { SessionId, Sessions } from '../../features/sessions/sessions';
import type { RecordTable } from '../../model/record-table';
import { seededRandom } from '../../model/seeded-random';
import type { RecordIndex } from '../../model/units';
import type { SequenceUnit } from './export-settings';

/** The records of each sequence, in the order of the log. */
export interface SequenceCuts {
  readonly count: number;
  /** Sessions left out since no model reads so many records at once. */
  readonly tooLong: number;
  /** Sessions left out since they may go on in records that were not looked at. */
  readonly cutOff: number;
  /** A view, or made anew; valid until the next call. */
  recordsOf(sequence: number): Uint32Array;
  sessionOf(sequence: number): SessionId | null;
}

/** Records of a session at most: one that goes through the log, as a host's, is no example, and would be held in memory whole. */
export const mostRecords = 10_000;

/** Sequences between two steps. */
const stepSequences = 1 << 13;

/** Baselines are no part of a data set. Yields so that others can work in between. */
export function* cutsOf(
  records: RecordTable,
  sessions: Sessions,
  unit: SequenceUnit,
  seed: number,
): Generator<void, SequenceCuts> {
  const cuts = unit.kind === 'sessions' ? new SessionCuts(sessions) : new WindowCuts(unit, seed);
  yield* cuts.cut(records);
  return cuts;
}

type Windows = Extract<SequenceUnit, { kind: 'windows' }>;

class WindowCuts implements SequenceCuts {
  readonly tooLong = 0;
  readonly cutOff = 0;
  private readonly starts: number[] = [];
  private readonly sizes: number[] = [];
  private readonly random: () => number;

  constructor(
    private readonly unit: Windows,
    seed: number,
  ) {
    this.random = seededRandom(seed);
  }

  *cut(records: RecordTable): Generator<void, void> {
    for (const { role, firstRecord, records: count } of records.sources)
      if (role === 'log') yield* this.cutRecords(firstRecord, firstRecord + count);
  }

  get count(): number {
    return this.starts.length;
  }

  recordsOf(sequence: number): Uint32Array {
    const start = this.starts[sequence];
    const records = new Uint32Array(this.sizes[sequence]);
    for (let i = 0; i < records.length; i++) records[i] = start + i;
    return records;
  }

  sessionOf(): null {
    return null;
  }

  /** A file with fewer records than a window has gives one window; a rest at the end that is too short gives none. */
  private *cutRecords(from: number, until: number): Generator<void, void> {
    for (let at = from; at < until; ) {
      const left = until - at;
      if (left < this.unit.least && at > from) return;
      const size = this.sizeOf(left);
      this.starts.push(at);
      this.sizes.push(size);
      at += size;
      if (this.starts.length % stepSequences === 0) yield;
    }
  }

  private sizeOf(left: number): number {
    const { least, most } = this.unit;
    const drawn = Math.min(left, least + Math.floor(this.random() * (most - least + 1)));
    if (left - drawn === 0 || left - drawn >= least) return drawn;
    if (left <= most) return left;
    return Math.max(least, left - least);
  }
}

class SessionCuts implements SequenceCuts {
  tooLong = 0;
  cutOff = 0;
  private readonly ids: SessionId[] = [];

  constructor(private readonly sessions: Sessions) {}

  *cut(records: RecordTable): Generator<void, void> {
    const isWhole = this.sessions.lookedAt.records.length === records.recordCount;
    for (let id = 0; id < this.sessions.count; id++) {
      if (id % stepSequences === 0) yield;
      const session = id as SessionId;
      const own = this.sessions.recordsOf(session);
      if (records.sources[records.sourceOfRecord(own[0] as RecordIndex)].role !== 'log') continue;
      if (own.length > mostRecords) this.tooLong++;
      else if (!isWhole && this.isCut(session)) this.cutOff++;
      else this.ids.push(session);
    }
  }

  get count(): number {
    return this.ids.length;
  }

  recordsOf(sequence: number): Uint32Array {
    return this.sessions.recordsOf(this.ids[sequence]);
  }

  sessionOf(sequence: number): SessionId {
    return this.ids[sequence];
  }

  private isCut(session: SessionId): boolean {
    return this.sessions.beginIsCut(session) || this.sessions.endIsCut(session);
  }
}
