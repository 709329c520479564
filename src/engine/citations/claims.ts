import { type AnswerBlock, answerBlocks } from './answer-blocks';
import { citationsIn, type PlacedCitation } from './citation-syntax';
import { type CodeSpan, codeSpans } from './code-spans';
import { type Span, sentencesIn } from './sentences';

/** What is held against the log as one: a sentence, an item of a list, a cell of a table. */
export interface Claim {
  /** One; of a row whose citations have a cell of their own, all of its cells. */
  readonly spans: readonly Span[];
  readonly citations: readonly PlacedCitation[];
  /** Texts in backticks, as they stand there. */
  readonly quotes: readonly string[];
  /** All but citations, code in it without its backticks. */
  readonly said: string;
}

/** Claims that cite something, in order: only these can be proven. */
export function citedClaims(text: string): Claim[] {
  return answerBlocks(text).blocks.flatMap((block) => claimsOf(text, block));
}

function claimsOf(text: string, block: AnswerBlock): Claim[] {
  if (!mayCite(text, block)) return [];
  const claims = block.isRow ? rowClaims(text, block) : sentenceClaims(text, block);
  return claims.filter(({ citations }) => citations.length > 0);
}

function mayCite(text: string, { start, end }: Span): boolean {
  return /[[【［]/.test(text.slice(start, end));
}

function sentenceClaims(text: string, block: Span): Claim[] {
  const code = codeSpans(text, block.start, block.end);
  const citations = citationsIn(text, block.start, block.end, code);
  if (citations.length === 0) return [];
  const closed = [...code, ...citations];
  const sentences = sentencesIn(text, block, closed, citations);
  const codeOf = dealt(code, sentences);
  const citationsOf = dealt(citations, sentences);
  return sentences.map((span, index) => claim(text, span, codeOf[index], citationsOf[index]));
}

function rowClaims(text: string, block: Span): Claim[] {
  const cells = cellsOf(text, block).map((cell) => {
    const code = codeSpans(text, cell.start, cell.end);
    const citations = citationsIn(text, cell.start, cell.end, code);
    const unbarred = code.map((span) => ({ ...span, text: span.text.replaceAll('\\|', '|') }));
    return claim(text, cell, unbarred, citations);
  });
  const lends = cells.some(({ citations, said }) => citations.length > 0 && !/[\p{L}\p{N}]/u.test(said));
  return lends ? [together(cells)] : cells;
}

function claim(
  text: string,
  span: Span,
  code: readonly CodeSpan[],
  citations: readonly PlacedCitation[],
): Claim {
  let said = '';
  let at = span.start;
  for (const closed of [...code, ...citations].sort((a, b) => a.start - b.start)) {
    said += `${text.slice(at, closed.start)} ${'text' in closed ? closed.text : ''} `;
    at = closed.end;
  }
  said += text.slice(at, span.end);
  return { spans: [span], citations, quotes: code.map((quote) => quote.text), said };
}

function together(cells: readonly Claim[]): Claim {
  return {
    spans: cells.flatMap(({ spans }) => spans),
    citations: cells.flatMap(({ citations }) => citations),
    quotes: cells.flatMap(({ quotes }) => quotes),
    said: cells.map(({ said }) => said).join(' '),
  };
}

/** What lies in each sentence; both are in order. */
function dealt<T extends Span>(items: readonly T[], sentences: readonly Span[]): T[][] {
  let index = 0;
  return sentences.map(({ end }) => {
    const own: T[] = [];
    for (; index < items.length && items[index].start < end; index++) own.push(items[index]);
    return own;
  });
}

/** Between bars that no backslash takes out, without white space around; empty ones are none. */
function cellsOf(text: string, row: Span): Span[] {
  const cells: Span[] = [];
  let start = row.start;
  for (let at = row.start; at < row.end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '|') {
      cells.push({ start, end: at });
      start = at + 1;
    }
  }
  cells.push({ start, end: row.end });
  return cells.map((cell) => trimmed(text, cell)).filter(({ start, end }) => end > start);
}

function trimmed(text: string, { start, end }: Span): Span {
  const cell = text.slice(start, end);
  const from = start + cell.length - cell.trimStart().length;
  return { start: from, end: Math.max(from, from + cell.trim().length) };
}
