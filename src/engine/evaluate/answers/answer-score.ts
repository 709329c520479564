import { strikeEnd, strikeStart, withoutMarks } from '../../citations/marks';
import type { Exercise, ExerciseCause } from '../../dataset/generator/exercises/exercise';
import { causeWords } from './cause-words';
import { saysNotEnough, saysNothingWrong } from './withheld-words';

/** An answer after its citations were held against the log. */
export interface GivenAnswer {
  /** With marks (`citations/marks.ts`). */
  readonly text: string;
  readonly citations: readonly GivenCitation[];
  /** Citations that proved nothing. */
  readonly struck: number;
}

export interface GivenCitation {
  readonly document: string;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly isTrue: boolean;
}

export interface AnswerScore {
  /** The kind of trouble and where it comes from; null where nothing was planted, or its own service wrote elsewhere. */
  readonly causeNamed: boolean | null;
  /** That there is not enough evidence, or nothing wrong; null where a cause is to be named. */
  readonly withheld: boolean | null;
  /** Different messages of the cause's own service, and those with a line cited. */
  readonly signs: number;
  readonly signsCited: number;
  /** Lines cited by what holds, and those among them that were planted. */
  readonly linesCited: number;
  readonly plantedCited: number;
  readonly citations: number;
  readonly struck: number;
}

/** An answer that names more kinds than that guesses. */
const mostKinds = 3;
/** A heading and what stands below it. */
const blocksOfOpening = 2;
/** What a citation may span and still point at something; lines beyond are not counted. */
const mostLinesOfRange = 200;

/**
 * Scores by words: no model judges. The cause is named where the answer, without what is struck out, names the kind (`causeWords`)
 * and the place in the same paragraph or list item, or in two that follow each other, and no more than three kinds in all. A denial
 * ("not a deadlock") counts as naming, and a paraphrase without any of the words as not naming: figures are compared among models, the
 * answers themselves are read by people.
 */
export function scoreAnswer(answer: GivenAnswer, { cause, shape }: Exercise): AnswerScore {
  const text = withoutStruck(answer.text);
  const cited = citedLines(answer.citations);
  const planted = new Set(cause?.lines);
  const messages = cause?.messages ?? [];
  const isKnown = cause !== null && shape !== 'cause missing';
  return {
    causeNamed: isKnown ? namesCause(text, cause) : null,
    withheld: isKnown ? null : isWithheld(text, cause),
    signs: messages.length,
    signsCited: messages.filter((lines) => lines.some((line) => cited.has(line))).length,
    linesCited: cited.size,
    plantedCited: [...cited].filter((line) => planted.has(line)).length,
    citations: answer.citations.length,
    struck: answer.struck,
  };
}

function withoutStruck(text: string): string {
  const struck = new RegExp(`${strikeStart}[^${strikeEnd}]*(?:${strikeEnd}|$)`, 'g');
  return withoutMarks(text.replace(struck, ' ').replace(/\uE000\d+\uE001/g, ' '));
}

function namesCause(text: string, { kind, places }: ExerciseCause): boolean {
  if (kindsIn(text).length > mostKinds) return false;
  const blocks = blocksOf(text);
  return blocks.some((block, index) => {
    const near = `${block}\n${blocks[index + 1] ?? ''}`;
    return causeWords[kind].test(near) && places.some((place) => isNamed(place, near));
  });
}

/** Where nothing was planted an answer may also open by saying so; of a cause that cannot be seen it must be said that it cannot. */
function isWithheld(text: string, cause: ExerciseCause | null): boolean {
  const opening = blocksOf(text).slice(0, blocksOfOpening).join('\n');
  return saysNotEnough(text) || (cause === null && saysNothingWrong(opening));
}

const blocksOf = (text: string): string[] => text.trim().split(/\n\s*\n|\n(?=\s*(?:[-*+•]|\d+[.)、]|#+)\s)/);

const kindsIn = (text: string): string[] =>
  Object.keys(causeWords).filter((kind) => causeWords[kind].test(text));

/** As a word of its own, which Chinese writes without spaces around it. */
function isNamed(place: string, text: string): boolean {
  const literal = place.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9_-])${literal}(?![A-Za-z0-9_])`, 'i').test(text);
}

function citedLines(citations: readonly GivenCitation[]): Set<number> {
  const lines = new Set<number>();
  for (const { document, firstLine, lastLine, isTrue } of citations) {
    if (!isTrue || document !== '') continue;
    const last = Math.min(lastLine, firstLine + mostLinesOfRange - 1);
    for (let line = firstLine; line <= last; line++) lines.add(line);
  }
  return lines;
}
