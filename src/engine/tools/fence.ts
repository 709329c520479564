import { Hash64 } from '../triage/hash64';
import { beginning } from './beginning';

/** Begins and ends every fence; whatever looks like it in fenced text is taken apart. */
const fenceLike = /-{3,}(\s*(?:BEGIN|END)\s+LOG\s+DATA)/gi;
const labelControls = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;
const longestLabel = 80;
const firstLetter = 0x61;

/**
 * Text that came out of a log, between two lines that nothing in it can forge: both bear a word that the text does not hold. What looks
 * like such a line within is taken apart. `label` says what it is; same text, same fence.
 */
export function fenced(label: string, text: string): string {
  const inner = unfenced(text);
  const word = wordNotIn(inner);
  const shown = beginning(unfenced(label.replace(labelControls, ' ')), longestLabel);
  return `--- BEGIN LOG DATA ${word} (${shown}) ---\n${inner}\n--- END LOG DATA ${word} ---`;
}

/** The same text, with what looks like a fence taken apart. */
export function unfenced(text: string): string {
  return text.replace(fenceLike, '- -$1');
}

/** Twelve letters: digits might be taken for a number to hide. */
function wordNotIn(text: string): string {
  const hash = new Hash64();
  for (let at = 0; at < text.length; at++) hash.add(text.charCodeAt(at));
  for (let seed = 0; ; seed++) {
    const word = lettersOf(hash.copy().add(seed).hex());
    if (!text.includes(word)) return word;
  }
}

function lettersOf(hex: string): string {
  const letters = Array.from(hex.slice(0, 12), (digit) => firstLetter + Number.parseInt(digit, 16));
  return String.fromCharCode(...letters);
}
