import { fstatSync, readSync } from 'node:fs';
import type { FileState } from '../../protocol/file-state';
import type { OpenedSource } from '../../protocol/log-lines';
import { endBytes, type FileEnds } from '../files/file-change';
import { inputError } from '../files/input-problems';
import type { DirectFile, ReadableLog } from '../files/readable-log';
import type { FilledSource } from './log-source';
import { SourceText } from './source-text';

/** Undefined where the file's bytes are not the text's. Throws InputError where it is no text. */
export function plainSourceOf(log: ReadableLog): PlainSource | undefined {
  const file = log.directFile();
  return file === undefined || log.state === null ? undefined : new PlainSource(log, file, log.state);
}

/** A file of UTF-8, read where it lies. It may grow, and be cut; its bytes are known again by their ends. */
export class PlainSource implements FilledSource {
  readonly text: SourceText;
  readonly notes = [];
  private ends: FileEnds;
  private lookedAt: number;

  constructor(
    private log: ReadableLog,
    private file: DirectFile,
    private state: FileState,
  ) {
    this.text = new SourceText({ path: log.path, ...file });
    this.text.grow(Math.max(0, file.size - file.textStart));
    this.text.complete = true;
    this.ends = endsOf(file.descriptor, file.size);
    this.lookedAt = state.modifiedMs;
  }

  get opened(): OpenedSource {
    return { path: this.text.path, file: this.state, spooled: false };
  }

  get expectedBytes(): number {
    return this.text.bytes;
  }

  /** Of the file, as far as it is read. */
  get size(): number {
    return this.state.size;
  }

  /** The file's first and last bytes as far as it is read, to find a copy by. */
  get knownEnds(): FileEnds {
    return this.ends;
  }

  get inode(): number {
    return this.state.inode;
  }

  async fill(): Promise<void> {}

  verify(): void {
    if (this.look() === 'cut') throw inputError('shrunk', this.text.path);
  }

  /** `cut`: its bytes are fewer, or others. */
  look(): 'same' | 'grown' | 'cut' {
    const { size, mtimeMs } = fstatSync(this.file.descriptor);
    if (size < this.size) return 'cut';
    if (size === this.size && mtimeMs === this.lookedAt) return 'same';
    if (!areEqual(this.ends, endsOf(this.file.descriptor, this.size))) return 'cut';
    this.lookedAt = mtimeMs;
    return size > this.size ? 'grown' : 'same';
  }

  /** Takes what was appended into the text. */
  readOn(): void {
    const { size, mtimeMs, ino } = fstatSync(this.file.descriptor);
    this.state = { size, modifiedMs: mtimeMs, inode: ino };
    this.ends = endsOf(this.file.descriptor, size);
    this.text.grow(Math.max(0, size - this.file.textStart));
  }

  /** The file has another name by now. */
  rename(path: string): void {
    this.text.moveTo({ path, ...this.file });
  }

  /**
   * `copy` holds what this file held, and perhaps more: the text is read there from now on. Answers the file it was read from, which is no
   * longer closed with this source.
   */
  moveTo(copy: ReadableLog, file: DirectFile): ReadableLog {
    const former = this.log;
    this.log = copy;
    this.file = { ...file, textStart: this.file.textStart };
    this.text.moveTo({ path: copy.path, ...this.file });
    this.readOn();
    return former;
  }

  close(): Promise<void> {
    return this.log.close();
  }
}

/** Of the first `size` bytes of a file. */
export function endsOf(descriptor: number, size: number): FileEnds {
  const bytesAt = (from: number): Uint8Array => {
    const bytes = new Uint8Array(Math.min(endBytes, size));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, from));
  };
  return { head: bytesAt(0), tail: bytesAt(Math.max(0, size - endBytes)) };
}

export function areEqual(one: FileEnds, other: FileEnds): boolean {
  return Buffer.compare(one.head, other.head) === 0 && Buffer.compare(one.tail, other.tail) === 0;
}
