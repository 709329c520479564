import type { Header, ReadContext } from '../formats/format';
import { newHeader } from '../formats/header';
import type { LogReader } from '../formats/log-reader';
import { recogniseFormats } from '../formats/recognise';
import type { RecordTable } from '../model/record-table';
import type { ByteOffset, LineIndex } from '../model/units';
import type { TemplateMiner } from '../templates/template-miner';
import { stripAnsi } from '../text/ansi';
import { LineSplitter, maxLineBytes } from '../text/line-splitter';
import { Transcoder } from '../text/transcode';
import type { ComponentNames } from './component-names';
import { contentKeyOf } from './content-key';
import type { FirstText, RereadSource } from './record-cutter';

/**
 * Lines looked at before the format is decided. A fixed number of lines, not of bytes or chunks: the
 * decision must not depend on how the bytes arrive.
 */
const headLines = 1000;
/** Bytes of the head kept at most: a head of 64 KiB lines would otherwise hold 64 MiB. */
const headBytes = 4 << 20;

/** Where the rows of all sources go. */
export interface RecordSink {
  readonly records: RecordTable;
  readonly miner: TemplateMiner;
  readonly components: ComponentNames;
}

interface HeadLine {
  readonly bytes: Uint8Array;
  readonly offset: number;
}

/** Reads one source: bytes in any chunking become rows of lines and records. */
export class SourceReader implements RereadSource {
  private readonly transcoder: Transcoder;
  private readonly splitter = new LineSplitter((bytes, start, end, offset, length) => {
    if (length > end - start) this.cutLines++;
    this.line(bytes, start, end, offset);
  });
  private head: HeadLine[] | undefined = [];
  private headSize = 0;
  private reader: LogReader | undefined;
  private readonly scratch = new Uint8Array(maxLineBytes);
  private readonly header = newHeader();
  contentKey = '';
  /** Lines of which only the first `maxLineBytes` were read. */
  cutLines = 0;
  /** Bytes after transcoding to UTF-8: what `ByteOffset`s count. */
  decodedBytes = 0;

  constructor(
    private readonly sink: RecordSink,
    private readonly context: ReadContext,
    encoding: string | undefined,
  ) {
    this.transcoder = new Transcoder(encoding);
  }

  /** VS Code's id of what the bytes are read as; final once the first 64 KiB or all are there. */
  get encoding(): string {
    return this.transcoder.encoding;
  }

  get formatName(): string {
    return this.reader?.name ?? 'text';
  }

  push(bytes: Uint8Array): void {
    this.pushDecoded(this.transcoder.push(bytes));
  }

  end(): void {
    this.pushDecoded(this.transcoder.end());
    this.splitter.end();
    this.decideFormat();
  }

  private pushDecoded(bytes: Uint8Array): void {
    this.decodedBytes += bytes.length;
    this.splitter.push(bytes);
  }

  private line(bytes: Uint8Array, start: number, end: number, offset: number): void {
    if (this.head === undefined) {
      this.row(bytes, start, end, offset);
      return;
    }
    // Not `slice`: a Node Buffer's is a view, and hosts read every chunk into the same buffer.
    this.head.push({ bytes: new Uint8Array(bytes.subarray(start, end)), offset });
    this.headSize += end - start;
    if (this.head.length === headLines || this.headSize >= headBytes) this.decideFormat();
  }

  private decideFormat(): void {
    const head = this.head;
    if (head === undefined) return;
    this.head = undefined;
    const plain = head.map((line) => this.withoutAnsi(line.bytes));
    this.reader = recogniseFormats(plain, this.context);
    this.contentKey = contentKeyOf(plain);
    for (const line of head) this.row(line.bytes, 0, line.bytes.length, line.offset);
  }

  /** See `RereadSource`. */
  reread(lines: Iterable<Uint8Array>, header: Header): FirstText | undefined {
    for (const line of lines) {
      const bytes = this.withoutAnsi(line);
      if (!this.reader?.forFirstLine().read(bytes, 0, bytes.length, header)) return undefined;
      return this.firstText(bytes, header);
    }
    return undefined;
  }

  private firstText(bytes: Uint8Array, header: Header): FirstText {
    return {
      bytes,
      start: 0,
      end: bytes.length,
      component: new TextDecoder().decode(bytes.subarray(header.componentStart, header.componentEnd)),
      fields: () => this.reader?.fieldsOf(bytes, 0, bytes.length) ?? [],
    };
  }

  private withoutAnsi(line: Uint8Array): Uint8Array {
    const length = stripAnsi(line, 0, line.length, this.scratch);
    return length < 0 ? line : this.scratch.slice(0, length);
  }

  private row(raw: Uint8Array, rawStart: number, rawEnd: number, offset: number): void {
    const stripped = stripAnsi(raw, rawStart, rawEnd, this.scratch);
    if (stripped < 0) this.plainRow(raw, rawStart, rawEnd, offset);
    else this.plainRow(this.scratch, 0, stripped, offset);
  }

  private plainRow(bytes: Uint8Array, start: number, end: number, offset: number): void {
    const blank = isBlank(bytes, start, end);
    const line = this.sink.records.pushLine(offset as ByteOffset, blank);
    if (blank || !this.reader?.read(bytes, start, end, this.header)) return;
    this.record(bytes, line);
  }

  private record(bytes: Uint8Array, firstLine: LineIndex): void {
    const { header, sink } = this;
    sink.records.pushRecord({
      firstLine,
      signature: sink.miner.signatureOf(bytes, header.messageStart, header.messageEnd, header.salt),
      seconds: header.seconds,
      nanos: header.nanos,
      level: header.level,
      component: sink.components.idOf(bytes, header.componentStart, header.componentEnd),
    });
  }
}

/** White space and NULs (runs of them are what copytruncate leaves behind). */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (bytes[i] > 0x20) return false;
  return true;
}
