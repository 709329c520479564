import type { Sentence } from '../../engine/model/finding';
import type { OpenedSource } from '../../protocol/log-lines';
import type { ReadableLog } from '../files/readable-log';
import type { GrowingFile } from './growing-file';
import type { LineSource } from './line-source';
import type { SourceText } from './source-text';

/** One source of a log that is open. */
export interface LogSource {
  readonly text: LineSource;
  readonly opened: OpenedSource;
  /** About as many bytes as its text will be. */
  readonly expectedBytes: number;
  /** What people must know of how its text was come by; complete when the text is. */
  readonly notes: readonly Sentence[];
  /** Throws InputError `shrunk` where what was there is there no more. */
  verify(): void;
  close(): Promise<void>;
}

/** A source whose text is its own file's, or a copy of it that grows while it is made. */
export interface FilledSource extends LogSource {
  readonly text: SourceText;
  /**
   * Makes the text complete; `onGrown` hears of each piece, and the next waits for it. Throws InputError, and the signal's reason; what came
   * before stays.
   */
  fill(signal: AbortSignal, onGrown: () => Promise<void>): Promise<void>;
}

/** One whose file may be followed. */
export interface FollowedSource extends FilledSource {
  /** VS Code's id of the file's encoding; undefined lets its first bytes decide. */
  readonly encoding: string | undefined;
  readonly file: GrowingFile;
  /** Its text is a copy: a file that is cut takes nothing away. */
  readonly keepsWhatIsCut: boolean;
  /** Takes what was appended into the text. Throws InputError. */
  readOn(): Promise<void>;
  /** The file has another name by now. */
  rename(path: string): void;
  /**
   * `copy` holds what the file held, and perhaps more: the text is read on there. Answers the file it was read from, which is no longer
   * closed with this source. Throws InputError.
   */
  moveTo(copy: ReadableLog, descriptor: number): Promise<ReadableLog>;
}

export function isFollowed(source: LogSource | undefined): source is FollowedSource {
  return source !== undefined && 'readOn' in source;
}
