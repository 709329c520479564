import type { RecordTable } from '../model/record-table';
import type { FilterQuestion } from './filter-question';
import { FoldRuns } from './fold-runs';
import { addLines, bytesOfSet, removeLines } from './line-set';

/** Records in a row that are folded, as far as they have come. */
interface OpenRun {
  first: number;
  last: number;
  firstLine: number;
  endLine: number;
  records: number;
}

/** Takes what is shown in the order of its lines, and folds runs of frequent records. */
export class ShownRuns {
  readonly bits: Uint8Array<ArrayBuffer>;
  readonly folds: FoldRuns;
  count = 0;
  private readonly kept: Float64Array;
  private readonly unfolded: ReadonlySet<number>;
  private nextKept = 0;
  private from = 0;
  private until = 0;
  private run: OpenRun | undefined;

  /** `folded`: 1 by signature; undefined where nothing is folded. */
  constructor(
    private readonly records: RecordTable,
    private readonly folded: Uint8Array | undefined,
    { lines, findings, unfolded }: Pick<FilterQuestion, 'lines' | 'findings' | 'unfolded'>,
  ) {
    this.bits = new Uint8Array(bytesOfSet(lines));
    this.folds = new FoldRuns(records.time);
    this.kept = Float64Array.from(findings, ({ line }) => line).sort();
    this.unfolded = new Set(unfolded);
  }

  record(record: number, firstLine: number, endLine: number): void {
    this.show(firstLine, endLine);
    if (this.folded === undefined) return;
    if (this.folded[this.records.signature.get(record)] === 0 || this.isKept(firstLine, endLine)) {
      this.endRun();
      return;
    }
    this.run ??= { first: record, last: record, firstLine, endLine, records: 0 };
    this.run.last = record;
    this.run.endLine = endLine;
    this.run.records++;
  }

  /** A line that belongs to no record. */
  line(line: number): void {
    this.endRun();
    this.show(line, line + 1);
  }

  /** At the end of each source. */
  endRun(): void {
    const { run } = this;
    this.run = undefined;
    if (run && run.records > 1 && !this.unfolded.has(run.firstLine)) this.folds.add(run);
  }

  /** To be called once, at the end of all. */
  end(): void {
    this.endRun();
    addLines(this.bits, this.from, this.until);
    this.folds.eachHidden((from, until) => removeLines(this.bits, from, until));
  }

  /** Lines that follow each other are set at once: a call a record took half of the time. */
  private show(from: number, until: number): void {
    this.count++;
    if (from !== this.until) {
      addLines(this.bits, this.from, this.until);
      this.from = from;
    }
    this.until = until;
  }

  /** Whether a finding is on one of the lines. */
  private isKept(firstLine: number, endLine: number): boolean {
    while (this.kept[this.nextKept] < firstLine) this.nextKept++;
    return this.kept[this.nextKept] < endLine;
  }
}
