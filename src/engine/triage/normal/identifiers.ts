/** A value that may tie the lines of one request, session, job or process together. */
export interface Identifier {
  readonly text: string;
  /** Index among the line's words. */
  readonly index: number;
}

interface Candidate extends Identifier {
  readonly rank: number;
}

const words = /[\w-]+/g;
/** Ends what stands before a value that is named as one: `trace_id=`, `"session": "`, `thread `. */
const namedBefore =
  /(?:req|request|trace|span|sess|session|thread|tid|correlation|txn|transaction|block|task|job|conn|connection|instance|call|process|pid)(?:[-_ ]?id)?["']?[=: ([{"'#/]{1,3}$/i;
/** `req-2f26`, `blk_1608`: the name is part of the value. */
const namesItself =
  /^(?:req|trace|span|sess|session|thread|txn|blk|block|task|job|conn|instance|call)[-_]?\w/i;
const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;
const hex = /^(?:0x)?[\da-f]{8,}$/i;
/** `2026-11-21`, `21-Nov-2026`: every line of a day has it. */
const date = /^(?:\d{4}-\d\d-\d\d|\d\d-(?:\d\d|[a-z]{3})-\d{4})(?!\d)/i;
/** `48s912ms`, `9823344kB`. */
const quantity = /^(?:\d+(?:[num]?s|m|min|h|d|[kmgt]?i?b|bytes))+$/i;
/** Flags and masks; longer ones may be ids. */
const shortMask = /^0x[\da-f]{1,7}$/i;
const digits = /\d/g;
const onlyDigits = /^-?\d+$/;
const behindWord = /[a-z]["']?[=: ([{"'#/]{1,3}$/i;
/** Digits that a colon or point joins to others: a time, an address, a fraction. */
const joinedBefore = /\d[.:,]$/;
const joinedAfter = /^[.:,]\d/;
const contextLength = 24;

/** Chars as they are, also where they are bytes of UTF-8: only ASCII letters, digits, `_` and `-` make words. */
export function wordsOf(line: string): string[] {
  return line.match(words) ?? [];
}

/** What may name a request, the likeliest first; of equals the first. */
export function identifiersOf(line: string): Identifier[] {
  const candidates: Candidate[] = [];
  let index = 0;
  for (const match of line.matchAll(words)) {
    const rank = rankOf(match[0], line, match.index);
    if (rank > 0) candidates.push({ text: match[0], index, rank });
    index++;
  }
  return candidates.sort((a, b) => b.rank - a.rank || a.index - b.index);
}

/** The value at the same place in another line of the kind, where it may be an identifier too. */
export function identifierAt(line: string, index: number): string | undefined {
  return identifiersOf(line).find((identifier) => identifier.index === index)?.text;
}

/** 0 where the word names nothing. */
function rankOf(word: string, line: string, at: number): number {
  const count = word.match(digits)?.length ?? 0;
  if (count < 2 || word.length < 3 || namesNobody(word)) return 0;
  const before = line.slice(Math.max(0, at - contextLength), at);
  if (joinedBefore.test(before) || joinedAfter.test(line.slice(at + word.length, at + word.length + 2))) {
    return 0;
  }
  if (uuid.test(word)) return 5;
  if (namesItself.test(word) || namedBefore.test(before)) return 4;
  if (onlyDigits.test(word)) return rankOfNumber(word, before, line[at + word.length]);
  return rankOfMixed(word, count);
}

function namesNobody(word: string): boolean {
  return date.test(word) || shortMask.test(word) || (quantity.test(word) && !hex.test(word));
}

/** A number without a word before it may be a date or a time. */
function rankOfNumber(word: string, before: string, after: string | undefined): number {
  if (!behindWord.test(before)) return 0;
  if (word.length >= 6) return 2;
  // A process, as syslog writes it: `sshd[24200]`.
  return before.endsWith('[') && after === ']' ? 1 : 0;
}

function rankOfMixed(word: string, digitCount: number): number {
  if (hex.test(word)) return 3;
  return word.length >= 8 && digitCount >= 4 ? 2 : 0;
}
