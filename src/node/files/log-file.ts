import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Sentence } from '../../engine/model/finding';
import { contentHeadBytes } from '../../engine/text/content-kind';
import type { FileState } from '../../protocol/file-state';
import type { Conversion } from './conversion';
import { conversionOf, converted } from './conversions';
import { endBytes, type FileEnds } from './file-change';
import { inputError, problemOf } from './input-problems';
import { lateEncoding } from './late-encoding';
import { offsetOfText, textOfFile, transcoded } from './log-text';
import { damageError, damageNote, refuseBinary, unpackerOf } from './packed-file';
import { type Packing, packingOf } from './packing';
import { readAhead } from './read-ahead';
import type { DirectFile, LogText, ReadableLog } from './readable-log';
import { type Spool, spoolOf } from './spool';
import { type Damage, unpack } from './unpack';

/** Large enough that system calls don't count, small enough that cancelling and progress feel immediate. */
const chunkBytes = 1 << 20;

export interface OpenOptions {
  /** VS Code's id; undefined lets the first bytes decide. */
  readonly encoding?: string | undefined;
  /** What to call the file instead of its path. */
  readonly name?: string;
  /** May read text put into other lines than the file's own: not for a face that marks lines in an editor. */
  readonly converts?: boolean;
  /** What people must know of how the file came about. */
  readonly notes?: readonly Sentence[];
  /** Of a file that has grown, so many of its bytes count. */
  readonly mostBytes?: number | undefined;
}

export interface StreamOptions extends OpenOptions {
  readonly name: string;
}

/** Opens a regular file, packed with gzip or zstd or not. Throws InputError. */
export async function openLogFile(path: string, options: OpenOptions = {}): Promise<ReadableLog> {
  const name = options.name ?? path;
  try {
    await refuseUnlessRegular(path, name);
    const handle = await open(path, 'r');
    return await logOfHandle(handle, { ...options, name }, () => handle.close());
  } catch (error) {
    throw problemOf(name, error);
  }
}

/** Copies a stream (standard input) to a private temporary file, so that its lines can be read back. Throws InputError. */
export async function openLogStream(
  stream: AsyncIterable<Uint8Array>,
  options: StreamOptions,
): Promise<ReadableLog> {
  const { name } = options;
  const spool = await spoolOf(stream).catch((error) => {
    throw problemOf(name, error);
  });
  return logOfHandle(spool.handle, options, () => spool.close());
}

/** Asked before opening: opening a pipe nobody writes to would wait for ever. */
async function refuseUnlessRegular(path: string, name: string): Promise<void> {
  const found = await stat(path);
  if (found.isDirectory()) throw inputError('folder', name);
  if (!found.isFile()) throw inputError('not-a-file', name);
}

async function logOfHandle(
  handle: FileHandle,
  options: StreamOptions,
  close: () => Promise<void>,
): Promise<ReadableLog> {
  try {
    const found = await handle.stat();
    const size = Math.min(found.size, options.mostBytes ?? found.size);
    const state = { size, modifiedMs: found.mtimeMs, inode: found.ino };
    const head = new Uint8Array(Math.min(size, contentHeadBytes));
    await handle.read(head, 0, head.length, 0);
    const encoding = options.encoding ?? (await lateEncoding(handle, size, head));
    return new LogFile({ ...options, encoding }, state, head, handle, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * A file as it was when it was opened: what is appended while it is read is left out, so the result is
 * that of a moment; a file that becomes shorter meanwhile is an error.
 */
class LogFile implements ReadableLog {
  readonly path: string;
  readonly encoding: string | undefined;
  private readonly packing: Packing | undefined;
  /** The bytes on disk are the text's own. */
  private readonly isText: boolean;
  private damage: Damage | undefined;
  private conversion: Conversion | undefined;
  private spool: Promise<Spool> | undefined;

  constructor(
    private readonly options: StreamOptions,
    readonly state: FileState,
    private readonly head: Uint8Array,
    private readonly handle: FileHandle,
    private readonly closeHandle: () => Promise<void>,
  ) {
    this.path = options.name;
    this.encoding = options.encoding;
    this.packing = packingOf(head);
    this.isText = this.packing === undefined && !(options.converts && conversionOf(head));
  }

  get notes(): Sentence[] {
    return [
      ...(this.options.notes ?? []),
      ...(this.damage === undefined ? [] : [damageNote(this.path, this.damage)]),
      ...(this.conversion === undefined ? [] : [this.conversion.note(this.path)]),
    ];
  }

  get descriptor(): number | undefined {
    return this.isText ? this.handle.fd : undefined;
  }

  get size(): number {
    return this.state.size;
  }

  get referenceSeconds(): number {
    return Math.floor(this.state.modifiedMs / 1000);
  }

  async *chunks(onRead: (bytes: number) => void, from = 0): AsyncGenerator<Uint8Array> {
    try {
      let bytes = 0;
      for await (const chunk of this.textChunks(onRead, from)) {
        if (bytes === 0 && from === 0) refuseBinary(chunk, this);
        bytes += chunk.length;
        yield chunk;
      }
      if (bytes === 0 && this.damage !== undefined) throw damageError(this.path, this.damage);
    } catch (error) {
      throw problemOf(this.path, error);
    }
  }

  directFile(): DirectFile | undefined {
    const textStart = this.isText ? offsetOfText(this.head, this.encoding) : undefined;
    if (textStart === undefined) return undefined;
    refuseBinary(this.head, this);
    return { descriptor: this.handle.fd, textStart, size: this.size };
  }

  async text(): Promise<LogText> {
    const offset = this.isText ? offsetOfText(this.head, this.encoding) : undefined;
    if (offset !== undefined) return textOfFile(this.handle, offset);
    this.spool ??= spoolOf(
      transcoded(
        this.chunks(() => undefined),
        this.encoding,
      ),
    );
    return textOfFile((await this.spool).handle, 0);
  }

  async close(): Promise<void> {
    const spool = await this.spool?.catch(() => undefined);
    await spool?.close();
    await this.closeHandle();
  }

  async endsAt(end: number): Promise<FileEnds | undefined> {
    if (!this.isText) return undefined;
    try {
      const head = await this.bytesAt(0, Math.min(end, endBytes));
      return { head, tail: await this.bytesAt(Math.max(0, end - endBytes), end) };
    } catch (error) {
      throw problemOf(this.path, error);
    }
  }

  private async bytesAt(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(end - start);
    const { bytesRead } = await this.handle.read(bytes, 0, bytes.length, start);
    return bytes.subarray(0, bytesRead);
  }

  private textChunks(onRead: (bytes: number) => void, from: number): AsyncIterable<Uint8Array> {
    const chunks = this.unpackedChunks(onRead, from);
    if (!this.options.converts || from > 0) return chunks;
    return converted(chunks, (conversion) => {
      this.conversion = conversion;
    });
  }

  private unpackedChunks(onRead: (bytes: number) => void, from: number): AsyncIterable<Uint8Array> {
    if (this.packing === undefined) return this.rawChunks(onRead, from);
    let heard = onRead;
    const packed = () => {
      const chunks = this.rawChunks(heard);
      // Damaged data are read twice; progress tells of the first time.
      heard = () => undefined;
      return chunks;
    };
    return unpack(packed, unpackerOf(this.path, this.packing), (damage) => {
      this.damage = damage;
    });
  }

  private async *rawChunks(onRead: (bytes: number) => void, from = 0): AsyncGenerator<Uint8Array> {
    let at = from;
    for await (const chunk of readAhead(this.handle, { from, end: this.size, chunkBytes })) {
      at += chunk.length;
      onRead(at);
      yield chunk;
    }
    if (at < this.size || (await this.handle.stat()).size < this.size) throw inputError('shrunk', this.path);
  }
}
