import { isAround, wideAffixes } from './inner-variable';
import { tellingKey } from './sequences';
import type { Line, Template } from './template';
import { holdsLetter, type WordKind } from './word-kinds';

/** Cost of a difference at one position; a shared constant word pays for `tolerance` of it. */
const cost = {
  /** Two placeholders, of another type or with other punctuation. */
  variables: 0.1,
  /** Two constant values of the same key, one at least no plain word. */
  values: 0.3,
  identifiers: 0.3,
  /** Two words where so many messages begin alike that words must be variables. */
  wordsInCrowd: 0.3,
  /** A placeholder against what names something. */
  variableAndIdentifier: 0.2,
  /** A placeholder against "nothing there". */
  variableAndNothing: 0.2,
  variableAndWord: 0.75,
} as const;
const tolerance = 0.35;

/** `HTTPS`, `SOCKS`: names a kind, where a variable of the same form would not tell. */
const acronym = /^\W*[A-Z]{3,}\W*$/;
const nothing = /^\W*(?:null|nil|none|undefined|unknown|nan|n\/a|-+|\?+)\W*$/i;

/**
 * How far `line` is from `template`: 0 where it is covered, Infinity where it is another event. Of two
 * constant words that differ none is taken for a variable here unless the leaf is `crowded`: only many of
 * them are evidence enough, and where they differ in one position `OverSplitIndex` gathers it.
 */
export function distance(template: Template, line: Line, crowded: boolean): number {
  let total = 0;
  let words = 0;
  for (let i = 0; i < line.texts.length; i++) {
    if (template.texts[i] === line.texts[i]) {
      if (line.kinds[i] !== 'variable' && holdsLetter(line.texts[i])) words++;
    } else if (!covers(template, line, i)) {
      total += differenceAt(template, line, i, crowded);
      if (total === Number.POSITIVE_INFINITY) return total;
    }
  }
  return total <= tolerance * words ? total : Number.POSITIVE_INFINITY;
}

/** Whether `line` fits `template` at one position as it is. */
function covers(template: Template, line: Line, position: number): boolean {
  if (!template.wild.has(position) || line.kinds[position] === 'decisive') return false;
  const inner = wideAffixes(template.texts[position]);
  return inner === undefined || isAround(inner, line.texts[position]);
}

/** Whether `template` holds all of `line` as it is. */
export function holds(template: Template, line: Line): boolean {
  return template.texts.every((text, i) => text === line.texts[i] || covers(template, line, i));
}

function differenceAt(template: Template, line: Line, i: number, crowded: boolean): number {
  if (wideAffixes(template.texts[i]) !== undefined) return Number.POSITIVE_INFINITY;
  const kindA = template.kinds[i];
  const kindB = line.kinds[i];
  if (kindA === 'word' && kindB === 'word') {
    const isKey = /[=:]$/.test(line.texts[i]);
    return crowded && !isKey ? cost.wordsInCrowd : Number.POSITIVE_INFINITY;
  }
  const constant = kindA !== 'variable' && kindB !== 'variable';
  if (constant && kindA !== 'decisive' && kindB !== 'decisive' && isValue(line, i)) return cost.values;
  return difference(template.texts[i], kindA, line.texts[i], kindB);
}

/** Behind a key and `=`, unless the key tells what happened. */
function isValue(line: Line, position: number): boolean {
  if (position === 0 || line.glue[position] !== '1') return false;
  const key = line.texts[position - 1];
  return key.endsWith('=') && !tellingKey.test(key);
}

/** Digits that happen to hold no letter, or to hold one: 4711 and 47af. */
function isSameNumber(a: string, b: string): boolean {
  return a.replaceAll('<hex>', '<number>') === b.replaceAll('<hex>', '<number>');
}

function difference(a: string, kindA: WordKind, b: string, kindB: WordKind): number {
  if (kindA === 'variable' && kindB === 'variable') return isSameNumber(a, b) ? 0 : cost.variables;
  if (kindA === 'identifier' && kindB === 'identifier') return cost.identifiers;
  if (kindA !== 'variable' && kindB !== 'variable') return Number.POSITIVE_INFINITY;
  const [constant, kind] = kindA === 'variable' ? [b, kindB] : [a, kindA];
  if (kind === 'identifier') return cost.variableAndIdentifier;
  if (nothing.test(constant)) return cost.variableAndNothing;
  return kind === 'decisive' || acronym.test(constant) ? Number.POSITIVE_INFINITY : cost.variableAndWord;
}
