import type { ValueColumn } from '../../../features/values/value-columns';
import type { ValueTable } from '../../../features/values/value-table';
import type { RecordIndex } from '../../../model/units';
import type { DetectorInput } from '../../detector';
import { CodeLength } from './code-length';
import type { RecordRange, WriterOf } from './event-stream';

/** Records by which it is decided. */
const mostCompared = 1 << 14;
/** Of the records, those that must have a column's value for it to name who wrote them. */
const fewestNamed = 0.9;
/** Threads, processes, hosts; more are ids. */
const mostWriters = 256;
const noWriter = 0;

/**
 * Who wrote a record: the component, a thread or process in the header, or nobody in particular. Writers at work at once are told
 * apart where records are then easier to say: the shorter code decides (Rissanen 1978), of events and then of who wrote each, or of
 * who writes next and then of what.
 */
export function writersOf(input: DetectorInput, table: ValueTable, range: RecordRange): WriterOf {
  const { records } = input;
  const compared = { from: range.from, to: Math.min(range.to, range.from + mostCompared) };
  const nobody: WriterOf = () => noWriter;
  const component: WriterOf = (record) => records.component.get(record);
  let best = { writer: nobody, bits: bitsOf(input, compared, nobody) };
  for (const writer of [component, ...namedWriters(table, records.recordCount)]) {
    const bits = bitsOf(input, compared, writer) + bitsToName(input, compared, writer);
    if (bits < best.bits) best = { writer, bits };
  }
  return best.writer;
}

function bitsOf({ templates }: DetectorInput, { from, to }: RecordRange, writerOf: WriterOf): number {
  const code = new CodeLength(templates.templateLimit + 1);
  const before = new Map<number, number>();
  for (let record = from; record < to; record++) {
    const event = templates.templateOf(record as RecordIndex) + 1;
    const writer = writerOf(record);
    code.add(before.get(writer) ?? 0, event);
    before.set(writer, event);
  }
  return code.bits;
}

/** By who wrote before, less what an event gives away of who wrote it: without writers that is still to be said. */
function bitsToName({ templates }: DetectorInput, { from, to }: RecordRange, writerOf: WriterOf): number {
  const before = new CodeLength(mostWriters);
  const event = new CodeLength(mostWriters);
  for (let record = from + 1; record < to; record++) {
    before.add(writerOf(record - 1), writerOf(record));
    event.add(templates.templateOf(record as RecordIndex), writerOf(record));
  }
  return before.bits - event.bits;
}

/** Columns of a header that nearly all records have; only where all records were looked at. */
function namedWriters(table: ValueTable, recordCount: number): WriterOf[] {
  if (table.rowCount < recordCount) return [];
  const places = new Map<number, ValueColumn[]>();
  for (const column of table.columns) {
    if (column.kind === 'parameter') continue;
    const columns = places.get(column.place);
    if (columns === undefined) places.set(column.place, [column]);
    else columns.push(column);
  }
  return [...places.values()].flatMap((columns) => writerOfPlace(table, columns, recordCount) ?? []);
}

function writerOfPlace(
  table: ValueTable,
  columns: readonly ValueColumn[],
  recordCount: number,
): WriterOf | undefined {
  const cells = columns.reduce((sum, { id }) => sum + table.recordsIn(id).length, 0);
  if (cells < fewestNamed * recordCount) return undefined;
  const numbers = new Map<number, number>();
  const writers = new Uint16Array(recordCount);
  for (const { id } of columns) {
    const values = table.valuesIn(id);
    for (const [i, record] of table.recordsIn(id).entries()) {
      const number = numbers.get(values[i]) ?? numbers.size + 1;
      if (number > mostWriters) return undefined;
      numbers.set(values[i], number);
      writers[record] = number;
    }
  }
  return numbers.size < 2 ? undefined : (record) => writers[record];
}
