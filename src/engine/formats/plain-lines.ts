import { Level } from '../model/level';
import { colon, isLetter } from '../time/ascii';
import { parseTime } from '../time/time-shapes';
import { beginsTraceback, looksContinued, looksLikeException } from './continuation';
import type { FormatVariant, Header } from './format';
import { afterBlanks, isBlank, resetHeader } from './header';
import { levelOfWord, levelWordEnd } from './level-words';

/** A level stands near the start of a line; further on the word is prose. */
const levelSearchBytes = 64;
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
      readLevel(bytes, from, end, header);
      return true;
    },
  };
}

/** Takes the first level word that is set off as one: upper case, in brackets, or before a colon. */
function readLevel(bytes: Uint8Array, start: number, end: number, header: Header): void {
  const limit = Math.min(end, start + levelSearchBytes);
  for (let i = start; i < limit; ) {
    const after = levelWordEnd(bytes, i, end);
    if (after === i) {
      i = afterOther(bytes, i, limit);
      continue;
    }
    const level = levelOfWord(bytes, i, after);
    if (level !== Level.none && isSetOff(bytes, start, i, after, end)) {
      header.level = level;
      return;
    }
    i = after;
  }
}

/** Past a byte that begins no word, or past the rest of an identifier. */
function afterOther(bytes: Uint8Array, pos: number, limit: number): number {
  let i = pos;
  while (i < limit && !isBlank(bytes[i]) && bytes[i] !== openBracket) i++;
  return i > pos ? i : pos + 1;
}

function isSetOff(
  bytes: Uint8Array,
  lineStart: number,
  start: number,
  end: number,
  lineEnd: number,
): boolean {
  if (end < lineEnd && bytes[end] === colon) return true;
  if (start > lineStart && bytes[start - 1] === openBracket) return true;
  for (let i = start; i < end; i++) if (isLetter(bytes[i]) && (bytes[i] & 0x20) !== 0) return false;
  return true;
}
