import type { SearchPattern } from '../../engine/filter/filter';
import type { Span } from '../../protocol/search';
import { regexOf } from './compiled-pattern';

const mostSpans = 1000;

/** Where a pattern matches in each of the texts, which are lines; an empty match is no place. Throws InputError. */
export function spansOf(pattern: SearchPattern, texts: readonly string[]): Span[][] {
  const { source, flags } = regexOf(pattern);
  const regex = new RegExp(source, `g${flags}`);
  return texts.map((text) => spansIn(regex, text));
}

function spansIn(regex: RegExp, text: string): Span[] {
  const spans: Span[] = [];
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match && match[0] !== ''; match = regex.exec(text)) {
    spans.push([match.index, match[0].length]);
    if (spans.length === mostSpans) break;
  }
  return spans;
}
