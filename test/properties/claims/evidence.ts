import assert from 'node:assert/strict';
import type { EvidencePack, LineRange } from '../../../src/engine/model/evidence-pack';
import { stripAnsi } from '../../../src/engine/text/ansi';
import { maxLineBytes } from '../../../src/engine/text/line-splitter';
import { decoded } from '../../engine/source-texts';
import { bytesOf, packOf } from '../../engine/triage/evidence/build-log';
import { Draws } from '../random-log';
import { same } from '../same';
import type { Claim } from './claim';

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
const control = /(?!\n)(?!\t)\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u;

function tokens(text: string): number {
  const characters = [...text];
  const ofThree = characters.filter((one) => wide.test(one)).length;
  return Math.ceil((characters.length - ofThree) / 4) + ofThree;
}

/** As a reader of the file sees them: without ANSI sequences and without white space around. */
function beginningsOf(bytes: Uint8Array): string[] {
  const text = decoded(bytes);
  const lines: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at;
    while (end < text.length && text[end] !== 0x0a && text[end] !== 0x0d) end++;
    lines.push(beginningOf(text.subarray(at, Math.min(end, at + maxLineBytes))));
    at = text[end] === 0x0d && text[end + 1] === 0x0a ? end + 2 : end + 1;
  }
  return lines;
}

function beginningOf(line: Uint8Array): string {
  const scratch = new Uint8Array(line.length);
  const stripped = stripAnsi(line, 0, line.length, scratch);
  const plain = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    stripped < 0 ? line : scratch.subarray(0, stripped),
  );
  return [...plain.trim()].slice(0, 80).join('');
}

function numbersIn(ranges: readonly LineRange[]): number[] {
  return ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

function holdsItsWord(pack: EvidencePack, bytes: Uint8Array, budget: number): void {
  assert.equal(pack.tokens, tokens(pack.text));
  assert.ok(pack.tokens <= budget, `${pack.tokens} tokens for a budget of ${budget}`);
  assert.ok([...pack.text].length <= 4 * budget);
  assert.doesNotMatch(pack.text, control);
  const beginnings = beginningsOf(bytes);
  const [listed, shortened] = [numbersIn(pack.ranges), numbersIn(pack.shortened)];
  for (const line of listed) assert.ok(pack.text.includes(beginnings[line - 1]), `line ${line} is not in it`);
  const numbered = [...pack.text.matchAll(/^(\d+): /gm)].map(([, number]) => Number(number));
  const all = [...listed, ...shortened].sort((a, b) => a - b);
  same(numbered, all, 'lines listed and lines shown');
  assert.equal(new Set(all).size, all.length);
}

export const evidence: Claim = {
  name: 'a pack keeps its budget, lists the lines it shows, and is the same by any chunking',
  holds({ bytes, draws }) {
    const drawn = new Draws(draws);
    const budget = 1 + drawn.below(2000);
    const pack = packOf(bytes, { budget });
    holdsItsWord(pack, bytes, budget);
    same(packOf(bytes, { budget }, { chunk: 1 + drawn.below(3000) }), pack, 'by chunks');
    const focus = { firstLine: 1 + drawn.below(50), lastLine: 1 + drawn.below(50) } as never;
    holdsItsWord(packOf(bytes, { budget, focus }, { good: [bytesOf('all is well\n')] }), bytes, budget);
  },
};
