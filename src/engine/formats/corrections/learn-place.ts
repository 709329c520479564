import { isDigit, isLetter, underscore } from '../../time/ascii';
import type { ReadContext } from '../format';
import { isBlank } from '../header';
import type { Place } from './format-correction';
import { type Find, finderOf, type ValueEnd } from './place';
import { prefixLayouts } from './prefix-layout';

/** The line that was shown, and where the selection in it begins. */
export interface ShownPlace {
  readonly line: Uint8Array;
  readonly at: number;
}

/** Of several places that find about as many values the first is taken: it says most. */
const nearlyAsMany = 0.95;

/**
 * The place of a column by one line of it: the first of several that finds the selection itself, and a value in
 * about as many of the other lines as any. `canCount`: a value is told by its looks, so that it may be sought anywhere.
 */
export function learnPlace(
  shown: ShownPlace,
  lines: readonly Uint8Array[],
  valueEnd: ValueEnd,
  { canCount, context }: { readonly canCount: boolean; readonly context: ReadContext },
): Place | undefined {
  const places = [...keyPlaces(shown), ...behindPlaces(shown, context)];
  if (canCount) places.push({ nth: ordinalOf(shown, valueEnd) });
  const tried = places.flatMap((place) => {
    const find = finderOf(place, valueEnd, context);
    if (find(shown.line, 0, shown.line.length) !== shown.at) return [];
    return [{ place, found: countFound(find, lines) }];
  });
  const most = tried.reduce((best, { found }) => Math.max(best, found), 0);
  return tried.find(({ found }) => found >= most * nearlyAsMany)?.place;
}

function countFound(find: Find, lines: readonly Uint8Array[]): number {
  return lines.filter((line) => find(line, 0, line.length) >= 0).length;
}

function behindPlaces({ line, at }: ShownPlace, context: ReadContext): Place[] {
  return prefixLayouts(line, at, context).map((behind) => ({ behind }));
}

const longestKey = 64;
const equals = 0x3d;
const quote = 0x22;
const apostrophe = 0x27;
const colon = 0x3a;

/** `name=`, `name="`, `"name":`, `"name": "` right before the selection; a bare `name:` is no key but prose or a tag. */
function keyPlaces({ line, at }: ShownPlace): Place[] {
  let i = at;
  if (i > 0 && isQuote(line[i - 1])) i--;
  while (i > 0 && isBlank(line[i - 1])) i--;
  const sign = i > 0 ? line[i - 1] : 0;
  const isKey = sign === equals || (sign === colon && i > 1 && isQuote(line[i - 2]));
  if (!isKey) return [];
  const nameEnd = isQuote(line[i - 2]) ? i - 2 : i - 1;
  let start = nameEnd;
  while (start > 0 && at - start < longestKey && isNameByte(line[start - 1])) start--;
  if (start === nameEnd) return [];
  const keyStart = start > 0 && isQuote(line[start - 1]) ? start - 1 : start;
  return [{ key: new TextDecoder().decode(line.subarray(keyStart, at)) }];
}

function isQuote(byte: number): boolean {
  return byte === quote || byte === apostrophe;
}

function isNameByte(byte: number): boolean {
  return (
    isDigit(byte) ||
    isLetter(byte) ||
    byte === underscore ||
    byte >= 0x80 ||
    '.@-'.includes(String.fromCharCode(byte))
  );
}

/** Which of the line's values the selection is. */
function ordinalOf({ line, at }: ShownPlace, valueEnd: ValueEnd): number {
  const find = (nth: number): number =>
    finderOf({ nth }, valueEnd, { referenceSeconds: 0 })(line, 0, line.length);
  let nth = 0;
  while (find(nth) >= 0 && find(nth) < at) nth++;
  return nth;
}
