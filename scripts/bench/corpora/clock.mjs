import { integer } from './draw.mjs';

/** @typedef {import('./draw.mjs').Random} Random */

const beginning = Date.UTC(2026, 2, 1);

/**
 * A clock that goes on by up to `2 * meanMs` with each reading: `2026-03-01`, `09:41:07`, `250`.
 * The text of a second is made once; of half a gigabyte most lines share theirs with the line before.
 * @param {Random} random
 * @param {number} meanMs
 */
export function clock(random, meanMs) {
  let now = beginning;
  let second = -1;
  let day = '';
  let time = '';
  return () => {
    now += integer(random, 0, 2 * meanMs);
    if (Math.floor(now / 1000) !== second) {
      second = Math.floor(now / 1000);
      const text = new Date(now).toISOString();
      day = text.slice(0, 10);
      time = text.slice(11, 19);
    }
    return { day, time, millis: String(now % 1000).padStart(3, '0') };
  };
}
