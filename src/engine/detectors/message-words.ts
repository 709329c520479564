import { negations } from './failure-words';

/** A word of a message; offsets index the text it was found in. */
export interface Word {
  /** Lower case; `#` for a number or placeholder, `=` for the sign between a key and its value. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a token may hold what is looked for, from message to message: they are made of the same few. */
export type TokenMemory = Map<string, boolean>;
const mostRemembered = 20_000;

/** A message's tokens looked at; a list of thousands of values says no more than its first hundred. */
const maxTokens = 128;
const maxTokenLength = 256;
/** How many words before a failure word a negation may stand. */
const negationReach = 2;
/** Words before a number that counts what follows. */
const countWords = new Set([
  'with',
  'and',
  'of',
  'had',
  'has',
  'total',
  'only',
  'passed',
  'succeeded',
  'skipped',
  'ok',
]);
/** Marks a camel-case hump: no letter, and not shown. */
const hump = '\u0000';
/** Part of a longer name: `error_code`, `libgpg-error-dev`. */
const errorWithinName = /error(?=[-_]\p{L})/giu;
/** A name of code, no event: a test (`io::panic_in_task`), a stack frame (`core::panicking::panic_fmt`). Classes begin upper case. */
const nameOfCode = /::\p{Ll}[\p{Ll}\p{N}]*_[\p{Ll}\p{N}_]*/gu;
/** A test runner's word that all is well, before or behind a test's name: the name may hold any word of failure. */
const passedTest = /^(?:PASS|PASSED|✓|✔|√) | PASSED(?: |$)| \.\.\. ok$/u;
const failedTest = /(?<!\p{L})(?:FAIL|FAILED|FAILURES?|ERRORS?)(?!\p{L})/u;
/** A row of a list of states: a name, dots that lead the eye, a number or a switch. */
const ledToValue = /\.{4,} ?(?:\d+|<[a-z]+>|yes|no|on|off|enabled|disabled)$/;
/** What stands for "nothing" behind `error=`. */
const emptyValues = new Set(['null', 'none', 'nil', 'false', 'undefined', 'ok', 'success']);
/** Most tokens: one word as it is compared. */
const plainWord = /^[a-z]+$/;
/** All Chinese words hold one. */
const ideograph = /\p{Script=Han}/u;

/** Masked tokens cut to what is worth looking at. */
export function lookedAt(tokens: readonly string[]): readonly string[] {
  // Asked of every kind of message: most are taken as they are.
  if (tokens.length <= maxTokens && tokens.every(({ length }) => length <= maxTokenLength)) return tokens;
  return tokens.slice(0, maxTokens).map((token) => token.slice(0, maxTokenLength));
}

/** Whether a word for which `isWanted` holds may stand in the token, or a Chinese one. No word and no mark of one goes beyond its token. */
export function mayTell(token: string, known: TokenMemory, isWanted: (word: string) => boolean): boolean {
  if (plainWord.test(token)) return isWanted(token);
  const before = known.get(token);
  if (before !== undefined) return before;
  const tells = ideograph.test(token) || wordsOf(withHumps(token)).some(({ word }) => isWanted(word));
  if (known.size >= mostRemembered) known.clear();
  known.set(token, tells);
  return tells;
}

export function isPassedTest(text: string): boolean {
  return passedTest.test(text) && !failedTest.test(text);
}

/** It names a state and gives its value; names of states hold words of failure. */
export function isLedToValue(text: string): boolean {
  return ledToValue.test(text);
}

/** Parted at camel-case humps (`OutOfMemoryError`), without names that only look like words of failure. */
function withHumps(text: string): string {
  return text
    .replace(nameOfCode, '::')
    .replace(errorWithinName, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, `$1${hump}$2`)
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, `$1${hump}$2`);
}

/** A message cut into words. */
export interface MessageWords {
  /** Parted at camel-case humps; what the places index. */
  readonly text: string;
  readonly places: readonly Word[];
  /** Of the places. */
  readonly words: readonly string[];
}

export function messageWords(message: string): MessageWords {
  const text = withHumps(message);
  const places = wordsOf(text);
  return { text, places, words: places.map(({ word }) => word) };
}

/** Linear: every alternative begins with another character. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(/<[a-z*]+>|\p{L}[\p{L}\p{N}]*|\p{N}+|[=:]/gu)].map(({ 0: found, index }) => ({
    word: wordOf(found),
    start: index,
    end: index + found.length,
  }));
}

function wordOf(found: string): string {
  if (found === ':') return '=';
  return /^[<\p{N}]/u.test(found) ? '#' : found.toLowerCase();
}

/** From the first word to the last as they stand in the message. */
export function textBetween(text: string, first: Word, last: Word): string {
  return text.slice(first.start, last.end).replaceAll(hump, '');
}

/** "no error", "without any failures". */
export function isNegated(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - negationReach), at).some((word) => negations.has(word));
}

/** A number before ("<number> errors") or a number or nothing as its value ("errors: 0", "error=null"). */
export function isCountOrSetting(words: readonly string[], at: number, end: number): boolean {
  if (words[at - 1] === '#' && words[at - 2] !== '=') {
    return words[end - 1].endsWith('s') || (words[end - 1] === 'failed' && !isNamed(words[at - 2]));
  }
  return words[end] === '=' && (words[end + 1] === '#' || emptyValues.has(words[end + 1]));
}

/** The number belongs to the word before it ("order <number> failed"), it does not count ("with <number> failed"). */
function isNamed(before: string | undefined): boolean {
  return before !== undefined && before !== '#' && !countWords.has(before);
}
