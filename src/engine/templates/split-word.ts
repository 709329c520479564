import { coreOf, wholeVariableType } from './masks';

/** `key=` or `key:` (not `::`, `:/` or `:\`) where a value follows; sticky, tried where a token may begin. */
const key = /(?:[\w.$-]*[([{<"']+)?[A-Za-z_][\w.$-]*(?:\(\))?(?:=|:(?![:/\\]))(?=.)/y;
/** A comma or semicolon that another key follows. */
const nextKey = /[,;](?=[A-Za-z_][\w.]*[=:])/g;
/** Where Chinese, Japanese or Korean text (three bytes and more a char) meets ASCII, and after its punctuation. */
const wideBoundary =
  /(?<=[^\x80-\xff])(?=[\xe0-\xf4][\x80-\xbf])|(?<=[\xe0-\xf4][\x80-\xbf]{2,3})(?=[^\x80-\xff])|(?<=\xef\xbc[\x81\x88\x89\x8c\x9a\x9b\x9f]|\xe3\x80[\x81\x82\x8a-\x91])(?=.)/g;

/**
 * Where the tokens of a word (text without white space) begin, ascending, the word's own start left out.
 * A key stands apart from its value, and Chinese text from the ASCII in it.
 */
export function splitsOf(word: string): number[] {
  const [from, to] = coreOf(word);
  if (wholeVariableType(word.slice(from, to)) !== undefined) return [];
  const splits: number[] = [];
  for (const part of starts(word, wideBoundary)) keySplits(word, part.from, part.to, splits);
  return splits;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function starts(word: string, boundary: RegExp): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const match of word.matchAll(boundary)) {
    if (match.index === 0) continue;
    spans.push({ from, to: match.index });
    from = match.index;
  }
  spans.push({ from, to: word.length });
  return spans;
}

function keySplits(word: string, from: number, to: number, splits: number[]): void {
  if (from > 0) splits.push(from);
  const part = word.slice(from, to);
  let at = 0;
  nextKey.lastIndex = 0;
  while (at < part.length) {
    const comma = nextKey.exec(part);
    const end = comma === null ? part.length : comma.index + 1;
    if (at > 0) splits.push(from + at);
    valueSplits(part.slice(at, end), from + at, splits);
    at = end;
  }
}

/** Splits behind each key of `a:b=1`; a value that is one variable by itself is left whole. */
function valueSplits(text: string, offset: number, splits: number[]): void {
  key.lastIndex = 0;
  while (key.test(text)) {
    splits.push(offset + key.lastIndex);
    const [from, to] = coreOf(text.slice(key.lastIndex));
    if (wholeVariableType(text.slice(key.lastIndex + from, key.lastIndex + to)) !== undefined) return;
  }
}
