import { clock } from './clock.mjs';
import { hex, integer, pick, zipf } from './draw.mjs';

/** @typedef {import('./draw.mjs').Random} Random */

/** As many as a large CI log holds. */
const kinds = 17_000;

const stages = 24;
const levels = ['info', 'info', 'info', 'info', 'debug', 'debug', 'warn', 'ERROR'];
const syllables =
  'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo yu zan bel cor dim fen gral hom'.split(' ');

/** @param {Random} random */
const word = (random) =>
  Array.from({ length: integer(random, 2, 4) }, () => pick(random, syllables)).join('');

/** @type {readonly ((random: Random) => string)[]} */
const values = [
  (r) => String(integer(r, 0, 99_999)),
  (r) => `${integer(r, 1, 900)}ms`,
  (r) => `0x${hex(r, 8)}`,
  (r) => `/build/out/${hex(r, 8)}.o`,
  (r) => `${integer(r, 1, 64)}.${integer(r, 0, 9)}MB`,
];

/**
 * A kind of line: the stage that prints it, and three to sixteen words of which every fifth is a value.
 * @param {Random} random
 * @param {readonly string[]} words
 * @param {readonly string[]} stageNames
 */
function kindOf(random, words, stageNames) {
  const pieces = Array.from({ length: integer(random, 3, 16) }, (_, position) =>
    position > 0 && random() < 0.2 ? pick(random, values) : pick(random, words),
  );
  return { stage: pick(random, stageNames), level: pick(random, levels), pieces };
}

/** A build machine's log with thousands of kinds of lines, a few of them common. @param {Random} random */
export function wideLines(random) {
  const words = Array.from({ length: 3000 }, () => word(random));
  const stageNames = words.slice(0, stages);
  const table = Array.from({ length: kinds }, () => kindOf(random, words, stageNames));
  const read = clock(random, 15);
  return () => {
    const { level, stage, pieces } = table[zipf(random, kinds)];
    const { day, time, millis } = read();
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece(random))).join(' ');
    return `${day}T${time}.${millis}Z [${stage}] ${level} ${text}\n`;
  };
}
