import type { ParameterType } from '../model/analysis';
import { measureAt } from './measures';
import { bareText, oneToken, type TokenRun } from './token-runs';
import { isParameterType, placeholderTypes, type Token } from './tokens';

const weekday = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?$/;
const month = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,?$/;
const datePart = /^(?:<(?:number|time|duration)>,?|[AP]M|UTC|GMT|[A-Z]{2,3}T|[+-]<number>)$/;
const maxDateTokens = 7;
/** So many alike in a row are a list of no fixed length. */
const listLength = 3;
/** With commas between them two are. */
const partedLength = 2;
const maxBracketed = 64;
const firstItem = /^\[[^[\]{}()=]+,$/;
const middleItem = /^[^[\]{}()=]+,$/;
const lastItem = /^[^[\]{}()=]+\][.,;:]?$/;
const quotedKeyValue = /^"[^"]*$/;
const maxQuoted = 32;

/** What a key says about the event itself; its value is text to compare, not a variable. */
export const tellingKey =
  /(?:^|\W)(?:msg|message|err|error|reason|cause|event|status|stat|state|level|severity|action|result|outcome|method|op|operation|type|kind|mode|phase|stage|cmd|command|code)=$/i;

/** Makes one token of what is one value in several: measures, spelled-out dates, quoted values, lists. */
export function mergeSequences(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const run = runAt(tokens, i);
    merged.push(run === undefined ? tokens[i] : oneToken(tokens.slice(i, i + run.length), run.type));
    i += run?.length ?? 1;
  }
  return merged;
}

function runAt(tokens: readonly Token[], at: number): TokenRun | undefined {
  return (
    measureAt(tokens, at) ??
    dateAt(tokens, at) ??
    quotedAt(tokens, at) ??
    listAt(tokens, at) ??
    bracketedAt(tokens, at)
  );
}

/** `Fri Jul 22 19:29:09 2005`: a month next to a day, and whatever of a date stands around. */
function dateAt(tokens: readonly Token[], at: number): TokenRun | undefined {
  if (!isCapital(tokens[at].text.charCodeAt(0))) return undefined;
  let i = at;
  if (weekday.test(tokens[i].text)) i++;
  if (i + 1 >= tokens.length || !month.test(tokens[i].text) || tokens[i + 1].text !== '<number>')
    return undefined;
  i += 2;
  while (i < tokens.length && i - at < maxDateTokens && datePart.test(tokens[i].text)) i++;
  return { length: i - at, type: 'time' };
}

function isCapital(unit: number): boolean {
  return unit >= 0x41 && unit <= 0x5a;
}

/** `"View Lock"` behind a key that does not tell what happened. */
function quotedAt(tokens: readonly Token[], at: number): TokenRun | undefined {
  if (!tokens[at].glued || at === 0 || !tokens[at].text.startsWith('"')) return undefined;
  const key = tokens[at - 1].text;
  if (!key.endsWith('=') || tellingKey.test(key) || bareText(tokens[at].text) === '') return undefined;
  if (!quotedKeyValue.test(tokens[at].text)) return { length: 1, type: 'quoted' };
  const last = Math.min(tokens.length, at + maxQuoted);
  for (let i = at + 1; i < last; i++) {
    if (tokens[i].text.includes('"'))
      return /^[^"]+"[)\]}.,;]*$/.test(tokens[i].text) ? { length: i - at + 1, type: 'quoted' } : undefined;
  }
  return undefined;
}

/** Three and more alike: `14 15 0x1f`, or `blk_1 blk_2 blk_3`. */
function listAt(tokens: readonly Token[], at: number): TokenRun | undefined {
  const first = itemKind(tokens[at]);
  if (first === undefined) return undefined;
  let type = first;
  let i = at + 1;
  for (; i < tokens.length && continuesList(tokens[i - 1], tokens[i]); i++) {
    const next = itemKind(tokens[i]);
    if (next === undefined || (next !== first && !(isNumeric(next) && isNumeric(first)))) break;
    if (next !== type) type = 'hex';
  }
  if (i - at < (isParted(tokens, at, i) ? partedLength : listLength)) return undefined;
  return { length: i - at, type: isParameterType(type) ? type : 'word' };
}

/** All but the last of `tokens[from, to)` end in a comma. */
function isParted(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to - 1).every(({ text }) => text.endsWith(','));
}

/** Its type where the token is one variable, its text where a word is part of it, undefined without a variable. */
function itemKind(token: Token): string | undefined {
  const types = placeholderTypes(token.text);
  if (types.length !== 1) return undefined;
  const [type] = types;
  if (token.text.length === type.length + '<>'.length) return type;
  const bare = bareText(token.text);
  return bare === `<${type}>` ? type : bare;
}

/** Brackets begin and end a list. */
function continuesList(before: Token, next: Token): boolean {
  return !next.glued && /[^)\]}"']$/.test(before.text) && /^[^([{"']/.test(next.text);
}

function isNumeric(kind: string): boolean {
  return kind === 'number' || kind === 'hex';
}

/** `[a, b, c]`: two or more items of a token each. */
function bracketedAt(tokens: readonly Token[], at: number): TokenRun | undefined {
  if (!tokens[at].text.startsWith('[') || !firstItem.test(tokens[at].text)) return undefined;
  const last = Math.min(tokens.length, at + maxBracketed);
  for (let i = at + 1; i < last && !tokens[i].glued; i++) {
    if (lastItem.test(tokens[i].text))
      return { length: i - at + 1, type: typeOfItems(tokens.slice(at, i + 1)) };
    if (!middleItem.test(tokens[i].text)) return undefined;
  }
  return undefined;
}

function typeOfItems(tokens: readonly Token[]): ParameterType {
  const types = new Set(tokens.map(itemKind));
  const [only] = types;
  return types.size === 1 && only !== undefined && isParameterType(only) ? only : 'word';
}
