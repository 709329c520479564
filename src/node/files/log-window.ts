import type { Sentence } from '../../engine/model/finding';
import type { SourceStart } from '../../engine/records/source-reader';
import { chunksOf } from '../parallel/byte-span';
import { inputError, problemOf } from './input-problems';
import { countLineEnds } from './line-count';
import type { ByteSpan, DirectFile, LogBeginning, LogText, ReadableLog } from './readable-log';

/**
 * A stretch of a file, as a log whose lines keep the numbers they have there; it is the file's log that must be closed. The lines
 * before are counted while the stretch is read.
 */
export class LogWindow implements ReadableLog {
  readonly path: string;
  readonly encoding: string | undefined;
  readonly size: number;
  readonly referenceSeconds: number;
  readonly state: ReadableLog['state'];
  readonly beginning: LogBeginning;

  /** `span` begins with a line, and no sooner than the text; `start` is what stands before it. */
  constructor(
    private readonly log: ReadableLog,
    private readonly file: DirectFile,
    private readonly span: ByteSpan,
    start: SourceStart,
    private readonly note: Sentence,
  ) {
    this.path = log.path;
    this.encoding = log.encoding;
    this.size = span.end - span.start;
    this.referenceSeconds = log.referenceSeconds;
    this.state = log.state;
    const counting = this.countLinesBefore();
    // Where reading fails first nobody waits for it any more.
    counting.catch(() => undefined);
    this.beginning = { start, linesBefore: () => counting };
  }

  get notes(): Sentence[] {
    return [...this.log.notes, this.note];
  }

  async *chunks(onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    for (const chunk of chunksOf(this.file.descriptor, this.span)) {
      bytes += chunk.length;
      onRead(bytes);
      yield chunk;
    }
    if (bytes < this.size) throw inputError('shrunk', this.path);
  }

  directFile(): DirectFile {
    return { ...this.file, span: this.span };
  }

  async text(): Promise<LogText> {
    const whole = await this.log.text();
    const offset = this.span.start - this.file.textStart;
    return { read: (start, end) => whole.read(start + offset, end + offset) };
  }

  async close(): Promise<void> {}

  /** Of a window without lines no number is asked for. */
  private async countLinesBefore(): Promise<number> {
    if (this.size === 0) return 0;
    const { descriptor, textStart } = this.file;
    const lines = await countLineEnds(descriptor, textStart, this.span.start).catch((error) => {
      throw problemOf(this.path, error);
    });
    if (lines === undefined) throw inputError('shrunk', this.path);
    return lines;
  }
}
