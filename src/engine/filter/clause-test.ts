import type { FilterClause, FilterTest } from './filter';
import { hasLine, hasLineWithin } from './line-bits';
import type { RecordLines } from './record-lines';

/** Whether records fit a clause; lines that belong to no record are asked one by one. */
export interface ClauseTest {
  /** It reads the text of records: asked last, for those that nothing else has decided. */
  readonly isSlow: boolean;
  /** Sets `fits[i]` to 1 where record `from + i` fits; of those whose `wanted[i]` is 0 it need not say. Blocks come in order, each of one source. */
  records(from: number, to: number, fits: Uint8Array, wanted: Uint8Array): void;
  line(line: number): boolean;
}

const notOfLines = () => false;

/** What one record tells. */
export function recordTest(fits: (record: number) => boolean, isSlow = false): ClauseTest {
  return {
    isSlow,
    records(from, to, out, wanted) {
      for (let record = from; record < to; record++)
        if (wanted[record - from] === 1 && fits(record)) out[record - from] = 1;
    },
    line: notOfLines,
  };
}

/** Lines that were found: a record fits by any of them. */
export function linesTest(found: ArrayBuffer, lines: RecordLines): ClauseTest {
  const bits = new Uint8Array(found);
  return {
    isSlow: false,
    records(from, to, out, wanted) {
      let first = lines.firstLine(from);
      for (let record = from; record < to; record++) {
        const end = lines.endLine(record);
        if (wanted[record - from] === 1 && hasLineWithin(bits, first, end)) out[record - from] = 1;
        first = record + 1 < to ? lines.firstLine(record + 1) : end;
      }
    },
    line: (line) => line < bits.length * 8 && hasLine(bits, line),
  };
}

/** A test by each enabled clause; those of one kind that include are one. */
export interface TestGroup<Test> {
  readonly mode: FilterClause['mode'];
  readonly tests: readonly Test[];
}

export function groupsOf<Test>(
  clauses: readonly FilterClause[],
  testOf: (test: FilterTest, searched: number) => Test,
): TestGroup<Test>[] {
  const including = new Map<FilterTest['kind'], Test[]>();
  const groups: TestGroup<Test>[] = [];
  let searched = 0;
  for (const { mode, test, enabled } of clauses) {
    if (!enabled) continue;
    const made = testOf(test, searched);
    if (searches(test)) searched++;
    const known = mode === 'include' ? including.get(test.kind) : undefined;
    if (known) known.push(made);
    else {
      const tests = [made];
      groups.push({ mode, tests });
      if (mode === 'include') including.set(test.kind, tests);
    }
  }
  return groups;
}

/** Whether lines must be searched before it can be told: a field's value stands in its record's text. */
function searches(test: FilterTest): boolean {
  return test.kind === 'search' || test.kind === 'field';
}

export function lineFits(groups: readonly TestGroup<ClauseTest>[], line: number): boolean {
  return groups.every(({ mode, tests }) => tests.some((test) => test.line(line)) === (mode === 'include'));
}
