import { Level } from '../model/level';
import { isDigit, isLetter, underscore } from '../time/ascii';
import { wideClosingEnd } from './wide-punctuation';
import { WordTable } from './word-table';

/** What the common loggers call their levels, lower case, and what Chinese ones do. */
const words: readonly [Level, string][] = [
  [Level.trace, 'trace trc verbose vrb finest finer'],
  [Level.debug, 'debug dbg dbug fine 调试'],
  [Level.info, 'info inf information informational notice config log success 信息'],
  [Level.warn, 'warn wrn warning 警告'],
  [Level.error, 'error err erro severe failure 错误'],
  [Level.fatal, 'fatal ftl critical crit alert emerg emergency panic dpanic 致命 严重'],
];

/** All Chinese ones are two characters of three bytes. */
const chineseBytes = 6;

const levels: Level[] = words.flatMap(([level, list]) => list.split(' ').map(() => level));
const table = new WordTable(words.flatMap(([, list]) => list.split(' ')));

/** The level that `bytes[start, end)` names in any case, `Level.none` for any other word. */
export function levelOfWord(bytes: Uint8Array, start: number, end: number): Level {
  const index = end - start < 3 ? -1 : table.indexOf(bytes, start, end);
  return index < 0 ? Level.none : levels[index];
}

/** Where the word that begins at `pos` ends; `pos` where it is a part of an identifier or number. */
export function levelWordEnd(bytes: Uint8Array, pos: number, end: number): number {
  let i = pos;
  while (i < end && isLetter(bytes[i])) i++;
  if (i === pos && i < end && bytes[i] >= 0x80) return chineseLevelEnd(bytes, pos, end);
  return i < end && (isDigit(bytes[i]) || bytes[i] === underscore) ? pos : i;
}

/** Chinese has no blanks between words: `错误码` is none of ours, so what follows must be ASCII or punctuation. */
function chineseLevelEnd(bytes: Uint8Array, pos: number, end: number): number {
  const after = pos + chineseBytes;
  if (after > end || table.indexOf(bytes, pos, after) < 0) return pos;
  const isAlone = after === end || (bytes[after] < 0x80 && !isDigit(bytes[after]) && !isLetter(bytes[after]));
  return isAlone || wideClosingEnd(bytes, after, end) > after ? after : pos;
}

const levelOfLetter = new Map<number, Level>([
  [0x56, Level.trace],
  [0x54, Level.trace],
  [0x44, Level.debug],
  [0x49, Level.info],
  [0x57, Level.warn],
  [0x45, Level.error],
  [0x46, Level.fatal],
  [0x41, Level.fatal],
]);

/** V T D I W E F A, as logcat and klog write them. */
export function levelOfLetterByte(byte: number): Level {
  return levelOfLetter.get(byte) ?? Level.none;
}

/** Syslog severity (RFC 5424, 6.2.1): 0 emergency to 7 debug. */
export function levelOfSeverity(severity: number): Level {
  if (severity <= 2) return Level.fatal;
  if (severity === 3) return Level.error;
  if (severity === 4) return Level.warn;
  return severity === 7 ? Level.debug : Level.info;
}
