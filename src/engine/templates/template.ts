import type { ParameterType } from '../model/analysis';
import type { TemplateId } from '../model/units';
import { holdsVariable, placeholderTypes } from './tokens';
import { holdsLetter, type WordKind, wordKind } from './word-kinds';

/** Masked tokens of one signature, with what comparing them needs. */
export interface Line {
  readonly texts: readonly string[];
  readonly glue: string;
  readonly kinds: readonly WordKind[];
}

/** A group of signatures; `texts` and `kinds` widen as others join. */
export interface Template {
  readonly id: TemplateId;
  readonly glue: string;
  texts: readonly string[];
  kinds: readonly WordKind[];
  /** Positions made variable by merging: any one token stands there. */
  wild: ReadonlySet<number>;
}

export function lineOf(texts: readonly string[], glue: string): Line {
  return { texts, glue, kinds: texts.map(wordKind) };
}

const openers = /^[([{"'`]*/;
const closers = ')]}"\'`,;:.';

/** A token that stands for both: the punctuation they share around a placeholder of a type that holds both. */
function widenToken(a: string, b: string): string {
  const prefix = sharedPrefix(a, b);
  const suffix = sharedSuffix(a.slice(prefix.length), b.slice(prefix.length));
  return `${prefix}<${sharedType(a, b, prefix, suffix)}>${suffix}`;
}

function sharedPrefix(a: string, b: string): string {
  const first = openers.exec(a)?.[0] ?? '';
  let length = 0;
  while (length < first.length && a[length] === b[length]) length++;
  return first.slice(0, Math.min(length, a.length - 1, b.length - 1));
}

function sharedSuffix(a: string, b: string): string {
  let length = 0;
  const most = Math.min(a.length, b.length) - 1;
  while (
    length < most &&
    a[a.length - 1 - length] === b[b.length - 1 - length] &&
    closers.includes(a[a.length - 1 - length])
  ) {
    length++;
  }
  return length === 0 ? '' : a.slice(-length);
}

function sharedType(a: string, b: string, prefix: string, suffix: string): ParameterType {
  const [typeA, ...moreA] = placeholderTypes(a);
  const [typeB, ...moreB] = placeholderTypes(b);
  const bare = (text: string, type: string | undefined) => text === `${prefix}<${type}>${suffix}`;
  if (moreA.length === 0 && moreB.length === 0 && bare(a, typeA) && bare(b, typeB)) {
    if (typeA === typeB) return typeA;
    if (typeA !== undefined && typeB !== undefined && hexHolds(typeA) && hexHolds(typeB)) return 'hex';
  }
  return /["'`]$/.test(prefix) && /^["'`]/.test(suffix) ? 'quoted' : 'word';
}

function hexHolds(type: ParameterType): boolean {
  return type === 'hex' || type === 'number';
}

/** Tokens that stand for both lists, which are equally long. */
export function widenedTexts(a: readonly string[], b: readonly string[]): string[] {
  return a.map((text, i) => (text === b[i] ? text : widenToken(text, b[i])));
}

/** Makes `template` hold `line` too. */
export function widen(template: Template, line: Line): void {
  const texts = widenedTexts(template.texts, line.texts);
  const widened = [...texts.keys()].filter((i) => template.texts[i] !== line.texts[i]);
  template.wild = new Set([...template.wild, ...widened]);
  template.texts = texts;
  template.kinds = texts.map((text, i) => (holdsVariable(text) ? 'variable' : template.kinds[i]));
}

/** Makes the token at `position` the variable `text`. */
export function setVariable(template: Template, position: number, text: string): void {
  template.texts = template.texts.with(position, text);
  template.kinds = template.kinds.with(position, 'variable');
  template.wild = new Set([...template.wild, position]);
}

/** Constant words at positions other than `except`. */
export function constantWords(template: Template, except: number): number {
  let words = 0;
  for (let i = 0; i < template.texts.length; i++) {
    if (i !== except && template.kinds[i] !== 'variable' && holdsLetter(template.texts[i])) words++;
  }
  return words;
}
