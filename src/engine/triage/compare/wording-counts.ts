import type { RecordTable } from '../../model/record-table';
import type { LineIndex, SourceIndex } from '../../model/units';
import type { LineWordings, Wording } from './line-wordings';

const never = 0xffffffff;

/** How often each wording stands in one source, and where first; 8 bytes a wording. */
export class WordingCounts {
  readonly lines: number;
  private readonly counts: Uint32Array;
  private readonly firstLines: Uint32Array;

  constructor(
    records: RecordTable,
    readonly source: SourceIndex,
    wordings: LineWordings,
  ) {
    const { firstLine, lines } = records.sources[source];
    this.lines = lines;
    this.counts = new Uint32Array(wordings.count);
    this.firstLines = new Uint32Array(wordings.count).fill(never);
    for (let line = firstLine as number; line < firstLine + lines; line++) {
      const wording = wordings.at(line as LineIndex);
      this.counts[wording]++;
      if (this.firstLines[wording] === never) this.firstLines[wording] = line;
    }
  }

  of(wording: Wording): number {
    return this.counts[wording];
  }

  /** Only of a wording it has. */
  firstLine(wording: Wording): LineIndex {
    return this.firstLines[wording] as LineIndex;
  }
}
