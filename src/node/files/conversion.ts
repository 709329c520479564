import type { Sentence } from '../../engine/model/finding';

/** A file whose lines are not those of a log, and how they become so. */
export interface Conversion {
  /** Whether a file that begins so is one. */
  fits(head: Uint8Array): boolean;
  convert(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
  /** What people must know of it; {0} is the file. */
  note(path: string): Sentence;
}
