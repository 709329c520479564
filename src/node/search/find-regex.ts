import { isAscii } from 'node:buffer';
import type { CompiledRegex } from './compiled-pattern';
import { FoundBits } from './found-bits';
import type { PieceText } from './piece-text';
import { TextLines } from './text-lines';
import { TextsFinder } from './texts-finder';

const separators = /[\u2028\u2029]/;
/** Where more than one of so many lines holds what every match needs, the regex looks through all of them at once. */
const linesAHit = 8;

/** Looks for a regex in all lines of a piece. What was found in pieces before decides how, but not what is found. */
export class RegexSearch {
  private readonly needed: TextsFinder | undefined;
  /** Where each match begins in a text of ASCII, and the regex at such a place alone. */
  private readonly first: { readonly finder: TextsFinder; readonly there: RegExp } | undefined;
  private neededIsCommon = false;

  constructor(private readonly regex: CompiledRegex) {
    const { needed, first, ofLines } = regex;
    this.needed = needed.length === 0 ? undefined : new TextsFinder(needed);
    if (first.length > 0 && ofLines)
      this.first = {
        finder: new TextsFinder(first),
        there: new RegExp(ofLines.source, ofLines.flags.replace('g', 'y')),
      };
  }

  search(text: PieceText): FoundBits {
    const found = new FoundBits();
    if (this.needed && !this.neededIsCommon) this.searchLinesWith(this.needed, text, found);
    else this.searchAll(text, found);
    return found;
  }

  private searchLinesWith(needed: TextsFinder, text: PieceText, found: FoundBits): void {
    let line = 0;
    let hits = 0;
    let counted = text.start;
    for (let at = needed.next(text, text.start, text.end); at >= 0; hits++) {
      const { start, end } = lineAround(text, at);
      line += text.lineEnds(counted, start);
      counted = start;
      this.searchLine(textOf(text, start, end), line, found);
      at = needed.next(text, end, text.end);
    }
    this.neededIsCommon = hits * linesAHit > text.lineCount;
  }

  private searchAll(text: PieceText, found: FoundBits): void {
    if (text.start === text.end) return;
    if (this.first && isPlain(text, text.start, text.end)) {
      searchPlaces(this.first, text, found);
      return;
    }
    const all = textOf(text, text.start, text.end);
    const { ofLines } = this.regex;
    const lines = new TextLines(all);
    if (ofLines && !separators.test(all)) searchText(ofLines, all, lines, found);
    else
      do this.searchLine(all.slice(lines.start, lines.end), lines.line, found);
      while (lines.advance());
  }

  private searchLine(text: string, line: number, found: FoundBits): void {
    const { ofLine } = this.regex;
    ofLine.lastIndex = 0;
    for (let match = ofLine.exec(text); match; match = ofLine.exec(text)) {
      if (match[0] !== '') found.add(line);
      else {
        if (!found.has(line)) found.add(line);
        return;
      }
    }
  }
}

/** In ASCII a byte is a character: the regex is asked where a match can begin, and nowhere else. */
function searchPlaces(
  { finder, there }: { readonly finder: TextsFinder; readonly there: RegExp },
  text: PieceText,
  found: FoundBits,
): void {
  const all = text.bytes.toString('latin1', text.start, text.end);
  let line = 0;
  let counted = text.start;
  for (let at = finder.next(text, text.start, text.end); at >= 0; ) {
    there.lastIndex = at - text.start;
    const isMatch = there.test(all);
    if (isMatch) {
      line += text.lineEnds(counted, at);
      counted = at;
      found.add(line);
    }
    at = finder.next(text, isMatch ? text.start + there.lastIndex : at + 1, text.end);
  }
}

/** An empty match counts once, and is its line's last. */
function searchText(regex: RegExp, text: string, lines: TextLines, found: FoundBits): void {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const { index } = match;
    if (!lines.goTo(index)) return;
    if (match[0] !== '') {
      found.add(lines.line);
      continue;
    }
    // Between a CR and its LF is no place in a line.
    if (index <= lines.end && !found.has(lines.line)) found.add(lines.line);
    if (!lines.advance()) return;
    regex.lastIndex = lines.start;
  }
}

function lineAround(text: PieceText, at: number): { start: number; end: number } {
  const { bytes } = text;
  let start = at;
  while (start > text.start && !isLineEnd(bytes[start - 1])) start--;
  let end = at;
  while (end < text.end && !isLineEnd(bytes[end])) end++;
  return { start, end };
}

function isLineEnd(byte: number): boolean {
  return byte === 0x0a || byte === 0x0d;
}

/** Of ASCII alone a string takes half the room, and less time to make and to search. */
function textOf(text: PieceText, start: number, end: number): string {
  return text.bytes.toString(isPlain(text, start, end) ? 'latin1' : 'utf8', start, end);
}

function isPlain({ bytes }: PieceText, start: number, end: number): boolean {
  return isAscii(bytes.subarray(start, end));
}
