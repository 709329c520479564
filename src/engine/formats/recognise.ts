import { bestOf } from './best-candidate';
import { known, layoutCandidate, textCandidate } from './candidates';
import { looksContinued } from './continuation';
import { recogniseCorrected } from './corrections/recognise-corrected';
import { datedContext } from './date-order';
import type { FormatVariant, ReadContext } from './format';
import { isBlank, newHeader } from './header';
import { learnHeader } from './learned/learn-header';
import { afterNuls, type Candidate, LogReader, type Recognised } from './log-reader';
import { plainLines } from './plain-lines';

/** Below this share of the head the known formats have not recognised the log. */
const recognisedShare = 0.3;
/** A log may mix formats; what reads less of the head than this is chance. */
const mixedShare = 0.03;
/** Where most lines are indented, indentation does not make a continuation. */
const indentedShare = 0.7;

/** A time and no more we know of: tried only for the lines a recognised format leaves. */
const timeOnly: readonly Candidate[] = ['{time} {message}', '[{time}] {message}'].map(layoutCandidate);

/**
 * Decides how a log is read from its first lines (up to 1,000, each without line end and ANSI sequences): known
 * formats, else a header learned from the lines themselves, else every line for itself. Same lines, same reader.
 * Throws where one of the context's corrections is invalid.
 */
export function recogniseFormats(head: readonly Uint8Array[], given: ReadContext): LogReader {
  return recogniseDated(head, datedContext(head, given));
}

/** The same where the context has the date order of these lines already: looking for it is a tenth of the work. */
export function recogniseDated(head: readonly Uint8Array[], context: ReadContext): LogReader {
  const { corrections = [], ...uncorrected } = context;
  if (corrections.length > 0) return recogniseCorrected(head, corrections, uncorrected, recogniseFormats);
  return new LogReader(decide(head, context), context);
}

function decide(head: readonly Uint8Array[], context: ReadContext): Recognised {
  const lines = head.map(withoutLeadingNuls).filter((line) => !looksContinued(line, 0, line.length));
  const chosen = chooseKnown(lines, context);
  const knownShare = shareRead(chosen, lines, context);
  if (chosen.length > 0 && knownShare >= recognisedShare)
    return decision(mainName(chosen, lines, context), knownShare, chosen);
  const learned = learnHeader(lines, context).map(layoutCandidate);
  const learnedShare = shareRead(learned, lines, context);
  if (learned.length > 0 && learnedShare >= recognisedShare) return decision('text', learnedShare, learned);
  const indented = isMostlyIndented(head);
  const share = shareRead([textCandidate(plainLines(indented))], lines, context);
  return { ...decision('text', share, []), indented };
}

function decision(name: string, share: number, chosen: readonly Candidate[]): Recognised {
  return { name, share, chosen, indented: false };
}

/** Takes the candidate that reads most of the lines left (see `nearlyAsMany`), again and again. */
function chooseKnown(lines: readonly Uint8Array[], context: ReadContext): Candidate[] {
  const chosen: Candidate[] = [];
  const fewest = Math.max(1, lines.length * mixedShare);
  for (let left = lines; left.length >= fewest; ) {
    const next =
      bestOf(known, left, fewest, context) ??
      (chosen.length === 0 ? undefined : bestOf(timeOnly, left, fewest, context));
    if (next === undefined) break;
    chosen.push(next);
    left = left.filter((line) => !reads(next, line, context) && !continues(next, line, context));
  }
  return chosen;
}

const scratch = newHeader();

function reads(candidate: Candidate, line: Uint8Array, context: ReadContext): boolean {
  return candidate.variant.read(line, 0, line.length, scratch, context);
}

function continues(candidate: Candidate, line: Uint8Array, context: ReadContext): boolean {
  return readsAny(candidate.continuations, line, 0, line.length, scratch, context);
}

function readsAny(variants: readonly FormatVariant[], ...line: Parameters<FormatVariant['read']>): boolean {
  return variants.some((variant) => variant.read(...line));
}

function shareRead(
  candidates: readonly Candidate[],
  lines: readonly Uint8Array[],
  context: ReadContext,
): number {
  const refused = lines.filter((line) => !candidates.some((c) => reads(c, line, context)));
  const continued = refused.filter((line) => candidates.some((c) => continues(c, line, context)));
  const beginning = lines.length - continued.length;
  return beginning === 0 ? 0 : (lines.length - refused.length) / beginning;
}

function mainName(chosen: readonly Candidate[], lines: readonly Uint8Array[], context: ReadContext): string {
  const counts = new Map<string, number>(chosen.map(({ name }) => [name, 0]));
  for (const line of lines) {
    const reader = chosen.find((candidate) => reads(candidate, line, context));
    if (reader !== undefined) counts.set(reader.name, (counts.get(reader.name) ?? 0) + 1);
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
}

function withoutLeadingNuls(line: Uint8Array): Uint8Array {
  return line.subarray(afterNuls(line, 0, line.length));
}

function isMostlyIndented(head: readonly Uint8Array[]): boolean {
  const filled = head.filter((line) => line.some((byte) => byte > 0x20));
  return filled.filter((line) => isBlank(line[0])).length > filled.length * indentedShare;
}
