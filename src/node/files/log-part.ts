import type { SourcePart } from '../../engine/triage/source-part';
import { offsetOfText } from './log-text';
import { type LogText, type ReadableLog, readBackBytes } from './readable-log';

/** Lines of another log, as a log; it is the other that must be closed. */
export class LogPart implements ReadableLog {
  /** Whatever the other's bytes are: its text is read, and that is UTF-8. */
  readonly encoding = 'utf8';
  readonly notes = [];
  readonly path: string;
  readonly size: number;
  readonly referenceSeconds: number;
  readonly state: ReadableLog['state'];

  /** `whole`: the text of `log`. */
  constructor(
    log: ReadableLog,
    private readonly whole: LogText,
    private readonly part: SourcePart,
  ) {
    this.path = log.path;
    this.size = Math.max(0, (part.end ?? log.size) - part.start);
    this.referenceSeconds = log.referenceSeconds;
    this.state = log.state;
  }

  async *chunks(onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    for (let at = 0; ; ) {
      const chunk = this.read(at, at + readBackBytes);
      if (chunk.length === 0) return;
      at += chunk.length;
      onRead(Math.min(at, this.size));
      yield chunk;
    }
  }

  directFile(): undefined {}

  /** A part that begins with a byte order mark loses it, as a file does. */
  async text(): Promise<LogText> {
    const offset = offsetOfText(this.read(0, readBackBytes), this.encoding) ?? 0;
    return { read: (start, end) => this.read(start + offset, end + offset) };
  }

  async close(): Promise<void> {}

  private read(from: number, to: number): Uint8Array {
    const { start, end = Number.POSITIVE_INFINITY } = this.part;
    return this.whole.read(start + from, Math.min(start + to, end));
  }
}
