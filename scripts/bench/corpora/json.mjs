import { clock } from './clock.mjs';
import { hex, integer, pick, zipf } from './draw.mjs';

/** @typedef {import('./draw.mjs').Random} Random */

const services = ['ticketing', 'seating', 'payments', 'mailing'];

/** @type {readonly [level: string, message: (random: Random) => string][]} */
const events = [
  ['info', (r) => `seat ${integer(r, 1, 60)}-${integer(r, 1, 40)} held for ${integer(r, 60, 600)} s`],
  ['info', (r) => `order ${integer(r, 100_000, 999_999)} paid`],
  ['debug', (r) => `query took ${integer(r, 1, 80)}.${integer(r, 0, 9)} ms for ${integer(r, 0, 200)} rows`],
  ['info', () => 'request completed'],
  ['info', (r) => `mail queued for guest\\u0040example-${integer(r, 1, 99)}.test`],
  ['warn', (r) => `retry ${integer(r, 1, 5)} of \\"charge\\" after ${integer(r, 100, 900)} ms`],
  ['debug', (r) => `released ${integer(r, 1, 20)} held seats of show ${integer(r, 1, 400)}`],
  ['error', (r) => `ERROR: charge of order ${integer(r, 100_000, 999_999)} declined`],
];

/** Structured lines of a ticket shop: the message is one field of nine. @param {Random} random */
export function jsonLines(random) {
  const read = clock(random, 8);
  return () => {
    const [level, message] = events[zipf(random, events.length)];
    const { day, time, millis } = read();
    const context = `"trace":"${hex(random, 16)}","span":"${hex(random, 8)}","ms":${integer(random, 1, 400)}`;
    const guest = `{"id":${integer(random, 1, 90_000)},"tier":"${pick(random, ['guest', 'member'])}"}`;
    const head = `"ts":"${day}T${time}.${millis}Z","level":"${level}","service":"${pick(random, services)}"`;
    return `{${head},"host":"box-${integer(random, 1, 30)}",${context},"user":${guest},"msg":"${message(random)}"}\n`;
  };
}
