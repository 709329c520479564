import type { Sentence } from '../../engine/model/finding';
import type { OpenedSource } from '../../protocol/log-lines';
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
