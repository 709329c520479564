import type { TemplateStatistics } from '../../features/template-statistics';
import type { Evidence, Sentence } from '../../model/finding';
import type { RecordIndex, SignatureId, TemplateId } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';
import { triagePatterns } from '../sentences';
import { beatNote } from './beat-note';
import { MissedBeats } from './missed-beats';
import { NearestExamples, type Wish } from './nearest-examples';
import { noteOn, ShownTemplates } from './note';
import { RecordPassages } from './record-passages';
import { RequestEvidence } from './request-evidence';
import { sameQuoteBefore } from './same-quote';
import { SimilarTemplates } from './similar-templates';
import { UsualSuccessors } from './usual-successors';
import { WordSiblings } from './word-siblings';

interface Usual {
  readonly note: Sentence;
  readonly wish: Wish;
}

/**
 * What normal looks like beside a finding, at most one kind each, the most telling first:
 *
 * 1. the same words but for one or two, much commoner ("usually `accepted`, 1,204 times; here `refused`")
 * 2. what usually comes next in the same request
 * 3. the much commoner line most like it
 * 4. what usually follows the line before
 * 5. what its component writes regularly and did not write then
 *
 * The evidence's line is an example of the usual, the nearest before the finding where there is one.
 */
export class NormalEvidence {
  private readonly shown: ShownTemplates;
  private readonly passages: RecordPassages;
  private readonly siblings: WordSiblings;
  private readonly requests: RequestEvidence;
  private readonly similar: SimilarTemplates;
  private readonly successors: UsualSuccessors;
  private readonly beats: MissedBeats;
  private readonly found = new Map<RecordIndex, Evidence>();

  constructor(
    private readonly statistics: TemplateStatistics,
    texts: SourceTexts,
  ) {
    this.shown = new ShownTemplates(statistics.mined);
    this.siblings = new WordSiblings(statistics);
    this.passages = new RecordPassages(statistics.records, texts);
    this.requests = new RequestEvidence(statistics, this.passages, this.shown);
    this.similar = new SimilarTemplates(statistics);
    this.successors = new UsualSuccessors(statistics);
    this.beats = new MissedBeats(statistics);
  }

  of(record: RecordIndex): Evidence | undefined {
    return this.found.get(record);
  }

  /** `strongest`: those of `wanted` that text is read for. Yields now and then. */
  *gather(wanted: readonly RecordIndex[], strongest: readonly RecordIndex[]): Generator<void, void> {
    const odd = this.oddTemplates(wanted);
    yield* this.siblings.search(new Set(wanted.map((record) => this.signatureOf(record))));
    const usuals = new Map<RecordIndex, Usual>();
    enter(usuals, wanted, (record) => this.siblingOf(record));
    yield* this.requests.gather(without(usuals, strongest), odd);
    enter(this.found, strongest, (record) => this.requests.of(record));
    const rest = without(this.found, without(usuals, wanted));
    yield* this.similar.search(rest, odd);
    enter(usuals, rest, (record) => this.similarTo(record) ?? this.successorOf(record, odd));
    yield* this.noteExamples(usuals, new Set(strongest));
    const silent = without(this.found, strongest);
    yield* this.beats.listen(silent, odd);
    enter(this.found, silent, (record) => this.missedBeat(record));
  }

  /** What is itself a finding more often than not is no example of how it should be, however common. */
  private oddTemplates(wanted: readonly RecordIndex[]): ReadonlySet<TemplateId> {
    const counts = new Map<TemplateId, number>();
    for (const record of wanted) {
      const template = this.statistics.templateOf(record);
      counts.set(template, (counts.get(template) ?? 0) + 1);
    }
    const { templateCounts } = this.statistics;
    const odd = [...counts].filter(([template, count]) => count * 2 > templateCounts[template]);
    return new Set(odd.map(([template]) => template));
  }

  private *noteExamples(
    usuals: ReadonlyMap<RecordIndex, Usual>,
    strongest: ReadonlySet<RecordIndex>,
  ): Generator<void, void> {
    const wishes = new Map(Array.from(usuals, ([record, { wish }]) => [record, wish]));
    const examples = yield* new NearestExamples(this.statistics).find(wishes);
    for (const [record, { note, wish }] of usuals) {
      const telling = strongest.has(record) ? this.tellingExample(record, wish) : undefined;
      const example = telling ?? examples.get(record);
      if (example !== undefined) this.found.set(record, noteOn(example, note, this.statistics));
    }
  }

  /** Of a wording's examples the one for the same request. */
  private tellingExample(record: RecordIndex, wish: Wish): RecordIndex | undefined {
    if (wish.kind !== 'wording') return undefined;
    return sameQuoteBefore(record, wish.signature, this.passages, this.statistics.records);
  }

  private siblingOf(record: RecordIndex): Usual | undefined {
    const sibling = this.siblings.of(this.signatureOf(record));
    if (sibling === undefined) return undefined;
    const { signature, usual, here } = sibling;
    const values = [usual, this.statistics.signatureCounts[signature], here];
    return { note: { pattern: triagePatterns.usualWords, values }, wish: { kind: 'wording', signature } };
  }

  private similarTo(record: RecordIndex): Usual | undefined {
    const template = this.similar.of(record);
    if (template === undefined) return undefined;
    const values = [this.shown.of(template), this.statistics.templateCounts[template]];
    return { note: { pattern: triagePatterns.usualAlike, values }, wish: { kind: 'template', template } };
  }

  private successorOf(record: RecordIndex, odd: ReadonlySet<TemplateId>): Usual | undefined {
    const { records } = this.statistics;
    if (record === records.sources[records.sourceOfRecord(record)].firstRecord) return undefined;
    const before = this.statistics.templateOf((record - 1) as RecordIndex);
    const successor = this.successors.after(before);
    if (successor === undefined || odd.has(successor.template)) return undefined;
    if (successor.template === this.statistics.templateOf(record)) return undefined;
    const { template, taken, left } = successor;
    const values = [this.shown.of(template), taken, left];
    const note = { pattern: triagePatterns.usualSuccessor, values };
    return { note, wish: { kind: 'step', before, next: template } };
  }

  private missedBeat(record: RecordIndex): Evidence | undefined {
    const missed = this.beats.around(record);
    if (missed === undefined) return undefined;
    const hasComponent = this.statistics.records.component.get(record) !== 0;
    return noteOn(missed.gap.last, beatNote(missed, hasComponent, this.shown), this.statistics);
  }

  private signatureOf(record: RecordIndex): SignatureId {
    return this.statistics.records.signature.get(record) as SignatureId;
  }
}

/** What is known of a record stays. */
function enter<Known>(
  known: Map<RecordIndex, Known>,
  records: readonly RecordIndex[],
  find: (record: RecordIndex) => Known | undefined,
): void {
  for (const record of without(known, records)) {
    const found = find(record);
    if (found !== undefined) known.set(record, found);
  }
}

function without(known: ReadonlyMap<RecordIndex, unknown>, records: readonly RecordIndex[]): RecordIndex[] {
  return records.filter((record) => !known.has(record));
}
