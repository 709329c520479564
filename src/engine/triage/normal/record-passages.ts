import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, RecordIndex, SourceIndex } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';
import { ByteSearch } from './byte-search';

/** How far a request is followed: so many records, and what one read gives. */
const reachRecords = 400;
const reachBytes = 64 << 10;
/** Most requests go on within these; the rest is read only where they do not. */
const firstReachBytes = 8 << 10;
const firstLineBytes = 2 << 10;

const decoder = new TextDecoder();

/** Consecutive records of one source and their bytes; to be asked before the next passage is read. */
export class Passage {
  /** `starts`: where each record begins among the bytes, ascending. */
  constructor(
    private readonly first: RecordIndex,
    private readonly starts: readonly number[],
    private readonly bytes: Uint8Array,
  ) {}

  get recordCount(): number {
    return this.starts.length;
  }

  /** The records that hold the ASCII `word` as a word of its own, ascending, at most `limit`. */
  holding(word: string, limit: number): RecordIndex[] {
    const search = new ByteSearch(word);
    const found: RecordIndex[] = [];
    let row = 0;
    let at = search.next(this.bytes, 0);
    while (at >= 0 && found.length < limit) {
      while (row + 1 < this.starts.length && this.starts[row + 1] <= at) row++;
      found.push((this.first + row) as RecordIndex);
      if (++row === this.starts.length) break;
      at = search.next(this.bytes, this.starts[row]);
    }
    return found;
  }
}

/** Reads records' text back from their sources. */
export class RecordPassages {
  constructor(
    private readonly records: RecordTable,
    private readonly texts: SourceTexts,
  ) {}

  /** At most 2 KiB of the record's first line; its ASCII words are as they stand there, all else may be cut. */
  firstLine(record: RecordIndex): string {
    const line = this.records.firstLine.get(record);
    const source = this.records.sourceOfRecord(record);
    const { firstLine, lines } = this.records.sources[source];
    const start = this.records.lineStart.get(line);
    const isLast = line + 1 === firstLine + lines;
    const end = isLast ? start + firstLineBytes : this.records.lineStart.get(line + 1);
    return decoder.decode(this.read(source, start, Math.min(end, start + firstLineBytes)));
  }

  /** The records before it in its source that are near. */
  before(record: RecordIndex): Passage {
    const source = this.records.sourceOfRecord(record);
    const end = this.startOf(record);
    const earliest = Math.max(this.records.sources[source].firstRecord, record - reachRecords);
    let first: number = record;
    while (first > earliest && end - this.startOf(first - 1) <= reachBytes) first--;
    return this.passage(source, first, record, end);
  }

  /** The next record near after it in its source that holds `word`. */
  nextHolding(record: RecordIndex, word: string): RecordIndex | undefined {
    const near = this.after(record, firstReachBytes);
    const found = near.holding(word, 1)[0];
    if (found !== undefined || near.recordCount === 0) return found;
    return this.after((record + near.recordCount) as RecordIndex, reachBytes).holding(word, 1)[0];
  }

  /** The records near after it in its source that hold `word`, at most `limit`. */
  nextHoldings(record: RecordIndex, word: string, limit: number): RecordIndex[] {
    return this.after(record, firstReachBytes).holding(word, limit);
  }

  private after(record: RecordIndex, bytes: number): Passage {
    const source = this.records.sourceOfRecord(record);
    const { firstRecord, records } = this.records.sources[source];
    const end = firstRecord + records;
    const first = record + 1;
    const latest = Math.min(end, first + reachRecords);
    if (first >= latest) return new Passage(record, [], new Uint8Array());
    const begin = this.startOf(first);
    let next = first + 1;
    while (next < latest && this.startOf(next) - begin < bytes) next++;
    return this.passage(source, first, next, next === end ? begin + reachBytes : this.startOf(next));
  }

  /** Records `[first, next)`, whose bytes end at `end`. */
  private passage(source: SourceIndex, first: number, next: number, end: number): Passage {
    const begin = this.startOf(first);
    const starts: number[] = [];
    for (let record = first; record < next; record++) starts.push(this.startOf(record) - begin);
    return new Passage(first as RecordIndex, starts, this.read(source, begin, end));
  }

  private startOf(record: number): number {
    return this.records.lineStart.get(this.records.firstLine.get(record));
  }

  private read(source: SourceIndex, start: number, end: number): Uint8Array {
    return this.texts.read(source, start as ByteOffset, end as ByteOffset);
  }
}
