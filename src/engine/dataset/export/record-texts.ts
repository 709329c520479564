import type { RecordTable } from '../../model/record-table';
import type { ByteOffset, RecordIndex, SourceIndex } from '../../model/units';
import { endOfLine, type LinesEnd } from '../../records/line-texts';
import type { SourceTexts } from '../../records/source-texts';
import { cutLine } from '../../redact/cut-line';

/** What the host reads at once at most. */
const pageBytes = 64 * 1024;
/** 16 MB: sessions of a busy log lie among each other. */
const mostPages = 256;
/** More of a record is not written: a 50 MB line is no example. */
const longestRecord = 64 * 1024;
/** UTF-16 units that tell whether the cut goes through a secret: half of one is found by nobody, and read by everybody. */
const seenBehind = 300;

/** Reads back the lines of records, by pages: neighbours cost one read. */
export class RecordTexts {
  private readonly pages = new Map<number, Uint8Array>();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private lastKey = -1;
  private last: Uint8Array = new Uint8Array(0);
  /** Records that were cut. */
  cut = 0;

  constructor(
    private readonly records: RecordTable,
    private readonly ends: readonly LinesEnd[],
    private readonly texts: SourceTexts,
  ) {}

  /** Its lines with LF between them; bytes that are no UTF-8 as U+FFFD. */
  of(record: RecordIndex, source: SourceIndex): string {
    const start = this.records.startOf(record);
    const end = endOfLine(this.records, this.records.lastLine(record), source, this.ends[source]);
    const isCut = end - start > longestRecord;
    if (isCut) this.cut++;
    const bytes = this.bytes(source, start, Math.min(end, start + longestRecord));
    const read = this.decoder.decode(withoutLineEnd(bytes));
    const text = isCut ? cutLine(read, 0, Math.max(0, read.length - seenBehind)) : read;
    return text.includes('\r\n') ? text.replaceAll('\r\n', '\n') : text;
  }

  private bytes(source: SourceIndex, start: number, end: number): Uint8Array {
    const place = Math.floor(start / pageBytes);
    const from = start - place * pageBytes;
    const until = end - place * pageBytes;
    const first = this.page(source, place);
    if (until <= pageBytes) return first.subarray(from, until);
    const head = first.slice(from);
    const rest = this.page(source, place + 1).subarray(0, until - pageBytes);
    const whole = new Uint8Array(head.length + rest.length);
    whole.set(head);
    whole.set(rest, head.length);
    return whole;
  }

  private page(source: SourceIndex, place: number): Uint8Array {
    const key = place * this.ends.length + source;
    if (key === this.lastKey) return this.last;
    this.last = this.pages.get(key) ?? this.readPage(key, source, place);
    this.lastKey = key;
    return this.last;
  }

  private readPage(key: number, source: SourceIndex, place: number): Uint8Array {
    const start = place * pageBytes;
    const page = this.texts.read(source, start as ByteOffset, (start + pageBytes) as ByteOffset).slice();
    if (this.pages.size >= mostPages) {
      for (const oldest of this.pages.keys()) {
        this.pages.delete(oldest);
        break;
      }
    }
    this.pages.set(key, page);
    return page;
  }
}

function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  if (end > 0 && bytes[end - 1] === 0x0a) end--;
  if (end > 0 && bytes[end - 1] === 0x0d) end--;
  return bytes.subarray(0, end);
}
