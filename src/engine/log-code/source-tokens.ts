import { type Language, type StringForm, syntaxes } from './languages';
import { readLiteral } from './literal-text';

/** `mark` is one character of punctuation, or 0 for a number. */
export interface SourceToken {
  readonly kind: 'name' | 'text' | 'mark';
  /** Of a text what it stands for, with holes. */
  readonly value: string;
  /** UTF-16 units from the beginning of the source. */
  readonly start: number;
  readonly end: number;
}

export interface TokenisedSource {
  readonly tokens: readonly SourceToken[];
  /** By index of a bracket's token: that of the one it belongs to; -1 of other tokens and of unpaired brackets. */
  readonly partners: Int32Array;
}

const blanks = /\s+/y;
const name = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
/** Nearly all names; the other pattern takes five times as long. */
const asciiName = /[A-Za-z_$][\w$]*(?![^\0-\x7f])/y;
/** What a string can begin with in one of the languages; each form of it is tried only there. */
const beginsString = /["'`$@fFrRbBuU]/;
const beginsBlank = /\s/;
const numeral = /\d[\w.]*/y;
/** On one line, and no comment. */
const regexLiteral =
  /\/(?![/*])(?:[^\\/[\r\n]|\\[^\r\n]|\[(?:[^\]\\\r\n]|\\[^\r\n]){0,100}\]){1,300}\/\w{0,10}/y;

/** Names, strings and punctuation of a source in one pass; comments and white space are left out. Nothing is a syntax error. */
export function tokenise(source: string, language: Language): TokenisedSource {
  const { strings, hasRegexLiterals } = syntaxes[language];
  const tokens: SourceToken[] = [];
  const add = (kind: SourceToken['kind'], value: string, start: number, end: number) => {
    tokens.push({ kind, value, start, end });
    return end;
  };
  for (let at = 0; at < source.length; ) {
    const first = source[at];
    const skipped = beginsBlank.test(first)
      ? lengthAt(blanks, source, at)
      : '/#'.includes(first) && commentLength(source, at, language);
    if (skipped) {
      at += skipped;
      continue;
    }
    const literal = beginsString.test(first) ? literalAt(source, at, strings) : undefined;
    if (literal) {
      at = add('text', literal.text, at, literal.end);
      continue;
    }
    const named = lengthAt(asciiName, source, at) || lengthAt(name, source, at);
    const other = named || lengthAt(numeral, source, at) || regexLength(hasRegexLiterals, source, at, tokens);
    if (named > 0) at = add('name', source.slice(at, at + named), at, at + named);
    else at = add('mark', other > 0 ? '0' : source[at], at, at + Math.max(1, other));
  }
  return { tokens, partners: partnersOf(tokens) };
}

const toLineEnd = /[^\r\n]*/y;

/** A block that is never closed ends with the source. */
function commentLength(source: string, at: number, language: Language): number {
  const { lineComments, hasBlockComments } = syntaxes[language];
  if (lineComments.some((begin) => source.startsWith(begin, at))) return lengthAt(toLineEnd, source, at);
  if (!hasBlockComments || !source.startsWith('/*', at)) return 0;
  const end = source.indexOf('*/', at + 2);
  return (end < 0 ? source.length : end + 2) - at;
}

function literalAt(source: string, at: number, forms: readonly StringForm[]) {
  for (const form of forms) {
    const opened = lengthAt(form.open, source, at);
    if (opened > 0) return readLiteral(source, at + opened, form);
  }
  return undefined;
}

const wordsBeforeRegex = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'await',
  'yield',
]);

/** Behind a value `/` divides. */
function regexLength(
  isPossible: boolean,
  source: string,
  at: number,
  before: readonly SourceToken[],
): number {
  if (!isPossible || source[at] !== '/') return 0;
  const last = before.at(-1);
  const isValue =
    last !== undefined &&
    (last.kind === 'text' ||
      (last.kind === 'name' && !wordsBeforeRegex.has(last.value)) ||
      (last.kind === 'mark' && ')]}0'.includes(last.value)));
  return isValue ? 0 : lengthAt(regexLiteral, source, at);
}

function lengthAt(pattern: RegExp, source: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0].length ?? 0;
}

const openings: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

function partnersOf(tokens: readonly SourceToken[]): Int32Array {
  const partners = new Int32Array(tokens.length).fill(-1);
  const open: number[] = [];
  tokens.forEach(({ kind, value }, index) => {
    if (kind !== 'mark') return;
    if ('([{'.includes(value)) open.push(index);
    const opening = openings[value];
    if (opening === undefined) return;
    // One that was never closed does not part those around it.
    const at = open.findLastIndex((one) => tokens[one].value === opening);
    if (at < 0 || open.length - at > mostUnclosed) return;
    partners[index] = open[at];
    partners[open[at]] = index;
    open.length = at;
  });
  return partners;
}

/** Brackets within others that are looked through for the one that belongs to a closing one. */
const mostUnclosed = 20;
