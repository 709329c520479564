import type { RecordTable } from '../../model/record-table';
import type { LineIndex, RecordIndex, SourceIndex } from '../../model/units';
import { type FailureWords, failureScore } from './line-evidence';
import type { LineWordings } from './line-wordings';

/**
 * Templates whose wordings differ from good log to good log: a name stands in them. Another name in the bad log is no news,
 * unless it tells more of a failure than any wording of the good logs does.
 */
export class VaryingTemplates {
  /** By template: the worst that a good log's record of it says; NaN where its wordings are the same in all. */
  private readonly worst: Float32Array;

  constructor(
    private readonly records: RecordTable,
    /** Template by signature. */
    private readonly templates: Uint32Array,
    goods: readonly SourceIndex[],
    wordings: LineWordings,
    words: FailureWords,
  ) {
    this.worst = new Float32Array(this.templates.reduce((most, id) => Math.max(most, id + 1), 0)).fill(
      Number.NaN,
    );
    if (goods.length < 2) return;
    this.markVarying(goods);
    for (const good of goods) this.gatherWorst(good, wordings, words);
  }

  /** Whether a score that a record's first line has is nothing new for its template. */
  covers(record: RecordIndex, score: number): boolean {
    return score <= this.worst[this.templateOf(record)];
  }

  private markVarying(goods: readonly SourceIndex[]): void {
    const holders = new Uint16Array(this.templates.length);
    for (const good of goods) {
      const own = new Uint8Array(this.templates.length);
      this.eachRecord(good, (record) => {
        own[this.records.signature.get(record)] = 1;
      });
      own.forEach((has, signature) => {
        holders[signature] += has;
      });
    }
    holders.forEach((count, signature) => {
      if (count > 0 && count < goods.length) this.worst[this.templates[signature]] = 0;
    });
  }

  private gatherWorst(good: SourceIndex, wordings: LineWordings, words: FailureWords): void {
    this.eachRecord(good, (record) => {
      const template = this.templateOf(record);
      if (Number.isNaN(this.worst[template])) return;
      const wording = wordings.at(this.records.firstLine.get(record) as LineIndex);
      const score = failureScore(this.records.levelAt(record), words.of(wording));
      this.worst[template] = Math.max(this.worst[template], score);
    });
  }

  private templateOf(record: RecordIndex): number {
    return this.templates[this.records.signature.get(record)];
  }

  private eachRecord(source: SourceIndex, visit: (record: RecordIndex) => void): void {
    const { firstRecord, records } = this.records.sources[source];
    for (let record = firstRecord as number; record < firstRecord + records; record++)
      visit(record as RecordIndex);
  }
}
