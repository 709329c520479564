import type { SourcePart } from '../features/values/log-values';
import { stretchesOf } from '../features/values/stretches';
import type { RecordTable } from '../model/record-table';
import type { RecordIndex } from '../model/units';
import type { TimeIndex } from '../shape/time-index';
import type { TimeWindow } from '../shape/time-window';
import { windowBlocks } from '../shape/window-blocks';
import type { FoundRecords } from './found-records';

/** Looked at where a window holds fewer: what links the records of a minute shows in those around them. */
const fewestRecords = 10_000;
/** Of a window that holds more: stretches of so many, evenly spread … */
const mostSpread = 30_000;
const stretchRecords = 2_000;
/** … and those around its worst findings, since what is odd is looked for. */
const mostFindings = 12;
const recordsAround = 1_000;

/**
 * Which records of a window are looked at for sessions, of logs too large for all to be: the window's own with those around them, or
 * parts of them. Yields the share done.
 */
export function* lookedAtParts(
  records: RecordTable,
  index: TimeIndex,
  window: TimeWindow,
  found: FoundRecords,
): Generator<number, readonly SourcePart[]> {
  const spans = yield* spansOf(records, index, window);
  const spread = stretchesOf(
    spans.map((span) => widened(records, span)),
    mostSpread,
    stretchRecords,
  );
  const isWithin = (record: number) => spans.some(({ from, to }) => record >= from && record < to);
  const odd = found.worst(mostFindings, isWithin).map((record) => around(records, record));
  return joined([...spread, ...odd]);
}

/** Records `[from, to)` of a source. */
interface Span {
  readonly source: number;
  readonly from: number;
  readonly to: number;
}

/** Of each log that has records in the window those from its first to its last there. */
function* spansOf(records: RecordTable, index: TimeIndex, window: TimeWindow): Generator<number, Span[]> {
  const spans = new Map<number, Span>();
  let blocks = 0;
  for (const runs of windowBlocks(records, index, window)) {
    for (const { from, to } of runs) {
      const source = records.sourceOfRecord(from as RecordIndex);
      spans.set(source, { source, from: spans.get(source)?.from ?? from, to });
    }
    yield ++blocks / index.blocks.length;
  }
  return [...spans.values()];
}

function widened(records: RecordTable, { source, from, to }: Span): SourcePart {
  const missing = Math.max(0, fewestRecords - (to - from));
  return partOf(clipped(records, source, from - missing / 2, to + missing / 2));
}

function around(records: RecordTable, record: number): Span {
  const source = records.sourceOfRecord(record as RecordIndex);
  return clipped(records, source, record - recordsAround, record + recordsAround);
}

function clipped({ sources }: RecordTable, source: number, from: number, to: number): Span {
  const { firstRecord, records: count } = sources[source];
  return {
    source,
    from: Math.max(firstRecord, Math.floor(from)),
    to: Math.min(firstRecord + count, Math.ceil(to)),
  };
}

/** In the order of records, none twice. */
function joined(spans: readonly Span[]): SourcePart[] {
  const parts: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = parts[parts.length - 1];
    if (last?.source === span.source && span.from <= last.to)
      parts[parts.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else parts.push(span);
  }
  return parts.map(partOf);
}

function partOf({ source, from, to }: Span): SourcePart {
  return { index: source, firstRecord: from as RecordIndex, records: to - from };
}
