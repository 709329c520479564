import type { Sentence } from '../../engine/model/finding';
import type { FileState } from '../../protocol/analysis';

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
  /** The file as it was when it was opened; null where there is none. */
  readonly state: FileState | null;
  /** What people must know of how the bytes were come by (a damaged archive); complete once `chunks` has ended. */
  readonly notes: readonly Sentence[];
  /**
   * Unpacked bytes; each chunk is valid until the next is asked for. `onRead` hears how much of `size` was read.
   * Throws InputError.
   */
  chunks(onRead: (bytes: number) => void): AsyncGenerator<Uint8Array>;
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
