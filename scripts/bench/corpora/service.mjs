import { clock } from './clock.mjs';
import { hex, integer, pick, zipf } from './draw.mjs';

/** @typedef {import('./draw.mjs').Random} Random */

const regions = ['north', 'south', 'harbour', 'airport'];

/** @type {readonly [level: string, component: string, message: (random: Random) => string][]} */
const events = [
  [
    'INFO ',
    'gate.Access',
    (r) => `GET /parcels/${integer(r, 1, 999_999)} answered 200 in ${integer(r, 1, 90)} ms`,
  ],
  ['INFO ', 'sort.Belt', (r) => `parcel ${hex(r, 8)} moved to chute ${integer(r, 1, 64)}`],
  ['INFO ', 'gate.Access', (r) => `POST /scans answered 201 in ${integer(r, 2, 140)} ms`],
  [
    'DEBUG',
    'route.Planner',
    (r) => `planned ${integer(r, 2, 40)} stops for van ${integer(r, 1, 900)} in ${pick(r, regions)}`,
  ],
  ['INFO ', 'label.Printer', (r) => `printed label ${hex(r, 16)} on printer p-${integer(r, 1, 12)}`],
  [
    'DEBUG',
    'store.Cache',
    (r) => `cache holds ${integer(r, 1000, 9999)} entries, ${integer(r, 10, 99)}.${integer(r, 0, 9)} % hits`,
  ],
  [
    'INFO ',
    'gate.Session',
    (r) =>
      `courier ${integer(r, 1000, 9999)} signed in from 10.${integer(r, 0, 255)}.${integer(r, 0, 255)}.${integer(r, 1, 254)}`,
  ],
  [
    'INFO ',
    'store.Writer',
    (r) => `flushed ${integer(r, 1, 500)} rows to /var/lib/parcels/segment-${integer(r, 1, 99)}.dat`,
  ],
  [
    'INFO ',
    'bill.Ledger',
    (r) => `booked ${integer(r, 1, 90)}.${integer(r, 10, 99)} EUR to account ${integer(r, 100_000, 999_999)}`,
  ],
  [
    'WARN ',
    'route.Planner',
    (r) => `van ${integer(r, 1, 900)} is ${integer(r, 3, 45)} minutes late in ${pick(r, regions)}`,
  ],
  [
    'DEBUG',
    'gate.Session',
    (r) =>
      `token for courier ${integer(r, 1000, 9999)} renewed until ${integer(r, 10, 23)}:${integer(r, 10, 59)}`,
  ],
  ['WARN ', 'store.Cache', (r) => `evicted ${integer(r, 100, 900)} entries after ${integer(r, 1, 9)} s`],
  [
    'INFO ',
    'jobs.Timer',
    (r) => `job nightly-count finished in ${integer(r, 100, 900)} ms, next at ${integer(r, 10, 23)}:00`,
  ],
  [
    'ERROR',
    'bill.Ledger',
    (r) =>
      `account ${integer(r, 100_000, 999_999)} refused the booking: limit of ${integer(r, 100, 900)} EUR reached`,
  ],
];

/** A parcel service with few kinds of lines. @param {Random} random */
export function serviceLines(random) {
  const read = clock(random, 6);
  return () => {
    const [level, component, message] = events[zipf(random, events.length)];
    const { day, time, millis } = read();
    return `${day} ${time},${millis} ${level} [worker-${integer(random, 1, 16)}] ${component} - ${message(random)}\n`;
  };
}
