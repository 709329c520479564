import type { TemplateStatistics } from '../features/template-statistics';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex, SignatureId, TemplateId } from '../model/units';

/** What finding a template's records needs of the miner. */
export type Grouping = Pick<TemplateStatistics['mined'], 'signatureCount' | 'templateOf'>;

/** Up to as many records of each template of the log as asked for, evenly spread over it. */
export class TemplateRecords {
  /** By template id: records in the log. */
  private readonly totals: Uint32Array;
  private readonly templateOfSignature: Uint32Array;

  /** Two passes over the signature column. */
  constructor(
    private readonly records: RecordTable,
    mined: Grouping,
    private readonly most: number,
  ) {
    this.templateOfSignature = new Uint32Array(mined.signatureCount);
    for (let i = 0; i < mined.signatureCount; i++)
      this.templateOfSignature[i] = mined.templateOf(i as SignatureId);
    // An id is the signature that founded the template.
    this.totals = new Uint32Array(mined.signatureCount);
    for (const record of this.logRecords()) this.totals[this.templateAt(record)]++;
  }

  total(template: TemplateId): number {
    return this.totals[template];
  }

  of(template: TemplateId): RecordIndex[] {
    const picked: RecordIndex[] = [];
    let seen = 0;
    for (const record of this.logRecords()) {
      if (this.templateAt(record) === template && this.isPicked(template, seen++)) picked.push(record);
    }
    return picked;
  }

  /** Of every template, by id; four bytes a record. */
  ofAll(): (template: TemplateId) => ArrayLike<RecordIndex> {
    const starts = new Uint32Array(this.totals.length + 1);
    this.totals.forEach((total, id) => {
      starts[id + 1] = starts[id] + Math.min(total, this.most);
    });
    const picked = new Uint32Array(starts[this.totals.length]);
    const seen = new Uint32Array(this.totals.length);
    const next = starts.slice();
    for (const record of this.logRecords()) {
      const id = this.templateAt(record);
      if (this.isPicked(id, seen[id]++)) picked[next[id]++] = record;
    }
    return (template) =>
      picked.subarray(starts[template], starts[template + 1]) as unknown as ArrayLike<RecordIndex>;
  }

  private templateAt(record: RecordIndex): TemplateId {
    return this.templateOfSignature[this.records.signature.get(record)] as TemplateId;
  }

  /** Exactly `most` of a template that has more. */
  private isPicked(template: TemplateId, index: number): boolean {
    const total = this.totals[template];
    const wanted = Math.min(total, this.most);
    return Math.floor(((index + 1) * wanted) / total) > Math.floor((index * wanted) / total);
  }

  private *logRecords(): Generator<RecordIndex> {
    for (const source of this.records.sources) {
      if (source.role !== 'log') continue;
      for (let i = 0; i < source.records; i++) yield (source.firstRecord + i) as RecordIndex;
    }
  }
}
