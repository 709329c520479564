import type { TemplateStatistics } from '../features/template-statistics';
import type { Evidence, Sentence } from '../model/finding';
import type { LineIndex, LineNumber, RecordIndex, SignatureId, TemplateId } from '../model/units';
import { triagePatterns } from './sentences';
import { UsualSiblings } from './usual-siblings';
import { UsualSuccessors } from './usual-successors';

const stepRecords = 1 << 16;
const never = 0xffffffff;

/**
 * What normal looks like: for each finding the nearest usual sibling ("usually `accepted`, 1,204 times;
 * here `refused`"), else the line that should have followed the one before it. The evidence's line is an
 * example of the usual, the nearest before the finding where there is one.
 */
export class NormalEvidence {
  private readonly siblings: UsualSiblings;
  private readonly successors: UsualSuccessors;
  private readonly found = new Map<RecordIndex, Evidence>();
  private readonly lastOfSignature: Uint32Array;
  /** By the template that is followed. */
  private readonly firstFollowed: Uint32Array;
  private readonly lastFollowed: Uint32Array;

  constructor(private readonly statistics: TemplateStatistics) {
    this.siblings = new UsualSiblings(statistics);
    this.successors = new UsualSuccessors(statistics);
    this.lastOfSignature = new Uint32Array(statistics.mined.signatureCount).fill(never);
    this.firstFollowed = new Uint32Array(statistics.templateLimit).fill(never);
    this.lastFollowed = new Uint32Array(statistics.templateLimit).fill(never);
  }

  of(record: RecordIndex): Evidence | undefined {
    return this.found.get(record);
  }

  /** `wanted` in ascending order. One pass over signatures, two over records; yields now and then. */
  *gather(wanted: readonly RecordIndex[]): Generator<void, void> {
    if (wanted.length === 0) return;
    const { records } = this.statistics;
    yield* this.siblings.search(
      new Set(wanted.map((record) => records.signature.get(record) as SignatureId)),
    );
    yield* this.findFirstFollowed();
    let next = 0;
    for (let record = 0; next < wanted.length; record++) {
      if (record === wanted[next]) this.note(wanted[next++]);
      this.lastOfSignature[records.signature.get(record)] = record;
      const followed = this.usuallyFollowed(record as RecordIndex);
      if (followed !== undefined) this.lastFollowed[followed] = record;
      if (record % stepRecords === 0) yield;
    }
  }

  private *findFirstFollowed(): Generator<void, void> {
    for (let record = 0; record < this.statistics.records.recordCount; record++) {
      const followed = this.usuallyFollowed(record as RecordIndex);
      if (followed !== undefined && this.firstFollowed[followed] === never)
        this.firstFollowed[followed] = record;
      if (record % stepRecords === 0) yield;
    }
  }

  /** The template before the record, where the record is what usually follows it. */
  private usuallyFollowed(record: RecordIndex): TemplateId | undefined {
    if (record === 0) return undefined;
    const before = this.statistics.templateOf((record - 1) as RecordIndex);
    if (this.successors.after(before)?.template !== this.statistics.templateOf(record)) return undefined;
    return this.isFirstOfSource(record) ? undefined : before;
  }

  private isFirstOfSource(record: RecordIndex): boolean {
    const { records } = this.statistics;
    return record === records.sources[records.sourceOfRecord(record)].firstRecord;
  }

  private note(record: RecordIndex): void {
    const evidence = this.siblingEvidence(record) ?? this.successorEvidence(record);
    if (evidence !== undefined) this.found.set(record, evidence);
  }

  private siblingEvidence(record: RecordIndex): Evidence | undefined {
    const { records, signatureCounts } = this.statistics;
    const sibling = this.siblings.of(records.signature.get(record) as SignatureId);
    if (sibling === undefined) return undefined;
    const example = nearest(
      this.lastOfSignature[sibling.signature],
      this.statistics.firstRecordOfSignature(sibling.signature),
    );
    const values = [sibling.usual, signatureCounts[sibling.signature], sibling.here];
    return this.evidence(example, { pattern: triagePatterns.usualWords, values });
  }

  private successorEvidence(record: RecordIndex): Evidence | undefined {
    if (this.isFirstOfSource(record)) return undefined;
    const before = this.statistics.templateOf((record - 1) as RecordIndex);
    const successor = this.successors.after(before);
    if (successor === undefined || successor.template === this.statistics.templateOf(record))
      return undefined;
    const example = nearest(this.lastFollowed[before], this.firstFollowed[before] as RecordIndex);
    const { pattern } = this.statistics.mined.template(successor.template);
    const values = [pattern, successor.taken, successor.left];
    return this.evidence(example, { pattern: triagePatterns.usualSuccessor, values });
  }

  private evidence(example: RecordIndex | undefined, note: Sentence): Evidence | undefined {
    if (example === undefined) return undefined;
    return { source: this.statistics.records.sourceOfRecord(example), line: this.lineOf(example), note };
  }

  private lineOf(record: RecordIndex): LineNumber {
    const { records } = this.statistics;
    return records.lineNumber(records.firstLine.get(record) as LineIndex);
  }
}

function nearest(last: number, first: RecordIndex | undefined): RecordIndex | undefined {
  return last === never ? first : (last as RecordIndex);
}
