import { type SequenceLabel, sequenceLabels } from '../sequence';
import { chineseInstructions } from './chinese';
import { englishInstructions } from './english';
import type { InstructionSet } from './instruction-set';

const known: readonly InstructionSet[] = [englishInstructions, chineseInstructions];
export type VerdictWords = InstructionSet['verdicts'];

const letterNext = /^\p{Script=Latin}/u;

/** The label an answer begins with, in its set's own words or those of the default sets; null where it begins otherwise. */
export function verdictOf(answer: string, own?: VerdictWords): SequenceLabel | null {
  const text = answer.trimStart();
  const sets = known.map(({ verdicts }) => verdicts);
  for (const words of own ? [own, ...sets] : sets) {
    const said = longestFirst(words).find((label) => beginsWith(text, words[label]));
    if (said) return said;
  }
  return null;
}

/** True where nothing but the set tells what its answers say. */
export function hasOwnVerdicts({ verdicts }: Pick<InstructionSet, 'verdicts'>): boolean {
  return sequenceLabels.some((label) => verdictOf(verdicts[label]) !== label);
}

/** One of a set's words may begin with the other: "OK" and "OK not". */
function longestFirst(words: VerdictWords): SequenceLabel[] {
  return sequenceLabels.toSorted((a, b) => words[b].length - words[a].length);
}

/** As a word: "Normally …" is no verdict. Chinese has no blanks between words, so nothing is asked of what follows there. */
function beginsWith(text: string, verdict: string): boolean {
  if (text.slice(0, verdict.length).toLowerCase() !== verdict.toLowerCase()) return false;
  return !letterNext.test(text.slice(verdict.length));
}
