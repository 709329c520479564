import type { SearchPattern } from '../../engine/filter/filter';
import type { SoughtBytes } from './byte-finder';
import { firstTexts, neededTexts } from './needed-texts';
import { type PatternToken, tokensOfPattern } from './pattern-tokens';
import { badPattern } from './search-problems';
import { withinLines } from './within-lines';

/** How a pattern is looked for. */
export type CompiledPattern =
  /** Bytes as they stand in the text, or where `folds` with letters of either case (ASCII). */
  | {
      readonly kind: 'bytes';
      readonly bytes: Uint8Array;
      readonly folds: boolean;
      readonly wholeWord: boolean;
    }
  | CompiledRegex;

export interface CompiledRegex {
  readonly kind: 'regex';
  /** Of one line. */
  readonly ofLine: RegExp;
  /** The same of a text of many lines without U+2028 and U+2029; undefined where it must be asked line by line. */
  readonly ofLines: RegExp | undefined;
  /** One of them, in UTF-8, is in each line that matches; none where nothing of the kind is known. */
  readonly needed: readonly SoughtBytes[];
  /** Each match in a text of ASCII begins with one of them; none where that is not known, or is too common to help. */
  readonly first: readonly SoughtBytes[];
}

const ascii = /^[\0-\x7f]*$/;
/** What cannot be found as bytes: nothing, line ends, what invalid UTF-8 is read as, halves of a pair. */
const notAsBytes = /^$|[\n\r\ufffd\ud800-\udfff]/u;

/** Throws InputError `bad-pattern`. */
export function compilePattern(pattern: SearchPattern): CompiledPattern {
  const { kind, text, caseSensitive, wholeWord } = pattern;
  if (kind === 'text' && !notAsBytes.test(text) && (caseSensitive || ascii.test(text)))
    return { kind: 'bytes', bytes: new TextEncoder().encode(text), folds: !caseSensitive, wholeWord };
  const { source, core, flags } = regexOf(pattern);
  const isUnicode = flags.includes('u');
  const tokens = isUnicode ? tokensOfPattern(source) : undefined;
  const coreTokens = isUnicode ? tokensOfPattern(core) : undefined;
  return {
    kind: 'regex',
    ofLine: new RegExp(source, `g${flags}`),
    ofLines: tokens && new RegExp(withinLines(tokens, flags), `gm${flags}`),
    needed: coreTokens ? soughtBytes(neededTexts(coreTokens), !caseSensitive) : [],
    first: coreTokens ? firstBytes(coreTokens, !caseSensitive) : [],
  };
}

interface RegexParts {
  /** For one line. */
  readonly source: string;
  /** Without what makes it find whole words only. */
  readonly core: string;
  readonly flags: string;
}

/** Throws InputError. */
export function regexOf({ kind, text, caseSensitive, wholeWord }: SearchPattern): RegexParts {
  const core = kind === 'text' ? text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : text;
  const fold = caseSensitive ? '' : 'i';
  if (problemOf(core, `u${fold}`) === undefined) {
    const word = '[\\p{L}\\p{N}_]';
    return { core, source: wholeWord ? `(?<!${word})(?:${core})(?!${word})` : core, flags: `u${fold}` };
  }
  // Without `u` more is allowed: `\-`, a lone brace.
  const problem = problemOf(core, fold);
  if (problem !== undefined) throw badPattern(text, problem);
  return { core, source: wholeWord ? `(?<!\\w)(?:${core})(?!\\w)` : core, flags: fold };
}

function problemOf(source: string, flags: string): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return message.slice(message.lastIndexOf(': ') + 2);
  }
}

/** Letters whose other case is no ASCII are no help where case does not count. */
function soughtBytes(texts: readonly string[], folds: boolean): readonly SoughtBytes[] {
  const isNone = (text: string) =>
    notAsBytes.test(text) || (folds && (!ascii.test(text) || /[ks]/i.test(text)));
  return texts.some(isNone) ? [] : texts.map((text) => ({ bytes: new TextEncoder().encode(text), folds }));
}

/** Shorter ones stand everywhere. */
const leastFirst = 3;

function firstBytes(tokens: readonly PatternToken[], folds: boolean): readonly SoughtBytes[] {
  const texts = firstTexts(tokens);
  return texts.some(({ length }) => length < leastFirst) ? [] : soughtBytes(texts, folds);
}
