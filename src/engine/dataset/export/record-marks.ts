import type { LabelCoverage } from '../../labels/label-report';
import type { ResolvedLabels } from '../../labels/resolve/resolved-labels';
import type { RecordTable } from '../../model/record-table';
import type { LineIndex, LineNumber, RecordIndex } from '../../model/units';

/** What is said of a record, and by whom. */
export const Mark = { none: 0, normal: 1, anomalous: 2, found: 3 } as const;
export type Mark = (typeof Mark)[keyof typeof Mark];

/** What a person said of lines of a log, counted from 1 through all of its files. */
export interface LabelledLines {
  readonly line: LineNumber;
  /** The last of them. */
  readonly endLine: LineNumber;
  readonly isAbnormal: boolean;
  readonly category: string | null;
  /** Why, in the person's words. */
  readonly note: string | null;
}

/** Records between two steps. */
const stepRecords = 1 << 13;

/** Of each record what is said of it: 3 bytes a record. */
export class RecordMarks {
  readonly marks: Uint8Array;
  /** Into `names`; 0 for none. */
  readonly categories: Uint16Array;
  readonly names: string[] = [''];
  /** Of labels: those of a file by record, others by what they speak of. */
  readonly notes = { get: (record: number) => this.noteOf(record) };
  /** Records of which two things were said. */
  conflicts = 0;

  /** By record; null where the file says no more than the label. */
  private readonly notesOfFile = new Map<number, string | null>();
  private labels: ResolvedLabels | undefined;

  constructor(private readonly records: RecordTable) {
    this.marks = new Uint8Array(records.recordCount);
    this.categories = new Uint16Array(records.recordCount);
  }

  /** What the engine found counts only where no person says otherwise. */
  found(record: RecordIndex, category: string | null): void {
    this.marks[record] = Mark.found;
    this.categories[record] = this.idOf(category);
  }

  calledNormal(record: RecordIndex): void {
    this.marks[record] = Mark.normal;
    this.categories[record] = 0;
  }

  /** What the store holds; it goes before what was said so far. Labels that a person must settle count as contradictions. */
  *stored(labels: ResolvedLabels): Generator<void, void> {
    this.labels = labels;
    const { given, coverage } = labels;
    const categories = given.map(({ category, verdict }) =>
      verdict === 'anomalous' ? this.idOf(category) : 0,
    );
    for (let record = 0; record < this.marks.length && coverage.covered > 0; record++) {
      if (record % stepRecords === 0) yield;
      const label = labels.labelOf(record as RecordIndex);
      if (label < 0) continue;
      this.marks[record] = given[label].verdict === 'anomalous' ? Mark.anomalous : Mark.normal;
      this.categories[record] = categories[label];
    }
    this.conflicts += disputedRecords(coverage);
  }

  /**
   * The lines of a file of labels; they go before what else is said. Of a record called normal and anomalous in the file the
   * second holds; both kinds of contradiction are counted. Yields so that others can work in between.
   */
  *labelled(labels: readonly LabelledLines[]): Generator<void, void> {
    const named = new Map<number, boolean>();
    let looked = 0;
    for (const label of labels) {
      for (const record of this.recordsWithin(label)) {
        if (++looked % stepRecords === 0) yield;
        const before = named.get(record) ?? this.saidBefore(record);
        if (before !== undefined && before !== label.isAbnormal) this.conflicts++;
        if (named.get(record) === true && !label.isAbnormal) continue;
        named.set(record, label.isAbnormal);
        this.take(record, label);
      }
    }
  }

  private take(record: RecordIndex, { isAbnormal, category, note }: LabelledLines): void {
    this.marks[record] = isAbnormal ? Mark.anomalous : Mark.normal;
    this.categories[record] = isAbnormal ? this.idOf(category) : 0;
    if (note !== null || this.noteOf(record) !== undefined) this.notesOfFile.set(record, note);
  }

  private noteOf(record: number): string | undefined {
    const own = this.notesOfFile.get(record);
    if (own !== undefined) return own ?? undefined;
    const label = this.labels?.labelOf(record as RecordIndex) ?? -1;
    return label < 0 ? undefined : (this.labels?.given[label].note ?? undefined);
  }

  /** Whether a person called it anomalous before. */
  private saidBefore(record: RecordIndex): boolean | undefined {
    if (this.marks[record] === Mark.normal) return false;
    return this.marks[record] === Mark.anomalous ? true : undefined;
  }

  private *recordsWithin({ line, endLine }: LabelledLines): Generator<RecordIndex> {
    const end = Math.min(endLine, this.records.lineCount);
    for (let at: number = line - 1; at < end; ) {
      const record = this.records.recordOfLine(at as LineIndex);
      if (record === undefined) {
        at++;
        continue;
      }
      yield record;
      at = this.records.lastLine(record) + 1;
    }
  }

  private idOf(category: string | null): number {
    if (category === null || category === '') return 0;
    const known = this.names.indexOf(category);
    return known >= 0 ? known : this.names.push(category) - 1;
  }
}

/** Of two labels that disagree about the same, as many as the narrower speaks of. */
function disputedRecords({ labels }: LabelCoverage): number {
  const pairs = labels.flatMap(({ given, conflicts, records }) =>
    conflicts.filter((other) => other > given).map((other) => Math.min(records, labels[other].records)),
  );
  return pairs.reduce((sum, records) => sum + records, 0);
}
