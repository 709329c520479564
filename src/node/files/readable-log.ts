import type { Sentence } from '../../engine/model/finding';
import type { SourceStart } from '../../engine/records/source-reader';
import type { FileState } from '../../protocol/file-state';
import type { FileEnds } from './file-change';

/** `[start, end)` of a file. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** A regular file of UTF-8 that can be read at any place; its descriptor is open in every thread of the process. */
export interface DirectFile {
  readonly descriptor: number;
  /** Bytes of the byte order mark. */
  readonly textStart: number;
  readonly size: number;
  /** What is to be read of it; all of it where left out. */
  readonly span?: ByteSpan;
}

/** Where a log is not read from its file's first line on. */
export interface LogBeginning {
  readonly start: SourceStart;
  /** Lines of the file before. Throws InputError. */
  linesBefore(): Promise<number>;
}

/** A log whose bytes can be streamed once and whose text can be read back by span afterwards. */
export interface ReadableLog {
  /** As people know it: a path, `standard input`, the name of a document. */
  readonly path: string;
  /** VS Code's id of the encoding; undefined lets the first bytes decide. */
  readonly encoding: string | undefined;
  /** What `chunks` counts up to: bytes on disk, packed ones where the log is packed. */
  readonly size: number;
  /** Seconds since the epoch that times without a year lie before. */
  readonly referenceSeconds: number;
  /** Undefined where the log is all of its file. */
  readonly beginning?: LogBeginning;
  /** The file as it was when it was opened; null where there is none. */
  readonly state: FileState | null;
  /** Of a regular file whose bytes are a text's, in whichever encoding; it is open as long as the log is. */
  readonly descriptor?: number | undefined;
  /** What people must know of how the bytes were come by (a damaged archive); complete once `chunks` has ended. */
  readonly notes: readonly Sentence[];
  /**
   * Unpacked bytes; each chunk is valid until the next is asked for. `onRead` hears how much of `size` was read.
   * `from`: bytes left out at the beginning, 0 where `endsAt` is undefined. Throws InputError.
   */
  chunks(onRead: (bytes: number) => void, from?: number): AsyncGenerator<Uint8Array>;
  /** Undefined where `chunks` is the only way: packed, not UTF-8, no file. Throws InputError where it is no text. */
  directFile(): DirectFile | undefined;
  /**
   * Of a file that can be read on from where it ended: its first bytes and those before `end`, as they are now. Undefined
   * of a packed one, whose bytes are not its text's. Throws InputError.
   */
  endsAt?(end: number): Promise<FileEnds | undefined>;
  /** Throws InputError. The first call may copy the log's text to a private temporary file. */
  text(): Promise<LogText>;
  close(): Promise<void>;
}

/** The text of a log as UTF-8, by the offsets the engine counts. */
export interface LogText {
  /** `[start, end)`, at most `readBackBytes`; shorter where the file has shrunk since. */
  read(start: number, end: number): Uint8Array;
}

/** No reader shows more of a line than this: a 50 MB line must not become a 50 MB answer. */
export const readBackBytes = 64 * 1024;
