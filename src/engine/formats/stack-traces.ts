import {
  beginsGoroutine,
  beginsTraceback,
  looksContinued,
  looksLikeException,
  looksLikeGoFrame,
} from './continuation';

/** The trace that the line read last stands in. */
export type InsideTrace = 'nothing' | 'traceback' | 'goroutine';

/**
 * Follows the stack traces of one log line by line. A Python traceback is a record of its own, from its first line
 * to the exception's: without a header nothing says that the line before it failed. A Go trace belongs to the line before
 * (`panic: …`), and its frames are not indented.
 */
export class StackTraces {
  inside: InsideTrace = 'nothing';

  fork(): StackTraces {
    const copy = new StackTraces();
    copy.inside = this.inside;
    return copy;
  }

  /** True where the line is a part of the record before. */
  continues(bytes: Uint8Array, start: number, end: number): boolean {
    if (beginsTraceback(bytes, start, end)) {
      this.inside = 'traceback';
      return false;
    }
    if (beginsGoroutine(bytes, start, end)) {
      this.inside = 'goroutine';
      return true;
    }
    if (looksContinued(bytes, start, end)) return true;
    if (this.inside === 'goroutine' && looksLikeGoFrame(bytes, start, end)) return true;
    const isException = this.inside === 'traceback' && looksLikeException(bytes, start, end);
    this.inside = 'nothing';
    return isException;
  }
}
