import { chineseFailurePhrases, chineseNegations, chineseRemedies } from './chinese-failure-words';
import { type Gravity, gravities } from './failure-gravity';
import { failurePhrases, harmlessPhrases, negations, remedies } from './failure-words';

/** The most telling failure words of a message. */
export interface Failure {
  readonly gravity: Gravity;
  /** As they stand in the message. */
  readonly words: string;
}

interface Word {
  /** Lower case; `#` for a number or placeholder, `=` for the sign between a key and its value. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Whether a token may tell of a failure, from message to message: they are made of the same few. */
export type TokenMemory = Map<string, boolean>;
const mostRemembered = 20_000;

interface Phrase {
  readonly words: readonly string[];
  readonly text: string;
  /** Undefined for a harmless one. */
  readonly gravity: Gravity | undefined;
}

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
/** Marks between the words of a phrase, as in `read-only` or `I/O`; what has more is shown as in the table. */
const mostMarks = 4;
/** Part of a longer name: `error_code`, `libgpg-error-dev`. */
const errorWithinName = /error(?=[-_]\p{L})/giu;
/** A name of code, no event: a test (`io::panic_in_task`), a stack frame (`core::panicking::panic_fmt`). Classes begin upper case. */
const nameOfCode = /::\p{Ll}[\p{Ll}\p{N}]*_[\p{Ll}\p{N}_]*/gu;
/** A test runner's word that all is well, before or behind a test's name: the name may hold any word of failure. */
const passedTest = /^(?:PASS|PASSED|✓|✔|√) | PASSED(?: |$)| \.\.\. ok$/u;
const failedTest = /(?<!\p{L})(?:FAIL|FAILED|FAILURES?|ERRORS?)(?!\p{L})/u;
/** What stands for "nothing" behind `error=`. */
const emptyValues = new Set(['null', 'none', 'nil', 'false', 'undefined', 'ok', 'success']);

const phrasesByFirstWord = indexed([
  ...failurePhrases.flatMap(({ gravity, phrases }) => phrases.map((text) => phrase(text, gravity))),
  ...harmlessPhrases.map((text) => phrase(text, undefined)),
]);
const firstWordsOfFailure = new Set(
  failurePhrases.flatMap(({ phrases }) => phrases.map((text) => text.split(' ')[0])),
);
/** All Chinese phrases hold one. */
const ideograph = /\p{Script=Han}/u;
const chinesePhrases = chineseFailurePhrases.flatMap(({ gravity, phrases }) =>
  phrases.map((text) => ({ text, gravity })),
);

/**
 * Looks for words of failure in a message's masked tokens; undefined where there are none, or where they
 * are negated ("no error"), counted ("<number> errors", "failed=0"), set ("timeout=30") or a passed test's.
 */
export function findFailure(tokens: readonly string[], known: TokenMemory = new Map()): Failure | undefined {
  const looked = tokens.slice(0, maxTokens).map((token) => token.slice(0, maxTokenLength));
  if (!looked.some((token) => mayTell(token, known))) return undefined;
  const text = looked.join(' ');
  if (passedTest.test(text) && !failedTest.test(text)) return undefined;
  const plain = withHumps(text);
  const places = wordsOf(plain);
  const words = places.map(({ word }) => word);
  const found = stronger(strongestPhrase(words, places, plain), strongestChinese(text));
  if (found === undefined) return undefined;
  const dealtWith =
    words.some((word) => remedies.has(word)) || chineseRemedies.some((word) => text.includes(word));
  return dealtWith ? relieved(found) : found;
}

/** Whether a phrase of failure may begin in it. No word and no mark of one goes beyond its token. */
function mayTell(token: string, known: TokenMemory): boolean {
  const before = known.get(token);
  if (before !== undefined) return before;
  const tells =
    ideograph.test(token) || wordsOf(withHumps(token)).some(({ word }) => firstWordsOfFailure.has(word));
  if (known.size >= mostRemembered) known.clear();
  known.set(token, tells);
  return tells;
}

function withHumps(text: string): string {
  return text
    .replace(nameOfCode, '::')
    .replace(errorWithinName, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, `$1${hump}$2`)
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, `$1${hump}$2`);
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

function strongestPhrase(
  words: readonly string[],
  places: readonly Word[],
  text: string,
): Failure | undefined {
  let best: Failure | undefined;
  for (let at = 0; at < words.length; at++) {
    const match = longestAt(words, at);
    if (match === undefined) continue;
    const end = at + match.words.length;
    if (match.gravity !== undefined && !isNegated(words, at) && !isCountOrSetting(words, at, end)) {
      const own = text.slice(places[at].start, places[end - 1].end).replaceAll(hump, '');
      const shown = own.length > match.text.length + mostMarks ? match.text : own;
      best = stronger(best, { gravity: match.gravity, words: shown });
    }
    at = end - 1;
  }
  return best;
}

function longestAt(words: readonly string[], at: number): Phrase | undefined {
  return phrasesByFirstWord.get(words[at])?.find((candidate) => startsWith(words, at, candidate.words));
}

function startsWith(words: readonly string[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((word, i) => words[at + i] === word);
}

function isNegated(words: readonly string[], at: number): boolean {
  return words.slice(Math.max(0, at - negationReach), at).some((word) => negations.has(word));
}

/** A number before ("<number> errors") or a number or nothing as its value ("errors: 0", "error=null"). */
function isCountOrSetting(words: readonly string[], at: number, end: number): boolean {
  if (words[at - 1] === '#' && words[at - 2] !== '=') {
    return words[end - 1].endsWith('s') || (words[end - 1] === 'failed' && !isNamed(words[at - 2]));
  }
  return words[end] === '=' && (words[end + 1] === '#' || emptyValues.has(words[end + 1]));
}

/** The number belongs to the word before it ("order <number> failed"), it does not count ("with <number> failed"). */
function isNamed(before: string | undefined): boolean {
  return before !== undefined && before !== '#' && !countWords.has(before);
}

function strongestChinese(text: string): Failure | undefined {
  let best: Failure | undefined;
  for (const { text: words, gravity } of chinesePhrases) {
    const at = text.indexOf(words);
    if (at < 0 || chineseNegations.some((negation) => text.slice(0, at).trimEnd().endsWith(negation)))
      continue;
    if (/^(数|次数|率|码)?\s*[=:：]\s*(<number>|0)/.test(text.slice(at + words.length))) continue;
    best = stronger(best, { gravity, words });
  }
  return best;
}

/** The first of equals, so that order in the text and in the tables decides. */
function stronger(a: Failure | undefined, b: Failure | undefined): Failure | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return rank(b) > rank(a) ? b : a;
}

function rank({ gravity }: Failure): number {
  return gravities.indexOf(gravity);
}

/** One step less grave; a refusal that was dealt with is nothing. */
function relieved(failure: Failure): Failure | undefined {
  const gravity = gravities[rank(failure) - 1];
  return gravity === undefined ? undefined : { ...failure, gravity };
}

function phrase(text: string, gravity: Gravity | undefined): Phrase {
  return { words: text.split(' '), text, gravity };
}

/** Longest first, so that "error handler" is met before "error". */
function indexed(phrases: readonly Phrase[]): Map<string, Phrase[]> {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const entry of phrases) {
    const sharing = byFirstWord.get(entry.words[0]);
    if (sharing === undefined) byFirstWord.set(entry.words[0], [entry]);
    else sharing.push(entry);
  }
  for (const sharing of byFirstWord.values()) sharing.sort((a, b) => b.words.length - a.words.length);
  return byFirstWord;
}
