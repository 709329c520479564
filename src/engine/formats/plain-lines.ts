import { parseTime } from '../time/time-shapes';
import { beginsTraceback, looksContinued, looksLikeException } from './continuation';
import type { FormatVariant } from './format';
import { afterBlanks, resetHeader } from './header';
import { levelSetOff } from './set-off-level';

const openBracket = 0x5b;

/**
 * Text without a header: every line is a record and its own message, except those that look like a part of the
 * record before. A Python traceback is a record of its own, from its first line to the exception's: no header says that the
 * line before it failed. `indented`: lines begin with blanks anyway, so that says nothing.
 */
export function plainLines(indented: boolean): FormatVariant {
  let inTraceback = false;
  return {
    read(bytes, start, end, header, context) {
      const from = indented ? afterBlanks(bytes, start, end) : start;
      const opensTraceback = beginsTraceback(bytes, from, end);
      if (!opensTraceback && looksContinued(bytes, from, end)) return false;
      const endsTraceback = inTraceback && looksLikeException(bytes, from, end);
      inTraceback = opensTraceback;
      if (endsTraceback) return false;
      resetHeader(header, bytes, from, end);
      const timeAt = bytes[from] === openBracket ? from + 1 : from;
      if (parseTime(bytes, timeAt, end, header, context) < 0) {
        header.seconds = Number.NaN;
        header.nanos = 0;
      }
      header.level = levelSetOff(bytes, from, end);
      return true;
    },
  };
}
