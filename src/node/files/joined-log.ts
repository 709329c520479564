import type { FileState } from '../../protocol/file-state';
import { openLogFile } from './log-file';
import { type LogText, type ReadableLog, readBackBytes } from './readable-log';

const lineFeed = 0x0a;
const nothing = new Uint8Array(0);

/**
 * A log's text in the joined one: `[start, start + length)`, behind which a line feed stands that is not the log's where it does not end
 * with one. Behind a carriage return it makes no further line.
 */
interface Piece {
  readonly text: LogText;
  readonly start: number;
  readonly length: number;
}

/** At least one file, the newest last, after which they are called. Throws InputError. */
export async function openJoined(
  files: readonly { readonly path: string; readonly encoding: string | undefined }[],
): Promise<ReadableLog> {
  const opened: ReadableLog[] = [];
  try {
    for (const { path, encoding } of files) opened.push(await openLogFile(path, { encoding }));
    return new JoinedLog(opened);
  } catch (error) {
    await Promise.all(opened.map((log) => log.close()));
    throw error;
  }
}

/** Logs one behind the other as one, each beginning a line: the lines of a rotated set count through all of its files. */
class JoinedLog implements ReadableLog {
  /** Whatever the bytes of each are: their text is read, and that is UTF-8. */
  readonly encoding = 'utf8';
  readonly notes = [];
  readonly path: string;
  readonly size: number;
  readonly referenceSeconds: number;
  /** Of the last, which is the one that grows. */
  readonly state: FileState | null;
  private pieces: Promise<readonly Piece[]> | undefined;

  constructor(private readonly logs: readonly ReadableLog[]) {
    const last = logs[logs.length - 1];
    this.path = last.path;
    this.size = logs.reduce((sum, log) => sum + log.size, 0);
    this.referenceSeconds = last.referenceSeconds;
    this.state = last.state;
  }

  async *chunks(onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    const text = await this.text();
    for (let at = 0; ; ) {
      const chunk = text.read(at, at + readBackBytes);
      if (chunk.length === 0) return onRead(this.size);
      at += chunk.length;
      onRead(Math.min(at, this.size));
      yield chunk;
    }
  }

  directFile(): undefined {}

  async text(): Promise<LogText> {
    this.pieces ??= piecesOf(this.logs);
    const pieces = await this.pieces;
    return { read: (start, end) => readJoined(pieces, start, Math.min(end, start + readBackBytes)) };
  }

  async close(): Promise<void> {
    await Promise.all(this.logs.map((log) => log.close()));
  }
}

async function piecesOf(logs: readonly ReadableLog[]): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let start = 0;
  for (const log of logs) {
    const text = await log.text();
    const { length, endsLine } = await extentOf(text);
    pieces.push({ text, start, length });
    start += length + (endsLine ? 0 : 1);
  }
  return pieces;
}

/** A file that is read while it grows is joined as long as it is now. Breathes: a log may have gigabytes. */
async function extentOf(text: LogText): Promise<{ readonly length: number; readonly endsLine: boolean }> {
  let length = 0;
  let last = lineFeed;
  for (;;) {
    const chunk = text.read(length, length + readBackBytes);
    if (chunk.length === 0) break;
    length += chunk.length;
    last = chunk[chunk.length - 1];
    if (length % (1 << 24) < readBackBytes) await new Promise((resolve) => setImmediate(resolve));
  }
  return { length, endsLine: last === lineFeed };
}

/** At most to the end of one of them. */
function readJoined(pieces: readonly Piece[], start: number, end: number): Uint8Array {
  const piece = pieces.findLast((one) => one.start <= start);
  if (!piece || end <= start) return nothing;
  const from = start - piece.start;
  if (from < piece.length) return piece.text.read(from, Math.min(end - piece.start, piece.length));
  // The line end that is not the log's: it would have no place behind the last one.
  return piece === pieces.at(-1) ? nothing : Uint8Array.of(lineFeed);
}
