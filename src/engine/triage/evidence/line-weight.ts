import type { Gravity } from '../../detectors/failure-gravity';
import { findFailure } from '../../detectors/failure-search';
import type { TokenMemory } from '../../detectors/message-words';
import { cues, foreignCode, longestCueText, passed, zeroCounts } from './cues';

const weightOfGravity: Readonly<Record<Gravity, number>> = {
  refusal: 2,
  failure: 4,
  outage: 6,
  disaster: 7,
};
/** What further cues add to the strongest: a line that says more is worth more, but hardly twice. */
const furtherShare = 0.3;
const foreignShare = 0.4;
const passedShare = 0.05;
/** Letters of any script: a line without says nothing by itself. */
const aLetter = /\p{L}/u;
/** Base64, a minified bundle: what holds no blank for so long is no sentence, whatever it spells. */
const longestWord = 300;
const unbroken = /\S+/g;
const blanks = /\s+/;
/** Which number it is does not matter to words of failure, and tokens that differ in none are remembered. */
const numbers = /\d+/g;

/** How much a line says of a failure, from 0 to about 15: a heuristic scale that only orders lines. */
export class LineWeigher {
  private readonly known: TokenMemory = new Map();

  weightOf(line: string): number {
    const text = sentencesOf(line.slice(0, longestCueText)).replace(zeroCounts, '');
    if (!aLetter.test(text)) return 0;
    const weights = cues.filter(({ pattern }) => pattern.test(text)).map(({ weight }) => weight);
    const failure = findFailure(text.replace(numbers, '0').split(blanks), this.known);
    if (failure !== undefined) weights.push(weightOfGravity[failure.gravity]);
    if (weights.length === 0) return 0;
    const strongest = Math.max(...weights);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return (strongest + furtherShare * (sum - strongest)) * shareOf(text);
  }
}

function sentencesOf(text: string): string {
  if (text.length < longestWord) return text;
  return text.replace(unbroken, (word) => (word.length < longestWord ? word : ''));
}

function shareOf(text: string): number {
  if (passed.test(text)) return passedShare;
  return foreignCode.test(text) ? foreignShare : 1;
}

/** Where the strongest cue stands in a text; -1 where there is none. */
export function placeOfCue(text: string): number {
  for (const { pattern } of cues) {
    const at = text.slice(0, longestCueText).search(pattern);
    if (at >= 0) return at;
  }
  return -1;
}
