import type { MinedTemplates } from '../features/mined-templates';
import type { RecordTable, SourceRow } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import { ContextHashes, outside, reach } from './context-hashes';
import { ContextTrie } from './context-trie';
import { momentOf, Twins, writtenAt } from './record-moment';

const stepRecords = 1 << 16;

export interface Identity {
  readonly id: string;
  /** Newest first. */
  readonly formerIds: readonly string[];
  /** Nanoseconds since the epoch in decimal; left out where it has no time. */
  readonly time?: string;
  /** How many records of the same masked text and time stand before it in its source; left out where none does. */
  readonly twin?: number;
}

/**
 * Names records by what stands around them, not by line or time.
 *
 * With `k` records known after it (2, or fewer at the log's end) a record's context is the masked text of
 * two records before, itself and `k` after. Its id is the hash of that context and of an ordinal: how many
 * earlier records of its source have the same context. Every record before it already had `k` records
 * after itself when this one came, so an ordinal never changes when the log grows; and the ids it had at
 * the log's end (`k` = 1, 0) can be computed again later: they are the former ids.
 *
 * Ordinals count within a source, so that a log's ids do not depend on which others are analysed with it. They change where the
 * beginning of a log goes, as rotation makes it: the time, and which of its twins a record is, name it beside the id.
 */
export class Identities {
  private readonly found = new Map<RecordIndex, Identity>();
  private readonly hashes: ContextHashes;
  /** By signature, 1 where a wanted record has it: of all others nothing is counted. */
  private readonly isWanted: Uint8Array;

  constructor(
    private readonly records: RecordTable,
    mined: MinedTemplates,
  ) {
    this.hashes = new ContextHashes(records, mined);
    this.isWanted = new Uint8Array(mined.signatureCount);
  }

  of(record: RecordIndex): Identity {
    const identity = this.found.get(record);
    if (identity === undefined) throw new Error(`record ${record} was not identified`);
    return identity;
  }

  /** `wanted` in ascending order. One pass over the sources they are in; yields now and then. */
  *identify(wanted: readonly RecordIndex[]): Generator<void, void> {
    for (const source of this.records.sources) {
      const end = source.firstRecord + source.records;
      const inSource = wanted.filter((record) => record >= source.firstRecord && record < end);
      if (inSource.length > 0) yield* this.identifyInSource(source, inSource);
    }
  }

  private *identifyInSource(source: SourceRow, wanted: readonly RecordIndex[]): Generator<void, void> {
    const trie = new ContextTrie();
    const { signature } = this.records;
    const moments = wanted.map((record) => momentOf(writtenAt(this.records, record)));
    const twins = new Twins(this.records, new Set(moments));
    this.isWanted.fill(0);
    for (const record of wanted) {
      this.isWanted[signature.get(record)] = 1;
      this.addContexts(trie, source, record);
    }
    let next = 0;
    const last = wanted[wanted.length - 1];
    for (let record = source.firstRecord as number; record <= last; record++) {
      if (record % stepRecords === 0) yield;
      if (this.isWanted[signature.get(record)] === 0) continue;
      const twin = twins.before(record, writtenAt(this.records, record));
      if (record === wanted[next]) {
        this.found.set(wanted[next++], this.identityOf(trie, source, record as RecordIndex, twin));
      }
      this.countContexts(trie, source, record);
    }
  }

  private addContexts(trie: ContextTrie, source: SourceRow, record: number): void {
    let node = 0;
    for (let at = record; at >= record - reach; at--) node = trie.addChild(node, this.wordAt(source, at));
    for (let at = record + 1; at <= record + reach; at++) node = trie.addChild(node, this.wordAt(source, at));
  }

  /** Only contexts of wanted records are counted: the trie stays as large as the findings, not as the log. */
  private countContexts(trie: ContextTrie, source: SourceRow, record: number): void {
    const end = source.firstRecord + source.records;
    let node = this.shortestContext(trie, source, record);
    for (let at = record + 1; node !== 0; at++) {
      trie.countOne(node);
      if (at > record + reach || at >= end) return;
      node = trie.child(node, this.records.signature.get(at));
    }
  }

  /** The node of the records up to this one; 0 where no wanted record has the same before it. */
  private shortestContext(trie: ContextTrie, source: SourceRow, record: number): number {
    let node = trie.child(0, this.records.signature.get(record));
    for (let at = record - 1; node !== 0 && at >= record - reach; at--) {
      node = trie.child(node, this.wordAt(source, at));
    }
    return node;
  }

  private wordAt({ firstRecord, records }: SourceRow, at: number): number {
    return at < firstRecord || at >= firstRecord + records ? outside : this.records.signature.get(at);
  }

  /** Former ids belong to the contexts with fewer records after it. */
  private identityOf(trie: ContextTrie, source: SourceRow, record: RecordIndex, twin: number): Identity {
    const ids: string[] = [];
    let node = this.shortestContext(trie, source, record);
    for (const [after, context] of this.hashes.contexts(source, record).entries()) {
      if (after > 0) node = trie.child(node, this.records.signature.get(record + after));
      ids.push(context.add(trie.count(node)).hex());
    }
    const [id, ...formerIds] = ids.reverse();
    const time = this.records.time.nanosecondsText(record);
    return { id, formerIds, ...(time !== null && { time }), ...(twin > 0 && { twin }) };
  }
}
