import type { Header, ReadContext } from '../formats/format';
import { newHeader } from '../formats/header';
import type { LogReader } from '../formats/log-reader';
import { Level } from '../model/level';
import type { ByteOffset, LineIndex } from '../model/units';
import { type Assembly, LinePart } from '../tables/assembly';
import { stripAnsi } from '../text/ansi';
import { maxLineBytes } from '../text/line-splitter';
import { withoutAnsi } from './bare-rows';
import { JoinedLines } from './joined-lines';
import { isBlank, type LineRows, pushRecord, type RecordSink } from './line-rows';
import type { CutLine } from './line-texts';
import type { FirstText } from './record-cutter';

const decoder = new TextDecoder();

/**
 * Rows of formats whose records span lines by their own syntax: tables with quoted line ends, XML. A record is read when its last
 * line is there. `inside` reads messages that are log lines themselves.
 */
export class JoinedRows implements LineRows {
  private readonly header = newHeader();
  private readonly innerHeader = newHeader();
  private readonly scratch = new Uint8Array(maxLineBytes);
  private readonly lines: JoinedLines;
  private firstLine = 0 as LineIndex;

  constructor(
    private readonly sink: RecordSink,
    private readonly assembly: Assembly,
    private readonly inside: LogReader | undefined,
    private readonly context: ReadContext,
    former?: JoinedRows,
  ) {
    this.lines = former?.lines.copy() ?? new JoinedLines();
    this.firstLine = former?.firstLine ?? this.firstLine;
  }

  get formatName(): string {
    const { assembly, inside } = this;
    return inside === undefined ? assembly.name : `${assembly.name} › ${inside.name}`;
  }

  line(raw: Uint8Array, rawStart: number, rawEnd: number, offset: number, hasEscape: boolean): void {
    const stripped = hasEscape ? stripAnsi(raw, rawStart, rawEnd, this.scratch) : -1;
    if (stripped < 0) this.row(raw, rawStart, rawEnd, offset as ByteOffset);
    else this.row(this.scratch, 0, stripped, offset as ByteOffset);
  }

  /** A record that is open still is read as far as it goes. */
  end(): void {
    this.closeRecord();
  }

  fork(referenceSeconds: number): JoinedRows {
    const context = { ...this.context, referenceSeconds };
    const inside = this.inside?.fork(referenceSeconds);
    return new JoinedRows(this.sink, this.assembly.fork(context), inside, context, this);
  }

  reread(cut: Iterable<CutLine>, header: Header): FirstText | undefined {
    const lines = new JoinedLines();
    let assembly: Assembly | undefined;
    for (const { bytes: line, offset } of cut) {
      const bytes = withoutAnsi(line, this.scratch);
      assembly ??= this.assembly.at(offset);
      const part = assembly.take(bytes, 0, bytes.length, offset);
      const isFirst = lines.length === 0;
      if (isFirst !== (part === LinePart.whole || part === LinePart.begins)) break;
      lines.add(bytes, 0, bytes.length);
      if (part === LinePart.whole || part === LinePart.ends) break;
    }
    return assembly && lines.length > 0 ? this.firstText(assembly, lines, header) : undefined;
  }

  textsOf(lines: readonly CutLine[]): Uint8Array[] {
    return lines.map(({ bytes }) => new Uint8Array(withoutAnsi(bytes, this.scratch)));
  }

  private row(bytes: Uint8Array, start: number, end: number, offset: ByteOffset): void {
    const { records } = this.sink;
    const line = records.lineCount as LineIndex;
    const part = this.assembly.take(bytes, start, end, offset);
    records.pushLine(offset, part === LinePart.aside || isBlank(bytes, start, end));
    if (part === LinePart.trails || part === LinePart.aside) return;
    if (part === LinePart.whole || part === LinePart.begins) this.closeRecord();
    if (part === LinePart.whole) {
      this.record(bytes, start, end, line);
      return;
    }
    if (part === LinePart.begins) this.firstLine = line;
    this.lines.add(bytes, start, end);
    if (part === LinePart.ends) this.closeRecord();
  }

  private closeRecord(): void {
    const { lines } = this;
    if (lines.length === 0) return;
    this.record(lines.bytes, 0, lines.length, this.firstLine);
    lines.clear();
  }

  private record(bytes: Uint8Array, start: number, end: number, line: LineIndex): void {
    const { sink, header } = this;
    const text = this.assembly.read(bytes, start, end, header);
    if (this.inside !== undefined) readInside(this.inside, text, header, this.innerHeader);
    const component = sink.components.idOf(text, header.componentStart, header.componentEnd);
    pushRecord(sink, header, text, line, component);
  }

  private firstText(assembly: Assembly, lines: JoinedLines, header: Header): FirstText {
    const bytes = assembly.read(lines.bytes, 0, lines.length, header).slice();
    const reader = this.inside?.forFirstLine();
    const start = header.messageStart;
    const end = header.messageEnd;
    if (reader !== undefined) readInside(reader, bytes, header, newHeader());
    const component = decoder.decode(bytes.subarray(header.componentStart, header.componentEnd));
    const fields = () => [
      ...assembly.fields(lines.bytes, 0, lines.length),
      ...(reader?.fieldsOf(bytes, start, end) ?? []),
    ];
    return { bytes, component, fields };
  }
}

/** Reads the header of a message that is a log line; what the table says of the record counts more. */
function readInside(reader: LogReader, bytes: Uint8Array, header: Header, inner: Header): void {
  if (!reader.read(bytes, header.messageStart, header.messageEnd, inner)) return;
  header.messageStart = inner.messageStart;
  header.messageEnd = inner.messageEnd;
  header.salt = inner.salt;
  if (header.level === Level.none) header.level = inner.level;
  if (Number.isNaN(header.seconds)) {
    header.seconds = inner.seconds;
    header.nanos = inner.nanos;
  }
  if (header.componentEnd > header.componentStart) return;
  header.componentStart = inner.componentStart;
  header.componentEnd = inner.componentEnd;
}
