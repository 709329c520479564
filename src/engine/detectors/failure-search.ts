import { chineseFailurePhrases, chineseRemedies } from './chinese-failure-words';
import { saysNothing } from './chinese-negation';
import { type Gravity, gravities } from './failure-gravity';
import { failurePhrases, harmlessPhrases, remedies } from './failure-words';
import {
  isCountOrSetting,
  isLedToValue,
  isNegated,
  isPassedTest,
  lookedAt,
  type MessageWords,
  mayTell,
  messageWords,
  type TokenMemory,
  textBetween,
} from './message-words';

/** The most telling failure words of a message. */
export interface Failure {
  readonly gravity: Gravity;
  /** As they stand in the message. */
  readonly words: string;
}

interface Phrase {
  readonly words: readonly string[];
  readonly text: string;
  /** Undefined for a harmless one. */
  readonly gravity: Gravity | undefined;
}

/** Marks between the words of a phrase, as in `read-only` or `I/O`; what has more is shown as in the table. */
const mostMarks = 4;
const phrasesByFirstWord = indexed([
  ...failurePhrases.flatMap(({ gravity, phrases }) => phrases.map((text) => phrase(text, gravity))),
  ...harmlessPhrases.map((text) => phrase(text, undefined)),
]);
const firstWordsOfFailure = new Set(
  failurePhrases.flatMap(({ phrases }) => phrases.map((text) => text.split(' ')[0])),
);
const begins = (word: string) => firstWordsOfFailure.has(word);
const chinesePhrases = chineseFailurePhrases.flatMap(({ gravity, phrases }) =>
  phrases.map((text) => ({ text, gravity })),
);

/**
 * Looks for words of failure in a message's masked tokens; undefined where there are none, or where they
 * are negated ("no error"), counted ("<number> errors", "failed=0"), set ("timeout=30"), the name of a value in a list
 * ("machine check enable......0") or a passed test's.
 */
export function findFailure(tokens: readonly string[], known: TokenMemory = new Map()): Failure | undefined {
  const looked = lookedAt(tokens);
  if (!looked.some((token) => mayTell(token, known, begins))) return undefined;
  const text = looked.join(' ');
  if (isPassedTest(text) || isLedToValue(text)) return undefined;
  const message = messageWords(text);
  const found = stronger(strongestPhrase(message), strongestChinese(text));
  if (found === undefined) return undefined;
  return isDealtWith(message, text) ? relieved(found) : found;
}

/** Whether the message tells that somebody or something sees to it: "retrying", "recovered". */
export function isDealtWith({ words }: Pick<MessageWords, 'words'>, text: string): boolean {
  return words.some((word) => remedies.has(word)) || chineseRemedies.some((word) => text.includes(word));
}

function strongestPhrase({ words, places, text }: MessageWords): Failure | undefined {
  let best: Failure | undefined;
  for (let at = 0; at < words.length; at++) {
    const match = longestAt(words, at);
    if (match === undefined) continue;
    const end = at + match.words.length;
    if (match.gravity !== undefined && !isNegated(words, at) && !isCountOrSetting(words, at, end)) {
      const own = textBetween(text, places[at], places[end - 1]);
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

function strongestChinese(text: string): Failure | undefined {
  let best: Failure | undefined;
  for (const { text: words, gravity } of chinesePhrases) {
    const at = text.indexOf(words);
    if (at < 0 || saysNothing(text, at, at + words.length)) continue;
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
