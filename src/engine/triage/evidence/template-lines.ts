import type { RecordTable } from '../../model/record-table';
import type { SignatureId, SourceIndex, TemplateId } from '../../model/units';

const none = -1;

/** The template of each line a record begins on, and how many records of the source have it. 4 bytes a line. */
export class TemplateLines {
  private readonly templates: Int32Array;
  private readonly counts: number[] = [];

  constructor(
    { sources, firstLine, signature }: RecordTable,
    source: SourceIndex,
    templateOf: (signature: SignatureId) => TemplateId,
  ) {
    const { firstLine: first, lines, firstRecord, records } = sources[source];
    this.templates = new Int32Array(lines).fill(none);
    for (let record = firstRecord as number; record < firstRecord + records; record++) {
      const template = templateOf(signature.get(record) as SignatureId);
      this.templates[firstLine.get(record) - first] = template;
      this.counts[template] = (this.counts[template] ?? 0) + 1;
    }
  }

  /** -1 where no record begins on the line (from 0). */
  at(line: number): number {
    return this.templates[line];
  }

  /** At least 1. */
  countAt(line: number): number {
    return this.counts[this.templates[line]] ?? 1;
  }
}
