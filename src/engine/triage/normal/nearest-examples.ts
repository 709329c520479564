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
  private watched: Uint8Array | undefined;

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
    const asked = Array.from(wishes, ([record, wish]) => ({ record, slot: this.slotOf(wish) }));
    asked.sort((a, b) => a.record - b.record);
    let from = 0;
    for (const one of asked) {
      yield* this.see(from, one.record);
      from = one.record;
      if (this.last[one.slot] !== never) examples.set(one.record, this.last[one.slot] as RecordIndex);
    }
    yield* this.see(from, this.statistics.records.recordCount);
    for (const { record, slot } of asked) {
      const isMissing = !examples.has(record) && this.first[slot] !== never;
      if (isMissing) examples.set(record, this.first[slot] as RecordIndex);
    }
    return examples;
  }

  /** Records `[from, to)`. Most are of a signature that nobody wishes for: that costs two look-ups. */
  private *see(from: number, to: number): Generator<void, void> {
    const { signature } = this.statistics.records;
    const watched = this.watchedSignatures();
    for (let record = from; record < to; record++) {
      if (record % stepRecords === 0) yield;
      if (watched[signature.get(record)] === 1) this.noteRecord(record as RecordIndex);
    }
  }

  private noteRecord(record: RecordIndex): void {
    const { records } = this.statistics;
    const template = this.statistics.templateOf(record);
    this.note(this.ofWording[records.signature.get(record)], record);
    this.note(this.ofTemplate[template], record);
    if (record === 0 || record === records.sources[records.sourceOfRecord(record)].firstRecord) return;
    const before = this.statistics.templateOf((record - 1) as RecordIndex);
    if (this.nextOfStep[before] === template) this.note(this.ofStep[before], record);
  }

  /** Known once all wishes are. */
  private watchedSignatures(): Uint8Array {
    if (this.watched !== undefined) return this.watched;
    const { templateOfSignature } = this.statistics;
    const nexts = new Set(this.nextOfStep);
    this.watched = Uint8Array.from(templateOfSignature, (template, signature) => {
      const isWished = this.ofWording[signature] !== never || this.ofTemplate[template] !== never;
      return isWished || nexts.has(template) ? 1 : 0;
    });
    return this.watched;
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
