import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex, SignatureId, TemplateId } from '../../model/units';
import type { LineWordings } from './line-wordings';
import type { WordingCounts } from './wording-counts';

const never = 0xffffffff;

/** What comparing needs of the template miner. */
export interface ComparedTemplates {
  readonly signatureCount: number;
  templateOf(signature: SignatureId): TemplateId;
  template(id: TemplateId): { readonly name?: string; readonly pattern: string };
}

/** The templates of one source; 8 bytes a template. */
export class SourceTemplates {
  private readonly counts: Uint32Array;
  private readonly firstRecords: Uint32Array;
  private readonly sharing = new Map<SourceTemplates, Uint8Array>();

  constructor(
    private readonly table: RecordTable,
    /** Template by signature. */
    private readonly templates: Uint32Array,
    private readonly wordings: LineWordings,
    readonly lines: WordingCounts,
  ) {
    const limit = templates.reduce((most, id) => Math.max(most, id + 1), 0);
    this.counts = new Uint32Array(limit);
    this.firstRecords = new Uint32Array(limit).fill(never);
    this.eachRecord((record, template) => {
      this.counts[template]++;
      if (this.firstRecords[template] === never) this.firstRecords[template] = record;
    });
  }

  /** Of all its templates. */
  get records(): number {
    return this.table.sources[this.lines.source].records;
  }

  /** Records of the template. */
  count(template: TemplateId): number {
    return this.counts[template];
  }

  /** Only of a template it has. */
  firstRecord(template: TemplateId): RecordIndex {
    return this.firstRecords[template] as RecordIndex;
  }

  /** Its templates in the order they first come. */
  inOrder(): TemplateId[] {
    const ids: TemplateId[] = [];
    this.counts.forEach((count, id) => {
      if (count > 0) ids.push(id as TemplateId);
    });
    return ids.sort((a, b) => this.firstRecords[a] - this.firstRecords[b]);
  }

  /**
   * By template, 1 where another source has it too, or a line that a record of it begins with: of logs that are read as
   * different formats the same line makes different records.
   */
  sharedWith(other: SourceTemplates): Uint8Array {
    const known = this.sharing.get(other);
    if (known) return known;
    const shared = this.readShared(other);
    this.sharing.set(other, shared);
    return shared;
  }

  private readShared(other: SourceTemplates): Uint8Array {
    const shared = other.counts.map((count) => (count > 0 ? 1 : 0));
    this.eachRecord((record, template) => {
      const wording = this.wordings.at(this.table.firstLine.get(record) as LineIndex);
      if (other.lines.of(wording) > 0) shared[template] = 1;
    });
    return Uint8Array.from(shared);
  }

  private eachRecord(visit: (record: RecordIndex, template: number) => void): void {
    const { firstRecord, records } = this.table.sources[this.lines.source];
    for (let record = firstRecord as number; record < firstRecord + records; record++)
      visit(record as RecordIndex, this.templates[this.table.signature.get(record)]);
  }
}
