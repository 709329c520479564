import { looksContinued } from '../formats/continuation';
import type { Field, Header, ReadContext } from '../formats/format';
import { newHeader, resetHeader } from '../formats/header';
import type { LogReader } from '../formats/log-reader';
import { Level } from '../model/level';
import type { ByteOffset, LineIndex } from '../model/units';
import { stripAnsi } from '../text/ansi';
import { maxLineBytes } from '../text/line-splitter';
import { copyOfText, type Unwrapper, type WrappedText, type Wrapper } from '../wrappers/wrapper';
import { withoutAnsi } from './bare-rows';
import { isBlank, type LineRows, pushRecord, type RecordSink } from './line-rows';
import type { CutLine } from './line-texts';
import type { FirstText } from './record-cutter';
import { unwrapped } from './unwrapped';

const decoder = new TextDecoder();
/** Streams followed for themselves; those after share one reader. */
const mostStreams = 1000;

/**
 * Rows of lines that a collector wrapped. Each stream has a reader of its own, so that a stack trace goes on where
 * another container's lines stand between. Those lines still count to the record before them: a record is a run of lines.
 */
export class WrappedRows implements LineRows {
  private readonly header = newHeader();
  private readonly scratch = new Uint8Array(maxLineBytes);
  private readonly textScratch = new Uint8Array(maxLineBytes);
  private readonly readers = new Map<number, LogReader>();
  private readonly unwrapper: Unwrapper;

  constructor(
    private readonly sink: RecordSink,
    private readonly wrapper: Wrapper,
    /** Has read nothing; each stream gets a copy. */
    private readonly reader: LogReader,
    private readonly context: ReadContext,
    former?: WrappedRows,
  ) {
    const onText = (text: WrappedText, line: LineIndex) => this.text(text, line);
    this.unwrapper = former?.unwrapper.fork(onText, context) ?? wrapper.open(onText, context);
    for (const [stream, known] of former?.readers ?? [])
      this.readers.set(stream, known.fork(context.referenceSeconds));
  }

  get formatName(): string {
    return `${this.wrapper.name} › ${this.reader.name}`;
  }

  line(raw: Uint8Array, rawStart: number, rawEnd: number, offset: number, hasEscape: boolean): void {
    const strips = hasEscape && this.wrapper.takesEscapes === undefined;
    const stripped = strips ? stripAnsi(raw, rawStart, rawEnd, this.scratch) : -1;
    if (stripped < 0) this.row(raw, rawStart, rawEnd, offset as ByteOffset);
    else this.row(this.scratch, 0, stripped, offset as ByteOffset);
  }

  end(): void {
    this.unwrapper.end();
  }

  fork(referenceSeconds: number): WrappedRows {
    const context = { ...this.context, referenceSeconds };
    return new WrappedRows(this.sink, this.wrapper, this.reader.fork(referenceSeconds), context, this);
  }

  reread(lines: Iterable<CutLine>, header: Header): FirstText | undefined {
    let first: Uint8Array | undefined;
    let found: WrappedText | undefined;
    const unwrapper = this.wrapper.open((text, line) => {
      if (line === 0) found ??= copyOfText(text);
    }, this.context);
    let index = 0;
    for (const line of lines) {
      const bytes = this.wrapper.takesEscapes ? line.bytes : withoutAnsi(line.bytes, this.scratch);
      first ??= bytes.slice();
      unwrapper.line(bytes, 0, bytes.length, index++ as LineIndex, line.offset);
      if (found !== undefined) break;
    }
    unwrapper.end();
    return found && first && this.firstText(found, first, header);
  }

  textsOf(lines: readonly CutLine[]): Uint8Array[] {
    return unwrapped(this.wrapper, lines, this.context);
  }

  private row(bytes: Uint8Array, start: number, end: number, offset: ByteOffset): void {
    const { records } = this.sink;
    const line = records.lineCount as LineIndex;
    records.pushLine(offset, this.unwrapper.line(bytes, start, end, line, offset));
  }

  private text(text: WrappedText, line: LineIndex): void {
    this.stripText(text);
    if (isBlank(text.bytes, text.start, text.end)) return;
    const { header, sink } = this;
    const reader = this.readerOf(text.stream);
    const begins = beginsRecord(reader, text, header);
    if (!reader.fits) sink.records.unfit.push(line);
    if (!begins) return;
    const named = header.componentEnd > header.componentStart;
    const component = named
      ? sink.components.idOf(text.bytes, header.componentStart, header.componentEnd)
      : sink.components.idOf(text.nameBytes, text.nameStart, text.nameEnd);
    pushRecord(sink, header, text.bytes, line, component);
  }

  /** Sequences that stood escaped in the wrapper. */
  private stripText(text: WrappedText): void {
    const stripped = stripAnsi(text.bytes, text.start, text.end, this.textScratch);
    if (stripped < 0) return;
    text.bytes = this.textScratch;
    text.start = 0;
    text.end = stripped;
  }

  private readerOf(stream: number): LogReader {
    const known = this.readers.get(stream);
    if (known !== undefined) return known;
    const isShared = this.readers.size >= mostStreams;
    const reader = (isShared ? this.readers.values().next().value : undefined) ?? this.reader.fresh();
    if (!isShared) this.readers.set(stream, reader);
    return reader;
  }

  private firstText(text: WrappedText, line: Uint8Array, header: Header): FirstText | undefined {
    this.stripText(text);
    if (!beginsRecord(this.reader.forFirstLine(), text, header)) return undefined;
    const { bytes, start, end } = text;
    const named = header.componentEnd > header.componentStart;
    const component = named
      ? decoder.decode(bytes.subarray(header.componentStart, header.componentEnd))
      : decoder.decode(text.nameBytes.subarray(text.nameStart, text.nameEnd));
    const fields = (): Field[] => [
      ...this.wrapper.fields(line, 0, line.length),
      ...this.reader.fieldsOf(bytes, start, end),
    ];
    return { bytes: bytes.slice(0, end), component, fields };
  }
}

/** Reads the text's header; what it does not give the wrapper gives. */
function beginsRecord(reader: LogReader, text: WrappedText, header: Header): boolean {
  const { bytes, start, end } = text;
  if (!reader.read(bytes, start, end, header)) {
    if (!text.begins || looksContinued(bytes, start, end)) return false;
    resetHeader(header, bytes, start, end);
  }
  if (Number.isNaN(header.seconds)) {
    header.seconds = text.seconds;
    header.nanos = text.nanos;
  }
  if (header.level === Level.none) header.level = text.level;
  return true;
}
