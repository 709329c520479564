import { contextBy, type DateOrder, dateOrderOf } from '../formats/date-order';
import type { FirstLines } from '../formats/first-lines';
import type { Header, ReadContext } from '../formats/format';
import type { ReaderState } from '../formats/log-reader';
import type { ReaderDecision } from '../formats/reader-decision';
import { LineSplitter, maxLineBytes } from '../text/line-splitter';
import { Transcoder } from '../text/transcode';
import { appendSegment } from './adopt-segment';
import { withoutAnsi } from './bare-rows';
import { contentKeyOf } from './content-key';
import { HeadLines, headLinesOf } from './head-lines';
import type { LineRows, SessionSink } from './line-rows';
import type { CutLine } from './line-texts';
import type { FirstText, RereadSource } from './record-cutter';
import { RowBuffer } from './row-buffer';
import { rowsFor } from './rows-for';
import type { SegmentIds } from './segment-ids';
import { isSameState, type SegmentRows } from './segment-rows';
import { markOf, rewind, type SinkMark } from './sink-mark';

/** Of a source that is read from further on: what its first bytes and those before where it begins tell. */
export interface SourceStart {
  /** The first bytes of the file, without a byte order mark, as many as decide its format (or all). */
  readonly head: Uint8Array;
  /** What the lines before leave behind, see `SegmentRows.stateBefore`. */
  readonly state: ReaderState;
}

/** Where a source stood before its end was taken for the end: what to go back to when more is appended. */
interface EndMark {
  readonly sink: SinkMark;
  readonly rows: LineRows;
  readonly cutLines: number;
}

/**
 * Reads one source: bytes in any chunking become rows of lines and records.
 *
 * After `end` it can go on (see `continued`). A head that was not full, and so decided before it had to, is
 * read again with what follows; its bytes are kept for that. Else only the last line is, where no line end closed it.
 */
export class SourceReader implements RereadSource {
  private readonly transcoder: Transcoder;
  private readonly splitter = new LineSplitter((bytes, start, end, offset, length, hasEscape) => {
    if (length > end - start) this.cutLines++;
    if (this.rows !== undefined) this.rows.line(bytes, start, end, offset, hasEscape);
    else this.headLine(bytes, start, end, offset);
  });
  private readonly begin: SinkMark;
  private readonly buffer: RowBuffer;
  private head: HeadLines | undefined = new HeadLines();
  /** All bytes so far, until the head is full. */
  private firstBytes: Uint8Array[] | undefined = [];
  private rows: LineRows | undefined;
  private endMark: EndMark | undefined;
  private ended = false;
  /** The encoding's last bytes were no whole character: what follows may have made one of them. */
  private endedWithinCharacter = false;
  /** What the source was given, and the order of its dates once its head is read. */
  context: ReadContext;
  /** Of dates such as 03/04/2026; undefined where the head has none. */
  dateOrder: DateOrder | undefined;
  contentKey = '';
  /** Lines of which only the first `maxLineBytes` were read. */
  cutLines = 0;
  /** Bytes after transcoding to UTF-8: what `ByteOffset`s count. */
  decodedBytes = 0;

  constructor(
    private readonly sink: SessionSink,
    private readonly given: ReadContext,
    private readonly namedEncoding: string | undefined,
    start?: SourceStart,
  ) {
    this.context = given;
    this.begin = markOf(sink);
    this.buffer = new RowBuffer(sink.records);
    this.transcoder = new Transcoder(namedEncoding);
    if (start !== undefined) this.beginAt(start);
  }

  /** VS Code's id of what the bytes are read as; final once the first 64 KiB or all are there. */
  get encoding(): string {
    return this.transcoder.encoding;
  }

  get formatName(): string {
    return this.rows?.formatName ?? 'text';
  }

  push(bytes: Uint8Array): void {
    // Not `slice`: a Node Buffer's is a view, and hosts read every chunk into the same buffer.
    this.firstBytes?.push(new Uint8Array(bytes));
    this.pushDecoded(this.transcoder.push(bytes));
  }

  end(): void {
    this.ended = true;
    const rest = this.transcoder.end();
    this.endedWithinCharacter = this.firstBytes === undefined && rest.length > 0;
    this.pushDecoded(rest);
    if (this.rows !== undefined) this.setEndMark(this.rows);
    this.splitter.end();
    this.decideFormat();
    this.rows?.end();
    this.buffer.flush();
  }

  /**
   * The reader that goes on after `end` with bytes appended to the source, as if there had been no end: this one or a
   * new one that has read the same. Undefined where only reading from the start gives the same result, and before `end`.
   */
  continued(referenceSeconds: number): SourceReader | undefined {
    if (!this.ended) return undefined;
    if (this.firstBytes !== undefined) return this.readAgain(this.firstBytes, referenceSeconds);
    const mark = this.endMark;
    if (mark === undefined || this.endedWithinCharacter) return undefined;
    rewind(this.sink, mark.sink);
    this.rows = mark.rows.fork(referenceSeconds);
    this.cutLines = mark.cutLines;
    this.endMark = undefined;
    this.ended = false;
    return this;
  }

  /** Lines as the source's format sees them, see `LineRows.textsOf`. */
  textsOf(lines: readonly CutLine[]): Uint8Array[] {
    return this.rows?.textsOf(lines) ?? [];
  }

  /** By which what follows may be read apart from what came, in segments that `adopt` takes; undefined where it may not, or not yet. */
  get decision(): ReaderDecision | undefined {
    return this.encoding === 'utf8' ? this.rows?.decision : undefined;
  }

  /**
   * Takes the rows of the bytes that follow, which another has read. False, and nothing has changed, where reading them
   * in order gives others: they must be pushed then. What was pushed so far must end in a line feed.
   */
  adopt(segment: SegmentRows, ids: SegmentIds): boolean {
    const state = this.encoding === 'utf8' ? this.rows?.state : undefined;
    if (!segment.complete || !isSameState(state, segment.stateBefore)) return false;
    appendSegment(this.sink, segment, ids, this.decodedBytes);
    this.rows?.resume?.(segment.stateAfter);
    this.splitter.skip(segment.bytes);
    this.cutLines += segment.cutLines;
    this.decodedBytes += segment.bytes;
    return true;
  }

  /** See `RereadSource`. */
  get firstLines(): FirstLines | undefined {
    return this.rows?.firstLines;
  }

  /** See `RereadSource`. */
  reread(lines: Iterable<CutLine>, header: Header): FirstText | undefined {
    return this.rows?.reread(lines, header);
  }

  private readAgain(bytes: readonly Uint8Array[], referenceSeconds: number): SourceReader {
    rewind(this.sink, this.begin);
    const reader = new SourceReader(this.sink, { ...this.given, referenceSeconds }, this.namedEncoding);
    for (const chunk of bytes) reader.push(chunk);
    return reader;
  }

  private pushDecoded(bytes: Uint8Array): void {
    this.decodedBytes += bytes.length;
    this.splitter.push(bytes);
    this.buffer.flush();
  }

  /** What the end brings is written by a copy, so that the original can go on as if it had not come. */
  private setEndMark(rows: LineRows): void {
    this.endMark = { sink: markOf(this.sink), rows, cutLines: this.cutLines };
    this.rows = rows.fork(this.context.referenceSeconds);
  }

  private headLine(bytes: Uint8Array, start: number, end: number, offset: number): void {
    this.head?.push(bytes, start, end, offset);
    if (!this.head?.isFull) return;
    this.firstBytes = undefined;
    this.decideFormat();
  }

  private beginAt({ head, state }: SourceStart): void {
    this.transcoder.decideBy(head);
    this.firstBytes = undefined;
    this.head = undefined;
    this.rowsBy(headLinesOf([head])).resume?.(state);
  }

  private decideFormat(): void {
    const { head } = this;
    if (head === undefined) return;
    this.head = undefined;
    const rows = this.rowsBy(head.lines);
    for (const { bytes, offset } of head.lines) rows.line(bytes, 0, bytes.length, offset, true);
  }

  private rowsBy(lines: readonly CutLine[]): LineRows {
    const scratch = new Uint8Array(maxLineBytes);
    const plain = lines.map((line) => withoutAnsi(line.bytes, scratch));
    this.contentKey = contentKeyOf(plain);
    this.dateOrder = dateOrderOf(plain, this.given.referenceSeconds);
    this.context = contextBy(this.dateOrder, this.given);
    this.rows = rowsFor(lines, plain, { ...this.sink, records: this.buffer }, this.context);
    return this.rows;
  }
}
