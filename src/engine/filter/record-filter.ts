import { severities } from '../model/finding';
import { Level } from '../model/level';
import type { TimeColumn } from '../model/time-column';
import { TimeRange } from '../triage/time-range';
import { type ClauseTest, groupsOf, lineFits, linesTest, recordTest, type TestGroup } from './clause-test';
import { type FieldReading, fieldTest } from './field-test';
import type { FilterTest } from './filter';
import type { FilterQuestion } from './filter-question';
import type { FilterTemplates } from './filter-templates';
import { addLines, bytesOfSet } from './line-set';
import type { RecordLines } from './record-lines';

/** What the tests of a question read. */
export interface FilterReading extends FieldReading {
  readonly lines: RecordLines;
  /** Needed where the question asks for templates. */
  readonly templates: FilterTemplates | undefined;
}

/** The tests of a question's clauses, over blocks of records. */
export class RecordFilter {
  private readonly groups: readonly TestGroup<ClauseTest>[];
  private readonly any: Uint8Array;
  private readonly fits: Uint8Array;

  constructor(
    question: FilterQuestion,
    reading: FilterReading,
    private readonly blockRecords: number,
  ) {
    const groups = groupsOf(question.filter.clauses, (test, searched) =>
      clauseTest(test, question, question.searched[searched], reading),
    );
    // What costs least is asked first: its answer may be the last.
    this.groups = [...groups].sort((a, b) => slowness(a) - slowness(b));
    this.any = new Uint8Array(blockRecords);
    this.fits = new Uint8Array(blockRecords);
  }

  line(line: number): boolean {
    return lineFits(this.groups, line);
  }

  /** Sets `shown[i]` to 1 where record `from + i` fits, else to 0; at most a block at a time. */
  records(from: number, to: number, shown: Uint8Array): void {
    if (to - from > this.blockRecords)
      throw new RangeError(`more than ${this.blockRecords} records at a time`);
    shown.fill(1, 0, to - from);
    for (const { mode, tests } of this.groups) {
      const { any, fits } = this;
      any.fill(0);
      for (const test of tests) {
        fits.fill(0);
        test.records(from, to, fits, shown);
        for (let i = 0; i < to - from; i++) any[i] |= fits[i];
      }
      const unwanted = mode === 'include' ? 0 : 1;
      for (let i = 0; i < to - from; i++) if (any[i] === unwanted) shown[i] = 0;
    }
  }
}

function slowness({ tests }: TestGroup<ClauseTest>): number {
  return Number(tests.some(({ isSlow }) => isSlow));
}

function clauseTest(
  test: FilterTest,
  question: FilterQuestion,
  found: ArrayBuffer | undefined,
  reading: FilterReading,
): ClauseTest {
  const { records, lines, templates } = reading;
  const none = new ArrayBuffer(0);
  switch (test.kind) {
    case 'search':
      return linesTest(found ?? none, lines);
    case 'field':
      return fieldTest(test, found ?? none, lines, reading);
    case 'bookmark':
      return linesTest(bitsOf(question.bookmarkLines, question.lines), lines);
    case 'severity': {
      const least = severities.indexOf(test.atLeast);
      const severe = question.findings.filter(({ severity }) => severities.indexOf(severity) >= least);
      return linesTest(
        bitsOf(
          severe.map(({ line }) => line),
          question.lines,
        ),
        lines,
      );
    }
    case 'level': {
      const least = Level[test.atLeast];
      return recordTest((record) => records.level.get(record) >= least);
    }
    case 'time':
      return timeTest(test, records.time, lines);
    case 'template': {
      const isLike = templates?.like(test.title, test.pieces) ?? new Uint8Array(0);
      return recordTest((record) => isLike[records.signature.get(record)] === 1);
    }
  }
}

/** One without a time goes with the last time before it in its source; one before the first time is in no range but the open one. */
function timeTest(
  { from, until }: Extract<FilterTest, { kind: 'time' }>,
  time: TimeColumn,
  lines: RecordLines,
): ClauseTest {
  const bound = (decimal: string | null) => (decimal === null ? null : BigInt(decimal));
  const range = new TimeRange(bound(from), bound(until));
  let within = range.isOpen;
  return {
    isSlow: false,
    records(first, end, fits) {
      if (lines.beginsSource(first)) within = range.isOpen;
      for (let record = first; record < end; record++) {
        if (!range.isOpen && time.has(record)) within = range.holds(time, record);
        fits[record - first] = Number(within);
      }
    },
    line: () => range.isOpen,
  };
}

function bitsOf(set: readonly number[], length: number): ArrayBuffer {
  const bits = new Uint8Array(bytesOfSet(length));
  for (const line of set) if (line >= 0 && line < length) addLines(bits, line, line + 1);
  return bits.buffer;
}
