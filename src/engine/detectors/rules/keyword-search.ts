import { saysNothing } from '../chinese-negation';
import {
  isPassedTest,
  lookedAt,
  type MessageWords,
  mayTell,
  messageWords,
  type TokenMemory,
  textBetween,
} from '../message-words';
import { holdsNegation, isNoEvent } from './keyword-guards';

/** Where a keyword was found in a message. */
export interface KeywordHit {
  /** As they stand in the message. */
  readonly words: string;
  /** Of the keyword's `#`, the how-manieth placeholder of the message it is; undefined where it has none. */
  readonly placeholder: number | undefined;
}

/** A keyword's words; between its parts may stand others. */
interface Keyword<Owner> {
  readonly owner: Owner;
  readonly parts: readonly (readonly string[])[];
  /** Index within the first part of the word it is looked up by. */
  readonly anchor: number;
}

/** Words between two parts of a keyword, at most. */
const gap = 4;
/** Beyond these an excerpt says more about the values than about the trouble. */
const longestShown = 80;
const ideograph = /\p{Script=Han}/u;

/**
 * Finds the keywords of many owners in masked messages, in one pass over the words of each. A keyword is looked up by the longest
 * word of its first part, as that is mostly the rarest: a message that has none costs a look-up a token.
 */
export class KeywordSearch<Owner> {
  private readonly byAnchor = new Map<string, Keyword<Owner>[]>();
  private readonly chinese: { readonly owner: Owner; readonly text: string }[] = [];
  private readonly memory: TokenMemory = new Map();

  add(owner: Owner, keyword: string): void {
    if (ideograph.test(keyword) && !/[#…]/u.test(keyword)) {
      this.chinese.push({ owner, text: keyword.toLowerCase() });
      return;
    }
    const parts = keyword
      .toLowerCase()
      .split('…')
      .map((part) => part.split(' ').filter((word) => word !== ''))
      .filter((part) => part.length > 0);
    if (parts.length === 0) return;
    const anchor = longestOf(parts[0]);
    const sharing = this.byAnchor.get(parts[0][anchor]) ?? [];
    this.byAnchor.set(parts[0][anchor], [...sharing, { owner, parts, anchor }]);
  }

  /**
   * The first hit of each owner. `eventClass` (`5xx`, or '') counts as the message's last word. Only its class counts of
   * what a test runner says of a passed test. Undefined where there is none, as in most messages.
   */
  find(tokens: readonly string[], eventClass: string): Map<Owner, KeywordHit> | undefined {
    const looked = lookedAt(tokens);
    const mayTell = looked.some((token) => this.mayTell(token));
    if (!mayTell && eventClass === '') return undefined;
    const hits = new Map<Owner, KeywordHit>();
    this.findClass(eventClass, hits);
    const text = mayTell ? looked.join(' ') : '';
    if (text === '' || isPassedTest(text)) return hits;
    this.findWords(messageWords(text), hits);
    this.findChinese(text.toLowerCase(), hits);
    return hits;
  }

  private mayTell(token: string): boolean {
    return mayTell(token, this.memory, this.isAnchor);
  }

  private readonly isAnchor = (word: string): boolean => this.byAnchor.has(word);

  private findClass(eventClass: string, hits: Map<Owner, KeywordHit>): void {
    for (const { owner, parts } of this.byAnchor.get(eventClass) ?? []) {
      if (parts.length === 1 && parts[0].length === 1)
        hits.set(owner, { words: eventClass, placeholder: undefined });
    }
  }

  private findWords(message: MessageWords, hits: Map<Owner, KeywordHit>): void {
    message.words.forEach((word, index) => {
      for (const { owner, parts, anchor } of this.byAnchor.get(word) ?? []) {
        const at = index - anchor;
        const end = at < 0 || hits.has(owner) ? undefined : endOf(parts, message.words, at);
        if (end !== undefined && !isNoEvent(message, at, end)) hits.set(owner, hitAt(message, at, end));
      }
    });
  }

  private findChinese(text: string, hits: Map<Owner, KeywordHit>): void {
    if (!ideograph.test(text)) return;
    for (const { owner, text: wanted } of this.chinese) {
      const at = hits.has(owner) ? -1 : text.indexOf(wanted);
      if (at >= 0 && !saysNothing(text, at, at + wanted.length))
        hits.set(owner, { words: wanted, placeholder: undefined });
    }
  }
}

function longestOf(words: readonly string[]): number {
  return words.reduce((best, word, i) => (word.length > words[best].length ? i : best), 0);
}

/** Index behind the keyword's last word, where it begins at `at`. */
function endOf(
  parts: readonly (readonly string[])[],
  words: readonly string[],
  at: number,
): number | undefined {
  let end = at;
  for (const [index, part] of parts.entries()) {
    const from = startOf(part, words, end, index === 0 ? 0 : gap);
    if (from === undefined || holdsNegation(words, end, from)) return undefined;
    end = from + part.length;
  }
  return end;
}

function startOf(
  part: readonly string[],
  words: readonly string[],
  from: number,
  reach: number,
): number | undefined {
  for (let start = from; start <= from + reach; start++)
    if (part.every((word, i) => words[start + i] === word)) return start;
  return undefined;
}

function hitAt(message: MessageWords, at: number, end: number): KeywordHit {
  const { text, places, words } = message;
  const shown = textBetween(text, places[at], places[end - 1]).slice(0, longestShown);
  const masked = words.indexOf('#', at);
  if (masked < 0 || masked >= end || !isPlaceholder(message, masked))
    return { words: shown, placeholder: undefined };
  let placeholder = 0;
  for (let i = 0; i < masked; i++) if (isPlaceholder(message, i)) placeholder++;
  return { words: shown, placeholder };
}

function isPlaceholder({ text, places }: MessageWords, at: number): boolean {
  return text[places[at].start] === '<';
}
