import type { MinedTemplates } from '../../features/mined-templates';
import type { RecordTable, SourceRow } from '../../model/record-table';
import type { RecordIndex } from '../../model/units';
import { ContextHashes, reach } from '../../triage/context-hashes';
import { Hash64 } from '../../triage/hash64';
import { type Known, knownOf, WantedIds, type WantedRecord } from './wanted-ids';

const stepRecords = 1 << 15;

/** By index among what was looked for, ascending; none where the log has no such record. */
export type RecordsById = readonly (readonly RecordIndex[])[];

interface Search {
  readonly ids: WantedIds;
  readonly found: RecordIndex[][];
  /** 1 by signature of those that can be meant. */
  readonly isCandidate: Uint8Array;
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
      found: wanted.map(() => []),
      isCandidate: this.candidates(wanted, signaturesOf),
    };
    const given = new Set(wanted.flatMap(knownOf));
    for (const source of this.records.sources) {
      if (source.role !== 'log' || source.records === 0) continue;
      for (const known of [0, 1, 2] as const)
        if (given.has(known) || (known < reach && this.endsIn(source, search, known)))
          yield* this.search(source, search, known);
    }
    return search.found.map((records) => [...new Set(records)].sort((a, b) => a - b));
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

  private *search(
    source: SourceRow,
    { ids, found, isCandidate }: Search,
    known: Known,
  ): Generator<void, void> {
    const counts = new Map<string, number>();
    const hash = new Hash64();
    const { signature } = this.records;
    const last = source.records - 1 - known;
    for (let at = 0; at <= last; at++) {
      if (at % stepRecords === stepRecords - 1) yield;
      const record = (source.firstRecord + at) as RecordIndex;
      if (isCandidate[signature.get(record)] === 0) continue;
      this.hashes.context(hash.restart(), source, record, known);
      const alike = ids.around(hash.upper, hash.lower);
      if (alike === undefined) continue;
      const context = `${hash.upper} ${hash.lower}`;
      const ordinal = counts.get(context) ?? 0;
      counts.set(context, ordinal + 1);
      const isNewest = known === reach || at === last;
      for (const { index, isFormer } of alike.at(ordinal))
        if (isNewest || !isFormer) found[index].push(record);
    }
  }
}
