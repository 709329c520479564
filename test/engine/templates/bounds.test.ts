import { expect, test } from 'vitest';
import { TemplateMiner } from '../../../src/engine/templates/template-miner';
import { mine } from './mine';

/** Twenty times what a small machine needs (5 s): against quadratic cost, which takes far longer. */
const generousMs = 120_000;
const many = 200_000;

/** Letters only, so that no mask makes two of them one. */
function letters(n: number): string {
  let name = '';
  for (let rest = n; rest > 0 || name === ''; rest = Math.floor(rest / 26))
    name += String.fromCharCode(97 + (rest % 26));
  return name;
}

function mineMany(lineAt: (i: number) => string): TemplateMiner {
  const miner = new TemplateMiner();
  const encoder = new TextEncoder();
  for (let i = 0; i < many; i++) {
    const bytes = encoder.encode(lineAt(i));
    miner.signatureOf(bytes, 0, bytes.length, 0);
  }
  return miner;
}

test('200,000 messages with nothing in common are that many templates', { timeout: generousMs }, () => {
  const miner = mineMany((i) =>
    [1, 3, 7, 11, 13].map((factor) => letters((i + 1) * factor * 7919)).join(' '),
  );
  expect(miner.signatureCount).toBe(many);
  expect(miner.templateCount).toBeGreaterThan(many * 0.9);
});

test('200,000 messages that differ in names are few templates', { timeout: generousMs }, () => {
  const miner = mineMany((i) => `clerk sells ${letters(i * 3)} to ${letters(i * 7)} for a fair price`);
  expect(miner.templateCount).toBeLessThan(100);
});

const hostile: readonly (readonly [name: string, line: string])[] = [
  ['keys without end', 'a='.repeat(9000)],
  ['brackets without end', '['.repeat(9000)],
  ['closing brackets without end', ')'.repeat(9000)],
  ['colons', ':'.repeat(9000)],
  ['groups of an address', 'a:'.repeat(4500)],
  ['dots', '1.'.repeat(4500)],
  ['commas', 'a,b=1,'.repeat(1500)],
  ['slashes', 'a/'.repeat(4500)],
  ['quotes', 'k="'.repeat(3000)],
  ['hex letters', 'abcdef'.repeat(1500)],
  ['list openings', '[a, '.repeat(2200)],
  ['Chinese and digits', '单1'.repeat(2200)],
  ['continuation bytes', '\u00bf'.repeat(4500)],
];

test.each(hostile)('a message of %s is masked in time', { timeout: 5000 }, (_, line) => {
  expect(mine([line, `${line}!`]).patterns).toHaveLength(2);
});
