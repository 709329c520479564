import { parseTime } from '../time/time-shapes';
import type { FormatVariant } from './format';
import { afterBlanks, resetHeader } from './header';
import { levelSetOff } from './set-off-level';
import { StackTraces } from './stack-traces';

const openBracket = 0x5b;

interface PlainLines extends FormatVariant {
  readonly traces: StackTraces;
  fork(): PlainLines;
}

/**
 * Text without a header: every line is a record and its own message, except those that look like a part of the
 * record before (see `StackTraces`). `indented`: lines begin with blanks anyway, so that says nothing.
 */
export function plainLines(indented: boolean, traces = new StackTraces()): PlainLines {
  return {
    traces,
    fork: () => plainLines(indented, traces.fork()),
    read(bytes, start, end, header, context) {
      const from = indented ? afterBlanks(bytes, start, end) : start;
      if (traces.continues(bytes, from, end)) return false;
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
