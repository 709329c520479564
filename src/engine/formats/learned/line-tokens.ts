import { Level } from '../../model/level';
import { afterDigits } from '../../time/ascii';
import type { TimeShape } from '../../time/time-shape';
import { timeShapeAt } from '../../time/time-shapes';
import type { ReadContext } from '../format';
import { afterBlanks, isBlank, trimmedEnd } from '../header';
import { levelOfWord } from '../level-words';

export type TokenKind = 'time' | 'level' | 'number' | 'bracket' | 'separator' | 'word';

/** A token of a line's beginning: a word, a group in brackets, or a whole time stamp with the blanks in it. */
export interface Token {
  readonly kind: TokenKind;
  /** Where it begins in the line. */
  readonly start: number;
  /** The bracket a time or level stands in, or ''. */
  readonly open: string;
  readonly text: string;
  /** Punctuation after it: its bracket, comma, colon. */
  readonly close: string;
  /** More than one blank follows: it is padded to a column. */
  readonly padded: boolean;
  readonly shape: TimeShape | undefined;
}

/** A header has fewer tokens than this. */
const mostTokens = 14;
const longestToken = 256;

const partners: Record<string, string> = { '[': ']', '<': '>', '(': ')' };
const separators = new Set(['-', '|', ':', '--', '---', '>', '->', '::']);

export function tokensOf(line: Uint8Array, context: ReadContext): Token[] {
  const tokens: Token[] = [];
  const end = trimmedEnd(line, 0, line.length);
  for (let at = 0; at < end && tokens.length < mostTokens; ) {
    const { kind, open, text, close, shape } = tokenAt(line, at, end, context);
    const after = at + open.length + text.length + close.length;
    const next = afterBlanks(line, after, end);
    // No spread here and in `ascii`: a head has up to 14,000 tokens.
    tokens.push({ kind, open, text, close, shape, start: at, padded: next > after + 1 });
    at = next;
  }
  return tokens;
}

type BareToken = Omit<Token, 'start' | 'padded'>;

function tokenAt(line: Uint8Array, at: number, end: number, context: ReadContext): BareToken {
  const open = String.fromCharCode(line[at]);
  const partner = partners[open];
  if (partner !== undefined) {
    const enclosed = enclosedAt(line, at, end, open, partner, context);
    if (enclosed !== undefined) return enclosed;
  }
  return timeAt(line, at, end, '', context) ?? wordAt(line, at, end);
}

/** `[time]`, `[level]` or any other group in square brackets. */
function enclosedAt(
  line: Uint8Array,
  at: number,
  end: number,
  open: string,
  partner: string,
  context: ReadContext,
): BareToken | undefined {
  const time = timeAt(line, at + 1, end, open, context);
  if (time?.close.startsWith(partner)) return time;
  const partnerAt = line.indexOf(partner.charCodeAt(0), at + 1);
  if (partnerAt < 0 || partnerAt >= Math.min(end, at + longestToken)) return undefined;
  const text = ascii(line, at + 1, partnerAt);
  const close = partner + punctuationAt(line, partnerAt + 1, end);
  if (!endsToken(line, partnerAt + close.length, end)) return undefined;
  if (isLevel(line, afterBlanks(line, at + 1, partnerAt), trimmedEnd(line, at + 1, partnerAt)))
    return { kind: 'level', open, text, close, shape: undefined };
  return open === '[' ? { kind: 'bracket', open, text, close, shape: undefined } : undefined;
}

function timeAt(
  line: Uint8Array,
  at: number,
  end: number,
  open: string,
  context: ReadContext,
): BareToken | undefined {
  const shape = timeShapeAt(line, at, end, context);
  if (shape === undefined) return undefined;
  const after = shape.parse(line, at, end, { seconds: 0, nanos: 0 }, context);
  const close = punctuationAt(line, after, end);
  if (!endsToken(line, after + close.length, end)) return undefined;
  return { kind: 'time', open, text: ascii(line, at, after), close, shape };
}

function wordAt(line: Uint8Array, at: number, end: number): BareToken {
  let after = at;
  while (after < end && after - at < longestToken && !isBlank(line[after])) after++;
  const whole = ascii(line, at, after);
  if (separators.has(whole)) return { kind: 'separator', open: '', text: whole, close: '', shape: undefined };
  const text = whole.replace(/[,:;|]+$/, '') || whole;
  const kind = isLevel(line, at, at + text.length)
    ? 'level'
    : afterDigits(line, at, after) === at + text.length
      ? 'number'
      : 'word';
  return { kind, open: '', text, close: whole.slice(text.length), shape: undefined };
}

function punctuationAt(line: Uint8Array, at: number, end: number): string {
  let after = at;
  while (after < end && '])>,:;|'.includes(String.fromCharCode(line[after]))) after++;
  return ascii(line, at, after);
}

function endsToken(line: Uint8Array, at: number, end: number): boolean {
  return at >= end || isBlank(line[at]);
}

function isLevel(line: Uint8Array, start: number, end: number): boolean {
  return levelOfWord(line, start, end) !== Level.none;
}

/** One character a byte: lengths stay those of the bytes. */
function ascii(line: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(line[i]);
  return text;
}
