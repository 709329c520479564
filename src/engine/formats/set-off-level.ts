import { Level } from '../model/level';
import { colon, isLetter } from '../time/ascii';
import { isBlank } from './header';
import { levelOfWord, levelWordEnd } from './level-words';
import { fullWidthColonAt, wideBracketEnd } from './wide-punctuation';

/** A level stands near the start of a line; further on the word is prose. */
const searchBytes = 64;
const openBracket = 0x5b;

/** The first level word from `start` on that is set off as one: upper case, in brackets, or before a colon. */
export function levelSetOff(bytes: Uint8Array, start: number, end: number): Level {
  const limit = Math.min(end, start + searchBytes);
  for (let i = start; i < limit; ) {
    const after = levelWordEnd(bytes, i, end);
    if (after === i) {
      i = afterOther(bytes, i, limit);
      continue;
    }
    const level = levelOfWord(bytes, i, after);
    if (level !== Level.none && isSetOff(bytes, start, i, after, end)) return level;
    i = after;
  }
  return Level.none;
}

/** Past a byte that begins no word, or past the rest of an identifier. */
function afterOther(bytes: Uint8Array, pos: number, limit: number): number {
  const inBrackets = wideBracketEnd(bytes, pos, limit);
  if (inBrackets > pos) return inBrackets;
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
  if (isLetter(bytes[start])) return isUpperCase(bytes, start, end);
  return (
    start === lineStart ||
    fullWidthColonAt(bytes, end, lineEnd) ||
    isWideBracketBefore(bytes, lineStart, start)
  );
}

function isWideBracketBefore(bytes: Uint8Array, lineStart: number, start: number): boolean {
  return start - 3 >= lineStart && wideBracketEnd(bytes, start - 3, start) === start;
}

/** True of words of other scripts too, which have no case. */
export function isUpperCase(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (isLetter(bytes[i]) && (bytes[i] & 0x20) !== 0) return false;
  return true;
}
