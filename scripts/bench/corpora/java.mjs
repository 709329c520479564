import { clock } from './clock.mjs';
import { hex, integer, pick, zipf } from './draw.mjs';

/** @typedef {import('./draw.mjs').Random} Random */

const packages = [
  'org.ferry.booking',
  'org.ferry.deck',
  'org.ferry.tide',
  'org.ferry.store',
  'net.lib.pool',
  'net.lib.http',
];
const classes = ['Booking', 'DeckPlan', 'TideTable', 'Store', 'Lease', 'Dispatcher', 'Chain', 'Handler'];
const methods = ['load', 'save', 'reserve', 'invoke', 'run', 'apply', 'lambda$sail$3', 'doFilter'];
const exceptions = [
  'java.lang.IllegalStateException',
  'java.net.SocketTimeoutException',
  'org.ferry.DeckFullException',
];

/** @type {readonly [level: string, message: (random: Random) => string][]} */
const events = [
  ['INFO ', (r) => `booking ${integer(r, 10_000, 99_999)} confirmed for crossing ${integer(r, 1, 60)}`],
  ['DEBUG', (r) => `lease ${hex(r, 8)} returned after ${integer(r, 1, 300)} ms`],
  ['INFO ', (r) => `deck ${integer(r, 1, 9)} has ${integer(r, 0, 120)} places left`],
  ['WARN ', (r) => `tide table is ${integer(r, 2, 90)} minutes old`],
];

/** @param {Random} random */
function frame(random) {
  const owner = pick(random, classes);
  return `\tat ${pick(random, packages)}.${owner}.${pick(random, methods)}(${owner}.java:${integer(random, 10, 900)})\n`;
}

/** @param {Random} random @param {number} depth */
function frames(random, depth) {
  let text = '';
  for (let i = 0; i < depth; i++) text += frame(random);
  return text;
}

/** @param {Random} random */
function trace(random) {
  const own = `${pick(random, exceptions)}: crossing ${integer(random, 1, 60)} cannot be changed\n${frames(random, integer(random, 8, 30))}`;
  if (random() < 0.5) return own;
  const cause = `Caused by: ${pick(random, exceptions)}: no answer in ${integer(random, 100, 9000)} ms\n`;
  return `${own}${cause}${frames(random, integer(random, 3, 10))}\t... ${integer(random, 5, 40)} more\n`;
}

/** A booking server in which every fifth record carries a stack trace: most lines are frames. @param {Random} random */
export function javaLines(random) {
  const read = clock(random, 40);
  return () => {
    const { day, time, millis } = read();
    const head = `${day} ${time}.${millis}`;
    const thread = `[exec-${integer(random, 1, 32)}] ${pick(random, packages)}.${pick(random, classes)}`;
    if (random() < 0.2)
      return `${head} ERROR ${thread} - booking ${integer(random, 10_000, 99_999)} failed\n${trace(random)}`;
    const [level, message] = events[zipf(random, events.length)];
    return `${head} ${level} ${thread} - ${message(random)}\n`;
  };
}
