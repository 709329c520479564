import type { TemplateStatistics } from '../../features/template-statistics';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';

/** What an example is wanted of: a wording, a template, or a template right behind another. */
export type Wish =
  | { readonly kind: 'wording'; readonly signature: SignatureId }
  | { readonly kind: 'template'; readonly template: TemplateId }
  | { readonly kind: 'step'; readonly before: TemplateId; readonly next: TemplateId };

const stepRecords = 1 << 16;
const never = -1;

/** A column by id: the wish it belongs to, `never` for most. */
function wishColumn(length: number): Int32Array {
  return new Int32Array(length).fill(never);
}

/**
 * Examples nearest before the records that wish for them, else the first after: one pass over the records, in which
 * a template has at most one wished-for follower.
 */
export class NearestExamples {
  private readonly ofWording: Int32Array;
  private readonly ofTemplate: Int32Array;
  private readonly ofStep: Int32Array;
  private readonly nextOfStep: Int32Array;
  private readonly first: number[] = [];
  private readonly last: number[] = [];

  constructor(private readonly statistics: TemplateStatistics) {
    this.ofWording = wishColumn(statistics.mined.signatureCount);
    this.ofTemplate = wishColumn(statistics.templateLimit);
    this.ofStep = wishColumn(statistics.templateLimit);
    this.nextOfStep = wishColumn(statistics.templateLimit);
  }

  /** Records without an example are left out. Yields now and then. */
  *find(wishes: ReadonlyMap<RecordIndex, Wish>): Generator<void, ReadonlyMap<RecordIndex, RecordIndex>> {
    const examples = new Map<RecordIndex, RecordIndex>();
    if (wishes.size === 0) return examples;
    const slots = new Map(Array.from(wishes, ([record, wish]) => [record as number, this.slotOf(wish)]));
    for (const { firstRecord, records } of this.statistics.records.sources) {
      let before = never;
      for (let record = firstRecord as number; record < firstRecord + records; record++) {
        if (record % stepRecords === 0) yield;
        const slot = slots.get(record);
        if (slot !== undefined && this.last[slot] !== never) {
          examples.set(record as RecordIndex, this.last[slot] as RecordIndex);
        }
        before = this.see(record, before);
      }
    }
    for (const [record, slot] of slots) {
      const isMissing = !examples.has(record as RecordIndex) && this.first[slot] !== never;
      if (isMissing) examples.set(record as RecordIndex, this.first[slot] as RecordIndex);
    }
    return examples;
  }

  /** Answers the record's template. */
  private see(record: number, before: number): number {
    const { records, templateOfSignature } = this.statistics;
    const signature = records.signature.get(record);
    const template = templateOfSignature[signature];
    this.note(this.ofWording[signature], record);
    this.note(this.ofTemplate[template], record);
    if (before !== never && this.nextOfStep[before] === template) this.note(this.ofStep[before], record);
    return template;
  }

  private note(slot: number, record: number): void {
    if (slot === never) return;
    if (this.first[slot] === never) this.first[slot] = record;
    this.last[slot] = record;
  }

  private slotOf(wish: Wish): number {
    if (wish.kind === 'wording') return this.slotIn(this.ofWording, wish.signature);
    if (wish.kind === 'template') return this.slotIn(this.ofTemplate, wish.template);
    this.nextOfStep[wish.before] = wish.next;
    return this.slotIn(this.ofStep, wish.before);
  }

  private slotIn(column: Int32Array, id: number): number {
    if (column[id] !== never) return column[id];
    this.first.push(never);
    column[id] = this.last.push(never) - 1;
    return column[id];
  }
}
