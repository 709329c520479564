import { isDigit, isLetter } from '../../time/ascii';
import { timeShapeAt } from '../../time/time-shapes';
import type { ReadContext } from '../format';
import { afterBlanks, isBlank } from '../header';
import { markNames } from './place';

/** A prefix longer than this is a message. */
const longestPrefix = 256;

/**
 * Layouts of what stands before `line[at]`, the one that says most first: its punctuation with any words between, then
 * any words between blanks. Words are never taken for themselves: a host's name is another in tomorrow's file.
 */
export function prefixLayouts(line: Uint8Array, at: number, context: ReadContext): string[] {
  if (at > longestPrefix) return [];
  const layouts = [punctuatedLayout(line, at, context), wordsLayout(line, at)];
  return [...new Set(layouts.filter((layout) => layout !== undefined))];
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/** A mark as a piece of a layout. */
function markPiece(byte: number): string {
  const mark = String.fromCharCode(byte);
  const name = markNames.get(mark);
  return name === undefined ? mark : `{${name}}`;
}

/** `[{text}] {time} {word}|`: undefined where two pieces of no fixed kind would touch. */
function punctuatedLayout(line: Uint8Array, at: number, context: ReadContext): string | undefined {
  let layout = '';
  for (let i = 0; i < at; ) {
    const piece = pieceAt(line, i, at, context);
    if (piece.text.startsWith('{') && endsOpen(layout)) return undefined;
    layout += piece.text;
    i = piece.end;
  }
  return endsOpen(layout) ? undefined : layout;
}

/** The last piece is one of no fixed kind, whose end only what follows tells. */
function endsOpen(layout: string): boolean {
  return /\{(word|text|time)\}$/.test(layout);
}

interface PrefixPiece {
  readonly text: string;
  readonly end: number;
}

function pieceAt(line: Uint8Array, at: number, end: number, context: ReadContext): PrefixPiece {
  if (isBlank(line[at])) return { text: ' ', end: afterBlanks(line, at, end) };
  const stampEnd = endOfStamp(line, at, end, context);
  if (stampEnd > at) return { text: '{time}', end: stampEnd };
  if (isWordByte(line[at])) return { text: '{word}', end: afterWord(line, at, end) };
  const bracket = line[at] === 0x5b ? line.subarray(0, end).indexOf(0x5d, at) : -1;
  if (bracket > at + 1) return { text: '[{text}]', end: bracket + 1 };
  return { text: markPiece(line[at]), end: at + 1 };
}

function endOfStamp(line: Uint8Array, at: number, end: number, context: ReadContext): number {
  return timeShapeAt(line, at, end, context)?.parse(line, at, end, { seconds: 0, nanos: 0 }, context) ?? -1;
}

/** What begins a word, or cannot be said in a layout. */
function isWordByte(byte: number): boolean {
  return isDigit(byte) || isLetter(byte) || !isPrintable(byte);
}

/** A word goes on through `.`, `-`, `:` … up to a blank or to what parts fields. */
function afterWord(line: Uint8Array, at: number, end: number): number {
  let i = at;
  while (i < end && !isBlank(line[i]) && !partsFields(line, i, end)) i++;
  return i;
}

const parting = new Set([...'|;,[](){}<>"\'='].map((sign) => sign.charCodeAt(0)));

/** Brackets and the like do; other punctuation does where the word ends with it: `name: `, `name -`. */
function partsFields(line: Uint8Array, at: number, end: number): boolean {
  if (parting.has(line[at])) return true;
  if (isWordByte(line[at])) return false;
  let i = at;
  while (i < end && !isBlank(line[i]) && !isWordByte(line[i])) i++;
  return i === end || isBlank(line[i]);
}

/** `{word} {word} `, and what stands of the selection's own word before it. */
function wordsLayout(line: Uint8Array, at: number): string | undefined {
  let layout = '';
  for (let i = 0; i < at; ) {
    if (isBlank(line[i])) {
      layout += ' ';
      i = afterBlanks(line, i, at);
      continue;
    }
    let after = i;
    while (after < at && !isBlank(line[after])) after++;
    const rest = line.subarray(i, after);
    if (after === at && rest.some(isWordByte)) return undefined;
    layout += after === at ? [...rest].map(markPiece).join('') : '{word}';
    i = after;
  }
  return layout;
}
