import type { Candidate } from './candidates';
import type { PrefixedLine } from './collector-prefix';
import type { LineKinds } from './line-kinds';
import { placeOfCue } from './line-weight';
import { clipped, clippedBehindBeginning } from './shown-line';
import { weightOf } from './token-count';

/** A line as it may stand in a pack. */
export interface PackLine {
  readonly candidate: Candidate;
  /** Number, text and line end; without the count. */
  readonly text: string;
  /** ` ×97 …3619`, or nothing where no other line is alike. */
  readonly repeats: string;
  /** Its beginning stands there as it is in the log, with what its collector put before it. */
  readonly isVerbatim: boolean;
  /** Quarters of a token, a gap's mark before it and the count included. */
  readonly weight: number;
}

const trailingBlanks = /[ \t]{1,2000}$/;

/** Stands where lines are left out. */
export const gapMark = '⋯\n';
/** UTF-16 code units shown of a line that speaks of a failure, and of any other. */
const longestTelling = 480;
const longestOther = 200;
/** Lines alike from which on they are counted: what speaks of no failure is worth a count where there are many. */
const fewestTelling = 2;
const fewestOther = 20;

/** Without `kinds` repeats are not counted: all of them are shown. */
export function packLine(
  candidate: Candidate,
  { plain, prefix, isWhole }: PrefixedLine,
  kinds: LineKinds | undefined,
): PackLine | undefined {
  const own = plain.slice(prefix);
  if (own.trim() === '') return undefined;
  const stamped = prefix === 0 || candidate.tells;
  const limit = candidate.tells ? longestTelling : longestOther;
  const shown = stamped ? clippedBehindBeginning(plain, limit, placeOfCue) : clipped(own, limit, placeOfCue);
  const text = `${candidate.number}: ${shown.replace(trailingBlanks, '')}\n`;
  const repeats = kinds === undefined ? '' : repeatsOf(candidate, kinds);
  return {
    candidate,
    text,
    repeats,
    isVerbatim: stamped && isWhole,
    weight: weightOf(gapMark + text + repeats),
  };
}

function repeatsOf({ kind, line, number, tells }: Candidate, { counts, lasts }: LineKinds): string {
  const fewest = tells ? fewestTelling : fewestOther;
  if (counts[kind] < fewest || kind === 0 || lasts[kind] <= line) return '';
  return ` ×${counts[kind]} …${number + lasts[kind] - line}`;
}
