import type { ParameterType } from '../model/analysis';
import { holdsVariable, type Token } from './tokens';

const weekday = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?$/;
const month = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*,?$/;
const datePart = /^(?:<(?:number|time|duration)>,?|[AP]M|UTC|GMT|[A-Z]{2,3}T|[+-]<number>)$/;
const oneVariable = /^<([a-z]+)>,?$/;
/** So many alike in a row are a list of no fixed length. */
const listLength = 3;
const maxBracketed = 64;
const bracketItem = /^[^[\]{}()=]+,?$/;

/** Makes one token of what is one value in several: spelled-out dates, lists of varying length. */
export function mergeSequences(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (let i = 0; i < tokens.length; ) {
    const length = dateLength(tokens, i) || runLength(tokens, i) || bracketLength(tokens, i);
    if (length > 1) merged.push(oneOf(tokens.slice(i, i + length)));
    else merged.push(tokens[i]);
    i += Math.max(1, length);
  }
  return merged;
}

/** `Fri Jul 22 19:29:09 2005`: a month next to a day, and whatever of a date stands around. */
function dateLength(tokens: readonly Token[], at: number): number {
  let i = at;
  if (weekday.test(tokens[i].text)) i++;
  if (i + 1 >= tokens.length || !month.test(tokens[i].text) || tokens[i + 1].text !== '<number>') return 0;
  i += 2;
  while (i < tokens.length && i - at < 7 && datePart.test(tokens[i].text)) i++;
  return i - at;
}

function runLength(tokens: readonly Token[], at: number): number {
  const first = oneVariable.exec(tokens[at].text)?.[1];
  if (first === undefined) return 0;
  let i = at + 1;
  while (i < tokens.length && !tokens[i].glued && oneVariable.exec(tokens[i].text)?.[1] === first) i++;
  return i - at < listLength ? 0 : i - at;
}

/** `[a, b, c]`: two or more items of a token each. */
function bracketLength(tokens: readonly Token[], at: number): number {
  if (!/^\[[^[\]{}()=]+,$/.test(tokens[at].text)) return 0;
  const last = Math.min(tokens.length, at + maxBracketed);
  for (let i = at + 1; i < last; i++) {
    if (tokens[i].glued) return 0;
    if (/^[^[\]{}()=]+\][.,;:]?$/.test(tokens[i].text)) return i - at + 1;
    if (!bracketItem.test(tokens[i].text) || !tokens[i].text.endsWith(',')) return 0;
  }
  return 0;
}

function oneOf(tokens: readonly Token[]): Token {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  const bracketed = first.text.startsWith('[');
  const start = first.start + (bracketed ? 1 : 0);
  const tail = bracketed ? last.text.length - last.text.lastIndexOf(']') : last.text.endsWith(',') ? 1 : 0;
  const type = typeOf(tokens);
  const closing = tail > 0 ? last.text.slice(-tail) : '';
  return {
    text: `${bracketed ? '[' : ''}<${type}>${closing}`,
    glued: first.glued,
    start: first.start,
    end: last.end,
    variables: [{ type, start, end: last.end - tail }],
  };
}

function typeOf(tokens: readonly Token[]): ParameterType {
  if (month.test(tokens[0].text) || weekday.test(tokens[0].text)) return 'time';
  const types = new Set(
    tokens.map(({ text, variables }) => (holdsVariable(text) ? variables[0]?.type : undefined)),
  );
  const [only] = types;
  return types.size === 1 && only !== undefined ? only : 'word';
}
