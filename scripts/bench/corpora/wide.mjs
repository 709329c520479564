import { clock } from './clock.mjs';
import { hex, integer, pick, zipf } from './draw.mjs';

/** @typedef {import('./draw.mjs').Random} Random */

/** 17,000 kinds of lines, as many as a large CI log holds. */
const stages = 25;
const kindsOfStage = 680;
/** A build goes on from stage to stage; after the last it begins anew. */
const linesOfStage = 20_000;

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
 * A kind of line: three to sixteen words of its own, of which every fifth is a value.
 * @param {Random} random
 * @param {readonly string[]} words
 */
function kindOf(random, words) {
  const pieces = Array.from({ length: integer(random, 3, 16) }, (_, position) =>
    position > 0 && random() < 0.2 ? pick(random, values) : pick(random, words),
  );
  return { level: pick(random, levels), pieces };
}

/** A build machine's log with thousands of kinds of lines, a few of each stage common. @param {Random} random */
export function wideLines(random) {
  const words = Array.from({ length: 3000 }, () => word(random));
  const table = Array.from({ length: stages }, (_, stage) => ({
    name: words[stage],
    kinds: Array.from({ length: kindsOfStage }, () => kindOf(random, words)),
  }));
  const read = clock(random, 15);
  let line = 0;
  return () => {
    const { name, kinds } = table[Math.floor(line++ / linesOfStage) % stages];
    const { level, pieces } = kinds[zipf(random, kindsOfStage)];
    const { day, time, millis } = read();
    const text = pieces.map((piece) => (typeof piece === 'string' ? piece : piece(random))).join(' ');
    return `${day}T${time}.${millis}Z [${name}] ${level} ${text}\n`;
  };
}
