import type { SequenceLabel } from '../sequence';
import { chineseInstructions } from './chinese';
import { englishInstructions } from './english';
import type { InstructionSet } from './instruction-set';

const known: readonly InstructionSet[] = [englishInstructions, chineseInstructions];
const letterNext = /^\p{Script=Latin}/u;

/** The label an answer begins with, in the words of the default sets; null where it begins otherwise. */
export function verdictOf(answer: string): SequenceLabel | null {
  const text = answer.trimStart();
  for (const { verdicts } of known) {
    if (beginsWith(text, verdicts.anomalous)) return 'anomalous';
    if (beginsWith(text, verdicts.normal)) return 'normal';
  }
  return null;
}

/** As a word: "Normally …" is no verdict. Chinese has no blanks between words, so nothing is asked of what follows there. */
function beginsWith(text: string, verdict: string): boolean {
  if (text.slice(0, verdict.length).toLowerCase() !== verdict.toLowerCase()) return false;
  return !letterNext.test(text.slice(verdict.length));
}
