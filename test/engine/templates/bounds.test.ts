import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TemplateMiner, usualLimits } from '../../../src/engine/templates/template-miner';
import { processorMs } from '../../processor-time';
import { mine } from './mine';

/** Thirty times what a small machine needs (10 s), as another may be busy: against quadratic cost, which takes far longer. */
const generousMs = 300_000;
const many = 300_000;
const encoder = new TextEncoder();

/** Letters only, so that no mask makes two of them one. */
function letters(n: number): string {
  let name = '';
  for (let rest = n; rest > 0 || name === ''; rest = Math.floor(rest / 26))
    name += String.fromCharCode(97 + (rest % 26));
  return name;
}

function mineSome(miner: TemplateMiner, lineAt: (i: number) => string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const bytes = encoder.encode(lineAt(i));
    miner.signatureOf(bytes, 0, bytes.length, 0);
  }
}

/** Lines of many words none of which occurs twice. */
function unlike(i: number): string {
  return Array.from({ length: 12 }, (_, word) => letters(i * 12 + word + 1e6)).join(' ');
}

const tenth = many / 10;

test('a line that is like no other costs no more after 300,000 of them', { timeout: generousMs }, () => {
  const miner = new TemplateMiner();
  const times = Array.from({ length: 10 }, (_, part) =>
    processorMs(() => mineSome(miner, unlike, part * tenth, (part + 1) * tenth)),
  );
  // Against the slowest of the first three: what runs beside it takes of the caches.
  expect(Math.min(...times.slice(-3))).toBeLessThan(2 * Math.max(...times.slice(0, 3)));
  expect(miner.overflowed).toBe(true);
  expect(miner.templateCount).toBeGreaterThan(usualLimits.templates * 0.9);
  expect(miner.templateCount).toBeLessThanOrEqual(usualLimits.templates + 1);
});

test('messages that differ in names are few templates, however many', { timeout: generousMs }, () => {
  const miner = new TemplateMiner();
  mineSome(miner, (i) => `clerk sells ${letters(i * 3)} to ${letters(i * 7)} for a fair price`, 0, many);
  expect(miner.templateCount).toBeLessThan(100);
  expect(miner.signatureCount).toBeLessThanOrEqual(usualLimits.signatures + 1);
});

test('one word a message, each another, is filed without going through all others', {
  timeout: generousMs,
}, () => {
  const miner = new TemplateMiner();
  mineSome(miner, letters, 0, usualLimits.templates);
  expect(miner.signatureCount).toBe(usualLimits.templates);
});

const word = fc.constantFrom('crane', 'lifts', 'drops', 'crate', 'seven', 'of', 'gone', '7', 'dock.a.Crane');
const lines = fc.array(
  fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  { maxLength: 60 },
);
const few = { signatures: 6, templates: 4 };

test('beyond the limits the cache changes nothing either, nor does the order of what is read again', () => {
  fc.assert(
    fc.property(lines, (text) => {
      const repeated = [...text, ...text.toReversed()];
      const cached = mine(repeated, { limits: few });
      expect(cached.templates).toEqual(mine(repeated, { cache: false, limits: few }).templates);
      expect(cached.templates.slice(text.length).toReversed()).toEqual(
        cached.templates.slice(0, text.length),
      );
      expect(cached.miner.signatureCount).toBeLessThanOrEqual(few.signatures + 1);
    }),
  );
});

test('beyond the limits a message counts as the template most like it, else as one of the others', () => {
  const known = ['crane 7 lifts crate', 'crane 7 drops crate', 'the dock is closed', 'fog'];
  const { patterns } = mine([...known, 'crane dock.a.Crane lifts crate', 'nobody came', 'rain'], {
    limits: few,
  });
  expect(patterns.slice(known.length)).toEqual(['crane <number> lifts crate', '<word>', '<word>']);
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

test.each(hostile)('a message of %s is masked in time', (_, line) => {
  const took = processorMs(() => expect(mine([line, `${line}!`]).patterns).toHaveLength(2));
  expect(took).toBeLessThan(5000);
});
