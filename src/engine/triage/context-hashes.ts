import type { MinedTemplates } from '../features/mined-templates';
import type { RecordTable, SourceRow } from '../model/record-table';
import type { SignatureId } from '../model/units';
import { Hash64 } from './hash64';

/** Records looked at on each side. */
export const reach = 2;
/** Stands for a record before the source's first or after its last. */
export const outside = 0x4f444421;

/** Hashes the masked text of a record and of those around it in its source: what ids are made of (see `Identities`). */
export class ContextHashes {
  private readonly hashes: Uint32Array;

  constructor(
    private readonly records: Pick<RecordTable, 'signature'>,
    mined: Pick<MinedTemplates, 'signatureCount' | 'hashOf'>,
  ) {
    this.hashes = new Uint32Array(mined.signatureCount * 2);
    for (let i = 0; i < mined.signatureCount; i++) {
      const { hi, lo } = mined.hashOf(i as SignatureId);
      this.hashes[i * 2] = hi;
      this.hashes[i * 2 + 1] = lo;
    }
  }

  /** Of contexts with 0, 1, 2 records after it, as far as they exist. */
  contexts(source: SourceRow, record: number): Hash64[] {
    const end = source.firstRecord + source.records;
    const most = Math.min(reach, end - 1 - record);
    return Array.from({ length: most + 1 }, (_, after) => this.context(new Hash64(), source, record, after));
  }

  /** Of the one with so many records after it, which must exist; `hash` is one that nothing was added to. */
  context(hash: Hash64, source: SourceRow, record: number, after: number): Hash64 {
    for (let at = record - reach; at <= record + after; at++) {
      if (at < source.firstRecord) hash.add(outside);
      else this.addRecord(hash, at);
    }
    for (let missing = after; missing < reach; missing++) hash.add(outside);
    return hash;
  }

  private addRecord(hash: Hash64, record: number): void {
    const signature = this.records.signature.get(record);
    hash.add(this.hashes[signature * 2]).add(this.hashes[signature * 2 + 1]);
  }
}
