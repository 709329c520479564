import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, LineIndex, RecordIndex } from '../../model/units';
import { endOfLine, type LinesEnd } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import type { Stretch } from './stretches';

/** What one read gives at most. */
const blockBytes = 64 << 10;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** The first line of a record, `bytes[start, end)` without its line end; valid during the call only. */
export type HearLine = (record: RecordIndex, bytes: Uint8Array, start: number, end: number) => void;

/** Tells the first line of each record of a stretch in order; reads 64 KiB at a time, and yields after each. */
export function* firstLinesOf(
  { source, from, to }: Stretch,
  records: RecordTable,
  sourceEnd: LinesEnd,
  texts: SourceTexts,
  hear: HearLine,
): Generator<void, void> {
  let record = from;
  while (record < to) {
    const begin = records.startOf(record);
    const block = texts.read(source, begin as ByteOffset, (begin + blockBytes) as ByteOffset);
    const first = record;
    for (; record < to; record++) {
      const line = records.firstLine.get(record) as LineIndex;
      const start = records.lineStart.get(line) - begin;
      const end = endOfLine(records, line, source, sourceEnd) - begin;
      // The first line of a block is cut where the block ends, as reading cut it.
      if (end > block.length && record > first) break;
      if (start < block.length) hear(record, block, start, withoutLineEnd(block, start, end));
    }
    yield;
  }
}

function withoutLineEnd(block: Uint8Array, start: number, end: number): number {
  let last = Math.min(end, block.length);
  if (last > start && block[last - 1] === lineFeed) last--;
  if (last > start && block[last - 1] === carriageReturn) last--;
  return last;
}
