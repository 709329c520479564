/** A stretch of an answer. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const wideStops = new Set('。！？；');
const stops = new Set('.!?');
const closers = new Set('*_~"\'”’»）)】」』');
const letter = /\p{L}/u;
const lowerCase = /\p{Ll}/u;
/** A full stop behind these ends no sentence. */
const abbreviations = new Set(
  'e.g i.e eg ie vs cf approx ca fig al dr mr mrs prof incl resp viz esp dept est vol'.split(' '),
);
const longestAbbreviation = 8;

/**
 * Sentences of a block in English and Chinese, without white space around. What lies in one of the closed spans (code, citations;
 * in order) ends none. A citation behind a full stop is of the sentence before it, unless the next goes on from it.
 */
export function sentencesIn(
  text: string,
  block: Span,
  closed: readonly Span[],
  citations: readonly Span[],
): Span[] {
  const byStart = new Map(citations.map((span) => [span.start, span]));
  const closedEnds = new Map(closed.map((span) => [span.start, span.end]));
  const sentences: Span[] = [];
  let start = block.start;
  for (let at = block.start; at < block.end; ) {
    const closedEnd = closedEnds.get(at);
    if (closedEnd !== undefined) {
      at = closedEnd;
      continue;
    }
    const end = endOfSentence(text, at, block, byStart);
    if (end !== undefined) {
      add(sentences, text, { start, end });
      start = end;
    }
    at = end ?? at + 1;
  }
  add(sentences, text, { start, end: block.end });
  return sentences;
}

function add(sentences: Span[], text: string, span: Span): void {
  let { start, end } = span;
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  if (end > start) sentences.push({ start, end });
}

/** Where the sentence that may end with the character here does end, with what closes it; undefined where it goes on. */
function endOfSentence(
  text: string,
  at: number,
  block: Span,
  citations: ReadonlyMap<number, Span>,
): number | undefined {
  // Stops side by side are looked at once, from the first.
  if (!isStop(text[at]) || (at > block.start && isStop(text[at - 1]))) return undefined;
  let end = at + 1;
  while (end < block.end && isStop(text[end])) end++;
  const isWide = wideStops.has(text[end - 1]);
  while (end < block.end && closers.has(text[end])) end++;
  if (!isWide && !endsHere(text, at, end, block, citations)) return undefined;
  return withCitations(text, end, isWide, block, citations);
}

function endsHere(
  text: string,
  at: number,
  end: number,
  block: Span,
  citations: ReadonlyMap<number, Span>,
): boolean {
  if (end >= block.end || citations.has(end)) return true;
  if (!isSpace(text[end])) return /\p{Script=Han}/u.test(text[end]);
  const next = skipSpace(text, end, block.end);
  if (next >= block.end) return true;
  return text[at] !== '.' || !(isAbbreviation(text, at, block.start) || lowerCase.test(text[next]));
}

/** Also of one letter, as an initial. */
function isAbbreviation(text: string, stop: number, from: number): boolean {
  let start = stop;
  const least = Math.max(from, stop - longestAbbreviation);
  while (start > least && (letter.test(text[start - 1]) || text[start - 1] === '.')) start--;
  const word = text.slice(start, stop);
  return word.length === 1 || abbreviations.has(word.toLowerCase());
}

function withCitations(
  text: string,
  end: number,
  isWide: boolean,
  block: Span,
  citations: ReadonlyMap<number, Span>,
): number {
  const from = skipSpace(text, end, block.end);
  let until = from;
  for (let next = from; citations.has(next); next = skipSpace(text, until, block.end))
    until = citations.get(next)?.end ?? block.end;
  if (until === from) return end;
  while (until < block.end && (closers.has(text[until]) || isStop(text[until]))) until++;
  if (from === end || skipSpace(text, until, block.end) >= block.end) return until;
  return isWide || opensTheNext(text, until, block) ? end : until;
}

/** `[L12] shows that …`, `[L12]: connection lost` go on from their citation. */
function opensTheNext(text: string, at: number, block: Span): boolean {
  const next = text[skipSpace(text, at, block.end)];
  return next === ':' || next === '：' || lowerCase.test(next);
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text[at])) at++;
  return at;
}

function isStop(character: string): boolean {
  return stops.has(character) || wideStops.has(character);
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
