import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, RecordIndex, SourceIndex } from '../../model/units';
import type { SourceTexts } from '../../records/source-texts';

/** How far a request is followed: so many records, and what one read gives. */
const reachRecords = 400;
const reachBytes = 64 << 10;
/** Most requests go on within these; the rest is read only where they do not. */
const firstReachBytes = 8 << 10;
const firstLineBytes = 2 << 10;

/** Every byte one char: where a char stands a byte stands, and words are compared without being decoded. */
const byteChars = new TextDecoder('latin1');

/** Consecutive records of one source and their text, a char a byte: to search in, not to be shown. */
export class Passage {
  /** `starts`: where each record begins in `text`, ascending. */
  constructor(
    private readonly first: RecordIndex,
    private readonly starts: readonly number[],
    private readonly text: string,
  ) {}

  get recordCount(): number {
    return this.starts.length;
  }

  /** The records that hold `word` as a whole word, ascending, at most `limit`. */
  holding(word: string, limit: number): RecordIndex[] {
    const found: RecordIndex[] = [];
    let row = 0;
    let at = this.text.indexOf(word);
    while (at >= 0 && found.length < limit) {
      const isWhole = !isWordChar(this.text, at - 1) && !isWordChar(this.text, at + word.length);
      while (row + 1 < this.starts.length && this.starts[row + 1] <= at) row++;
      if (isWhole) found.push((this.first + row++) as RecordIndex);
      if (row === this.starts.length) break;
      at = this.text.indexOf(word, isWhole ? this.starts[row] : at + 1);
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

  /** At most 2 KiB of the record's first line, a char a byte. */
  firstLine(record: RecordIndex): string {
    const line = this.records.firstLine.get(record);
    const source = this.records.sourceOfRecord(record);
    const { firstLine, lines } = this.records.sources[source];
    const start = this.records.lineStart.get(line);
    const isLast = line + 1 === firstLine + lines;
    const end = isLast ? start + firstLineBytes : this.records.lineStart.get(line + 1);
    return this.read(source, start, Math.min(end, start + firstLineBytes));
  }

  /** The records before it in its source that are near. */
  before(record: RecordIndex): Passage {
    const source = this.records.sourceOfRecord(record);
    const end = this.startOf(record);
    const earliest = Math.max(this.records.sources[source].firstRecord, record - reachRecords);
    let first: number = record;
    while (first > earliest && end - this.startOf((first - 1) as RecordIndex) <= reachBytes) first--;
    return this.passage(source, first, record, end);
  }

  /** The next record near after it in its source that holds `word`. */
  nextHolding(record: RecordIndex, word: string): RecordIndex | undefined {
    const near = this.after(record, firstReachBytes);
    const found = near.holding(word, 1)[0];
    if (found !== undefined || near.recordCount === 0) return found;
    return this.after((record + near.recordCount) as RecordIndex, reachBytes).holding(word, 1)[0];
  }

  private after(record: RecordIndex, bytes: number): Passage {
    const source = this.records.sourceOfRecord(record);
    const { firstRecord, records } = this.records.sources[source];
    const first = record + 1;
    const latest = Math.min(firstRecord + records, first + reachRecords);
    if (first >= latest) return new Passage(record, [], '');
    const begin = this.startOf(first as RecordIndex);
    let next = first + 1;
    while (next < latest && this.startOf(next as RecordIndex) - begin < bytes) next++;
    const isLast = next === firstRecord + records;
    return this.passage(source, first, next, isLast ? begin + reachBytes : this.startOf(next as RecordIndex));
  }

  /** Records `[first, next)`, whose bytes end at `end`. */
  private passage(source: SourceIndex, first: number, next: number, end: number): Passage {
    const begin = this.startOf(first as RecordIndex);
    const starts: number[] = [];
    for (let record = first; record < next; record++) {
      starts.push(this.startOf(record as RecordIndex) - begin);
    }
    return new Passage(first as RecordIndex, starts, this.read(source, begin, end));
  }

  private startOf(record: RecordIndex): number {
    return this.records.lineStart.get(this.records.firstLine.get(record));
  }

  private read(source: SourceIndex, start: number, end: number): string {
    return byteChars.decode(this.texts.read(source, start as ByteOffset, end as ByteOffset));
  }
}

/** Chars that `wordsOf` takes into a word. */
function isWordChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
  return isLetter || (code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x5f;
}
