import type { TemplateId } from '../../model/units';
import type { ValueTable } from '../values/value-table';
import type { LinkFamily } from './link-places';

/** Of the rows a value could stretch over by chance, those it stretches over: less is a burst. */
const widestBurst = 0.35;
/** A link with fewer sessions cannot be told from coincidence. */
const fewestSessions = 5;
/** A value in more of the log's rows than this is a part of the system, no session. */
const largestPart = 0.1;

/** What a family of places would link. */
export interface LinkStrength {
  /** Values that stand in two and more records of two and more templates. */
  readonly sessions: number;
  /** Records that have one of these, of those that no stronger link has. */
  readonly records: number;
  /** Mean share, weighted by records: 0 where all of a session's records follow each other, about 1 by chance. */
  readonly stretch: number;
}

/** Rows by value: how many, from which to which, and under which templates. One serves all families. */
export class ValueSpans {
  readonly counts: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly isMixed: Uint8Array;
  readonly noted: number[] = [];
  private readonly templates: Uint32Array;

  constructor(valueCount: number) {
    this.counts = new Uint32Array(valueCount);
    this.firsts = new Uint32Array(valueCount);
    this.lasts = new Uint32Array(valueCount);
    this.templates = new Uint32Array(valueCount);
    this.isMixed = new Uint8Array(valueCount);
  }

  note(value: number, row: number, template: TemplateId): void {
    if (this.counts[value]++ === 0) {
      this.noted.push(value);
      this.firsts[value] = row;
      this.lasts[value] = row;
      this.templates[value] = template;
      return;
    }
    if (row < this.firsts[value]) this.firsts[value] = row;
    if (row > this.lasts[value]) this.lasts[value] = row;
    if (this.templates[value] !== template) this.isMixed[value] = 1;
  }

  clear(): void {
    for (const value of this.noted) {
      this.counts[value] = 0;
      this.isMixed[value] = 0;
    }
    this.noted.length = 0;
  }
}

/** The rows that may be linked. */
export interface StrengthInput {
  /** -1 where a stronger link has the record, and in the baseline: the same ids may stand there again. */
  readonly rowOfRecord: Int32Array;
  readonly rowCount: number;
  readonly spans: ValueSpans;
}

/**
 * How well a family links lines: a session's id stands under several templates, in records close to each other, while values
 * that come and go by chance stretch over the whole log. Of c rows among n drawn by chance the outermost are
 * n (c − 1) / (c + 1) apart on average.
 */
export function strengthOf(
  table: ValueTable,
  { columns }: LinkFamily,
  { rowOfRecord, rowCount, spans }: StrengthInput,
): LinkStrength {
  spans.clear();
  for (const { id, template } of columns) {
    const records = table.recordsIn(id);
    const values = table.valuesIn(id);
    for (let i = 0; i < records.length; i++) {
      const row = rowOfRecord[records[i]];
      if (row >= 0) spans.note(values[i], row, template);
    }
  }
  return summed(spans, rowCount);
}

function summed({ noted, counts, firsts, lasts, isMixed }: ValueSpans, rows: number): LinkStrength {
  let sessions = 0;
  let records = 0;
  let stretch = 0;
  for (const value of noted) {
    const count = counts[value];
    if (count < 2 || isMixed[value] === 0 || count > rows * largestPart) continue;
    sessions++;
    records += count;
    stretch += count * Math.min(1, (lasts[value] - firsts[value]) / (rows * ((count - 1) / (count + 1))));
  }
  return { sessions, records, stretch: records === 0 ? 1 : stretch / records };
}

/** Links by chance, or so few that they say nothing, are none. */
export function links({ sessions, stretch }: LinkStrength): boolean {
  return sessions >= fewestSessions && stretch <= widestBurst;
}
