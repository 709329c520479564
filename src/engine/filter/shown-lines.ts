import type { RecordTable, SourceRow } from '../model/record-table';
import type { FieldReading } from './field-test';
import { withContext } from './filter-lines';
import type { FilterQuestion, LinesLeft } from './filter-question';
import { type FilterMiner, type FilterTemplates, gatherTemplates } from './filter-templates';
import { RecordFilter } from './record-filter';
import { RecordLines } from './record-lines';
import { ShownRuns } from './shown-runs';

/** A few milliseconds of columns; a sixth of a second where each record is cut. */
const blockRecords = 1 << 14;

export interface ShownReading extends FieldReading {
  readonly records: RecordTable;
  readonly miner: FilterMiner;
}

/** Which lines a filter and the dial leave. Yields the share done, 0 to 1; a caller that stops stepping has cancelled. */
export function* shownLines(question: FilterQuestion, reading: ShownReading): Generator<number, LinesLeft> {
  const { records, miner } = reading;
  const lines = new RecordLines(records);
  let templates: FilterTemplates | undefined;
  if (asksForTemplates(question)) {
    const gathering = gatherTemplates(records, miner);
    for (let step = gathering.next(); templates === undefined; step = gathering.next()) {
      if (step.done) templates = step.value;
      else yield 0;
    }
  }
  const filter = new RecordFilter(question, { ...reading, lines, templates }, blockRecords);
  const folded = question.noise === 0 ? undefined : templates?.folded(question);
  const shown = new ShownRuns(records, folded, question);
  for (const source of lines.sources)
    for (const done of filterSource(source, { filter, lines, shown })) yield done / (lines.recordCount + 1);
  for (let line = lines.lines; line < question.lines; line++) if (filter.line(line)) shown.line(line);
  shown.end();
  return leftBy(shown, question, lines);
}

interface Pass {
  readonly filter: RecordFilter;
  readonly lines: RecordLines;
  readonly shown: ShownRuns;
}

/** Yields how many records of all sources are done. */
function* filterSource(source: SourceRow, { filter, lines, shown }: Pass): Generator<number, void> {
  const end = source.firstRecord + source.records;
  const headEnd = source.records > 0 ? lines.firstLine(source.firstRecord) : source.firstLine + source.lines;
  for (let line: number = source.firstLine; line < headEnd; line++) if (filter.line(line)) shown.line(line);
  const fits = new Uint8Array(blockRecords);
  for (let from: number = source.firstRecord; from < end; from += blockRecords) {
    const to = Math.min(end, from + blockRecords);
    filter.records(from, to, fits);
    let first = lines.firstLine(from);
    for (let record = from; record < to; record++) {
      const next = lines.endLine(record);
      if (fits[record - from] === 1) shown.record(record, first, next);
      first = next;
    }
    yield to;
  }
  shown.endRun();
}

function leftBy(shown: ShownRuns, question: FilterQuestion, lines: RecordLines): LinesLeft {
  const records = unitsOf(lines, question.lines);
  const folds = shown.folds.buffers();
  const counts = { records, shownRecords: shown.count };
  if (shown.count === records && folds === null) return { lines: null, context: null, folds, ...counts };
  const ends = lines.sources.map(({ firstLine, lines: own }) => firstLine + own);
  // What was appended since belongs to the last source.
  if (ends.length > 0) ends[ends.length - 1] = question.lines;
  return {
    ...withContext(shown.bits, question.lines, question.filter.context, ends, shown.folds),
    folds,
    ...counts,
  };
}

/** Records, and lines that belong to none. */
function unitsOf(lines: RecordLines, allLines: number): number {
  const alone = lines.sources.reduce((sum, { firstRecord, firstLine, lines: own, records }) => {
    return sum + (records > 0 ? lines.firstLine(firstRecord) - firstLine : own);
  }, 0);
  return lines.recordCount + alone + Math.max(0, allLines - lines.lines);
}

function asksForTemplates({ filter, noise }: FilterQuestion): boolean {
  return noise > 0 || filter.clauses.some(({ enabled, test }) => enabled && test.kind === 'template');
}
