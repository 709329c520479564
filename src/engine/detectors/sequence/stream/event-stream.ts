import type { RecordTable } from '../../../model/record-table';
import type { RecordIndex, TemplateId } from '../../../model/units';
import type { DetectorInput } from '../../detector';

/**
 * Events in the order one writer wrote them, one writer's behind the other's: what nobody's ids link is a stream. Positions count
 * from 0 over all of it.
 */
export interface EventStream {
  /** By position: the template … */
  readonly events: Uint32Array;
  /** … and the record. */
  readonly records: Uint32Array;
  /** Milliseconds; the position itself where not all records of the stream have a time. */
  readonly clock: Float64Array;
  /** Where each segment begins, and the end of the last: what one writer wrote of one stretch. Nothing reaches across them. */
  readonly starts: Uint32Array;
  /** By segment: 1 in a baseline. */
  readonly isKnown: Uint8Array;
}

/** Consecutive records `[from, to)` of one source. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
}

/** Who wrote a record, as a number below 2^24; the same for all where nothing tells. */
export type WriterOf = (record: number) => number;

/** The records of the ranges that are wanted, by writer; a range has segments of its own. */
export function streamOf(
  { records, templates }: Pick<DetectorInput, 'records' | 'templates'>,
  ranges: readonly RecordRange[],
  writerOf: WriterOf,
  isWanted: (template: TemplateId) => boolean,
): EventStream {
  const segments: { list: number[]; isKnown: boolean }[] = [];
  for (const { from, to } of ranges) {
    const role = records.sources[records.sourceOfRecord(from as RecordIndex)].role;
    const lists = new Map<number, number[]>();
    for (let record = from; record < to; record++) {
      if (!isWanted(templates.templateOf(record as RecordIndex))) continue;
      const writer = writerOf(record);
      const list = lists.get(writer);
      if (list === undefined) lists.set(writer, [record]);
      else list.push(record);
    }
    for (const list of lists.values()) segments.push({ list, isKnown: role === 'baseline' });
  }
  const starts = Uint32Array.from([0, ...segments.map(({ list }) => list.length)]);
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  const flat = new Uint32Array(starts[starts.length - 1]);
  for (const [i, { list }] of segments.entries()) flat.set(list, starts[i]);
  return {
    events: flat.map((record) => templates.templateOf(record as RecordIndex)),
    records: flat,
    clock: clockOf(flat, records),
    starts,
    isKnown: Uint8Array.from(segments, ({ isKnown }) => (isKnown ? 1 : 0)),
  };
}

function clockOf(stream: Uint32Array, { time }: RecordTable): Float64Array {
  const clock = Float64Array.from(stream, (record) => time.millis(record));
  return clock.includes(Number.NaN) ? clock.map((_, position) => position) : clock;
}

/** By position: its segment. */
export function segmentsOf({ events, starts }: EventStream): Uint32Array {
  const segments = new Uint32Array(events.length);
  for (let segment = 0; segment + 1 < starts.length; segment++)
    segments.fill(segment, starts[segment], starts[segment + 1]);
  return segments;
}
