import { FirstLines } from '../formats/first-lines';
import type { Header } from '../formats/format';
import { newHeader } from '../formats/header';
import type { LogReader, ReaderState } from '../formats/log-reader';
import { decisionOf, type ReaderDecision } from '../formats/reader-decision';
import type { ByteOffset } from '../model/units';
import { stripAnsi } from '../text/ansi';
import { maxLineBytes } from '../text/line-splitter';
import { isBlank, type LineRows, pushRecord, type RecordSink } from './line-rows';
import type { CutLine } from './line-texts';
import type { FirstText } from './record-cutter';

const decoder = new TextDecoder();

/** Rows of lines that no collector wrapped: the hot path. */
export class BareRows implements LineRows {
  private readonly header = newHeader();
  private readonly scratch = new Uint8Array(maxLineBytes);

  constructor(
    private readonly sink: RecordSink,
    private readonly reader: LogReader,
  ) {}

  get formatName(): string {
    return this.reader.name;
  }

  get state(): ReaderState | undefined {
    return this.reader.state;
  }

  get decision(): ReaderDecision | undefined {
    return this.state && decisionOf(this.reader);
  }

  get firstLines(): FirstLines {
    return new FirstLines(this.reader);
  }

  resume(state: ReaderState): void {
    this.reader.resume(state);
  }

  line(raw: Uint8Array, rawStart: number, rawEnd: number, offset: number, hasEscape: boolean): void {
    const stripped = hasEscape ? stripAnsi(raw, rawStart, rawEnd, this.scratch) : -1;
    if (stripped < 0) this.row(raw, rawStart, rawEnd, offset);
    else this.row(this.scratch, 0, stripped, offset);
  }

  end(): void {}

  fork(referenceSeconds: number): BareRows {
    return new BareRows(this.sink, this.reader.fork(referenceSeconds));
  }

  reread(lines: Iterable<CutLine>, header: Header): FirstText | undefined {
    for (const { bytes: line } of lines) {
      const bytes = withoutAnsi(line, this.scratch);
      if (!this.reader.forFirstLine().read(bytes, 0, bytes.length, header)) return undefined;
      const component = decoder.decode(bytes.subarray(header.componentStart, header.componentEnd));
      return { bytes, component, fields: () => this.reader.fieldsOf(bytes, 0, bytes.length) };
    }
    return undefined;
  }

  textsOf(lines: readonly CutLine[]): Uint8Array[] {
    return lines.map(({ bytes }) => new Uint8Array(withoutAnsi(bytes, this.scratch)));
  }

  private row(bytes: Uint8Array, start: number, end: number, offset: number): void {
    const { header, sink } = this;
    const blank = isBlank(bytes, start, end);
    const line = sink.records.pushLine(offset as ByteOffset, blank);
    if (blank) return;
    const begins = this.reader.read(bytes, start, end, header);
    if (!this.reader.fits) sink.records.unfit.push(line);
    if (!begins) return;
    const component = sink.components.idOf(bytes, header.componentStart, header.componentEnd);
    pushRecord(sink, header, bytes, line, component);
  }
}

/** A copy where there were any; `scratch` holds as much as the line. */
export function withoutAnsi(line: Uint8Array, scratch: Uint8Array): Uint8Array {
  const length = stripAnsi(line, 0, line.length, scratch);
  return length < 0 ? line : scratch.slice(0, length);
}
