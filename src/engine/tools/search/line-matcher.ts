import { problemOfPattern, re2 } from '../../detectors/rules/pattern-search';
import { neededTexts } from './needed-texts';

/** Says which lines hold what is sought. Text is that of a line as it is shown. */
export interface LineMatcher {
  /** A line, or several, as `mayHold` and `holds` are to be asked about them. */
  fold(text: string): string;
  /** False only where no line of some folded text between line ends holds it. */
  mayHold(folded: string): boolean;
  /** Of one folded line. */
  holds(folded: string): boolean;
  /** Where in a line it begins; -1 where it does not. */
  placeIn(line: string): number;
}

interface TextOptions {
  readonly isCaseSensitive: boolean;
  /** Not within a longer word or number. */
  readonly isWholeWord?: boolean;
}

const wordCharacter = /[\p{L}\p{N}_]/u;

/** Finds a text, in any case unless told. */
export function textMatcher(
  text: string,
  { isCaseSensitive, isWholeWord = false }: TextOptions,
): LineMatcher {
  const fold = (line: string) => (isCaseSensitive ? line : line.toLowerCase());
  const wanted = fold(text);
  const placeIn = (line: string) => {
    let at = line.indexOf(wanted);
    while (isWholeWord && at >= 0 && isWithinWord(line, at, wanted.length)) at = line.indexOf(wanted, at + 1);
    return at;
  };
  return {
    fold,
    mayHold: (folded) => folded.includes(wanted),
    holds: (folded) => placeIn(folded) >= 0,
    placeIn: (line) => placeIn(fold(line)),
  };
}

function isWithinWord(line: string, at: number, length: number): boolean {
  return wordCharacter.test(line[at - 1] ?? ' ') || wordCharacter.test(line[at + length] ?? ' ');
}

/** Anchors of a whole text say something else of a block than of a line. */
const wholeTextAnchors = /\\[AzZ]|\(\?[a-zA-Z]{0,9}-/;

/** Finds a pattern in RE2 syntax, in time linear in the text; or says why it is none. `loadPatterns` must have been awaited. */
export function patternMatcher(pattern: string, isCaseSensitive: boolean): LineMatcher | string {
  const problem = problemOfPattern(pattern);
  if (problem !== undefined) return problem;
  const { RE2JS } = re2();
  const flags = isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE;
  const compiled = RE2JS.compile(pattern, flags);
  const inBlocks = RE2JS.compile(pattern, flags | RE2JS.MULTILINE);
  const isAnchored = wholeTextAnchors.test(pattern);
  const needed = neededTexts(pattern);
  const mayMatch = (text: string) => needed === undefined || holdsOne(needed, text);
  return {
    fold: (text) => text,
    mayHold: (block) => (needed === undefined ? isAnchored || inBlocks.test(block) : mayMatch(block)),
    holds: (line) => mayMatch(line) && compiled.test(line),
    placeIn(line) {
      const matcher = compiled.matcher(line);
      return matcher.find() ? matcher.start() : -1;
    },
  };
}

/** A long s is an s of another case to a pattern. */
function holdsOne(needed: readonly string[], text: string): boolean {
  const lower = text.toLowerCase().replaceAll('ſ', 's');
  return needed.some((one) => lower.includes(one));
}
