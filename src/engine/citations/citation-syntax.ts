import type { LineNumber } from '../model/units';
import type { Citation } from './checked-citation';
import type { CodeSpan } from './code-spans';

/** A citation where it stands. Those of one pair of brackets stand side by side: `[L12` and `, L15]`. */
export interface PlacedCitation extends Citation {
  readonly start: number;
  readonly end: number;
}

const document = /(?:[A-Z]{1,3}\d{0,3} ?: ?)/.source;
const number = /(?:[Ll](?:ines?)? ?\d{1,15})/.source;
const range = /(?: ?(?:[-‐‑–—−~～至到]|\.\.|to) ?(?:[Ll](?:ines?)? ?)?\d{1,15})/.source;
const separator = /(?: ?[,;，；、] ?| and | & )/.source;
const first = `${document}?${number}${range}?`;
/** Behind the first the `L` may be left out. */
const other = `(?:${first}|\\d{1,15}${range}?)`;
const inBrackets = new RegExp(`^ ?${first}(?:${separator}${other})* ?$`);
const oneOf = new RegExp(other, 'g');
const parts = /^(?:([A-Z]{1,3}\d{0,3}) ?: ?)?\D*(\d+)(?:\D+(\d+))?$/;

/** `[L12]`, `[L12-L20]`, `[L12, L15]`, `[B:L7]`, also in 【】 and ［］; what stands in code or behind a backslash is none. In order. */
export function citationsIn(
  text: string,
  start: number,
  end: number,
  code: readonly CodeSpan[],
): PlacedCitation[] {
  const found: PlacedCitation[] = [];
  let from = start;
  for (const span of [...code, { start: end, end }]) {
    for (const bracket of bracketsIn(text, from, span.start)) found.push(...citationsOf(text, bracket));
    from = span.end;
  }
  return found;
}

interface Bracket {
  readonly start: number;
  readonly end: number;
}

const opening = '[【［';
const closing = ']】］';

/** Innermost pairs on one line; each character is looked at once. */
function* bracketsIn(text: string, start: number, end: number): Generator<Bracket> {
  let open = -1;
  for (let at = start; at < end; at++) {
    const character = text[at];
    if (character === '\\') {
      at++;
      open = -1;
    } else if (opening.includes(character)) open = at;
    else if (character === '\n') open = -1;
    else if (closing.includes(character) && open !== -1) {
      yield { start: open, end: at + 1 };
      open = -1;
    }
  }
}

function citationsOf(text: string, bracket: Bracket): PlacedCitation[] {
  const inner = text.slice(bracket.start + 1, bracket.end - 1);
  if (!inBrackets.test(inner)) return [];
  const matches = [...inner.matchAll(oneOf)];
  let from = bracket.start;
  let inherited = '';
  return matches.map((match, index) => {
    const isLast = index === matches.length - 1;
    const end = isLast ? bracket.end : bracket.start + 1 + match.index + match[0].length;
    const placed = { ...citation(match[0], inherited), start: from, end };
    from = end;
    inherited = placed.document;
    return placed;
  });
}

/** A bare number is of the document named before it. */
function citation(written: string, inherited: string): Citation {
  const found = parts.exec(written);
  const isBare = /^\d/.test(written);
  const name = found?.[1] ?? (isBare ? inherited : '');
  const firstLine = Number(found?.[2]) as LineNumber;
  const lastLine = Number(found?.[3] ?? found?.[2]) as LineNumber;
  const lines = lastLine === firstLine ? `L${firstLine}` : `L${firstLine}–${lastLine}`;
  return { label: name === '' ? lines : `${name}:${lines}`, document: name, firstLine, lastLine };
}
