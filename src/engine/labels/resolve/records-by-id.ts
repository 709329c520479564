import type { MinedTemplates } from '../../features/mined-templates';
import type { RecordTable, SourceRow } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import { ContextHashes, reach } from '../../triage/context-hashes';
import { Hash64 } from '../../triage/hash64';
import { Twins, type Written, writtenAt } from '../../triage/record-moment';
import {
  type AlikeWanted,
  type Known,
  knownOf,
  type WantedId,
  WantedIds,
  type WantedRecord,
} from './wanted-ids';

const stepRecords = 1 << 15;

/** By index among what was looked for, ascending; none where the log has no such record. */
export type RecordsById = readonly (readonly RecordIndex[])[];

interface Search {
  readonly ids: WantedIds;
  readonly found: FoundRecords;
  /** 1 by signature of those that can be meant. */
  readonly isCandidate: Uint8Array;
}

/** A record whose surroundings are looked for. */
interface Candidate {
  readonly record: RecordIndex;
  readonly written: Written;
  readonly twin: number;
  /** How many records before it have the same around them. */
  readonly ordinal: number;
  /** It has no id by more records after it. */
  readonly isNewest: boolean;
}

class FoundRecords {
  private readonly found: RecordIndex[][];
  /** Of those that have a time, where all times of the log were read otherwise when it was labelled. */
  private readonly shifted: RecordIndex[][];
  /** One with a time was found by it: the log's times are read as then. */
  private isTimeKept = false;

  constructor(wanted: number) {
    this.found = Array.from({ length: wanted }, () => []);
    this.shifted = Array.from({ length: wanted }, () => []);
  }

  get all(): RecordsById {
    const { found, shifted, isTimeKept } = this;
    const all = isTimeKept ? found : found.map((records, at) => records.concat(shifted[at]));
    return all.map((records) => [...new Set(records)].sort((a, b) => a - b));
  }

  take(candidate: Candidate, alike: AlikeWanted): void {
    const { written, ordinal, twin } = candidate;
    const byOrdinal = alike.at(ordinal);
    const hasTime = !Number.isNaN(written.seconds);
    const wanted = hasTime ? byOrdinal.filter(({ isTimed }) => !isTimed) : byOrdinal;
    this.add(candidate, wanted, this.found);
    if (!hasTime) return;
    const byTime = alike.writtenAt(written, twin);
    if (byTime.length > 0) this.isTimeKept = true;
    this.add(candidate, byTime, this.found);
    this.add(candidate, alike.shiftedFrom(written, ordinal), this.shifted);
  }

  private add({ record, isNewest }: Candidate, wanted: readonly WantedId[], to: RecordIndex[][]): void {
    for (const { index, isFormer } of wanted) if (isNewest || !isFormer) to[index].push(record);
  }
}

/**
 * Finds records by ids that any of them may have, findings or not: a hash over what stands around each candidate, one pass for each number of
 * records known after it, and no memory but for what is found. Candidates are the records of the templates that the ids name; all where
 * one names none.
 */
export class RecordFinder {
  private readonly hashes: ContextHashes;

  constructor(
    private readonly records: RecordTable,
    private readonly mined: Pick<MinedTemplates, 'signatureCount' | 'hashOf'>,
  ) {
    this.hashes = new ContextHashes(records, mined);
  }

  /** `signaturesOf`: of a template by its pattern; undefined where the log has none like it. Yields now and then. */
  *find(
    wanted: readonly WantedRecord[],
    signaturesOf: (pattern: string) => Iterable<number> | undefined,
  ): Generator<void, RecordsById> {
    const search: Search = {
      ids: new WantedIds(wanted),
      found: new FoundRecords(wanted.length),
      isCandidate: this.candidates(wanted, signaturesOf),
    };
    const given = new Set(wanted.flatMap(knownOf));
    for (const source of this.records.sources) {
      if (source.role !== 'log' || source.records === 0) continue;
      for (const known of [0, 1, 2] as const)
        if (given.has(known) || (known < reach && this.endsIn(source, search, known)))
          yield* this.search(source, search, known);
    }
    return search.found.all;
  }

  private candidates(
    wanted: readonly WantedRecord[],
    signaturesOf: (pattern: string) => Iterable<number> | undefined,
  ): Uint8Array {
    const marks = new Uint8Array(this.mined.signatureCount);
    for (const { template = '' } of wanted) {
      const signatures = signaturesOf(template);
      if (signatures === undefined) return marks.fill(1);
      for (const signature of signatures) marks[signature] = 1;
    }
    return marks;
  }

  /** Whether a candidate has so few after it that this id is its newest: it may have had more once. */
  private endsIn(source: SourceRow, { isCandidate }: Search, known: Known): boolean {
    const record = source.firstRecord + source.records - 1 - known;
    return record >= source.firstRecord && isCandidate[this.records.signature.get(record)] === 1;
  }

  private *search(source: SourceRow, search: Search, known: Known): Generator<void, void> {
    const { ids, found, isCandidate } = search;
    const counts = new Map<string, number>();
    const twins = new Twins(this.records, ids.moments);
    const hash = new Hash64();
    const { signature } = this.records;
    const last = source.records - 1 - known;
    for (let at = 0; at <= last; at++) {
      if (at % stepRecords === stepRecords - 1) yield;
      const record = (source.firstRecord + at) as RecordIndex;
      if (isCandidate[signature.get(record)] === 0) continue;
      const written = writtenAt(this.records, record);
      const twin = twins.before(record, written);
      this.hashes.context(hash.restart(), source, record, known);
      const alike = ids.around(hash.upper, hash.lower);
      if (alike === undefined) continue;
      const context = `${hash.upper} ${hash.lower}`;
      const ordinal = counts.get(context) ?? 0;
      counts.set(context, ordinal + 1);
      const isNewest = known === reach || at === last;
      found.take({ record, written, twin, ordinal, isNewest }, alike);
    }
  }
}
