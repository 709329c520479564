/** What the generators of the corpora draw from a stream of numbers in [0, 1). */

/** @typedef {() => number} Random */

/** A whole number from `low` to `high`, both included. @param {Random} random @param {number} low @param {number} high */
export const integer = (random, low, high) => low + Math.floor(random() * (high - low + 1));

/** @template Item @param {Random} random @param {readonly Item[]} items @returns {Item} */
export const pick = (random, items) => items[Math.floor(random() * items.length)];

/** @param {Random} random @param {number} digits a multiple of 8 */
export function hex(random, digits) {
  let text = '';
  while (text.length < digits) text += ((random() * 0x100000000) >>> 0).toString(16).padStart(8, '0');
  return text;
}

/** An index into `count` things of which the first are the commonest, as with words: a share of 1 / (1 + rank). */
export function zipf(/** @type {Random} */ random, /** @type {number} */ count) {
  return Math.min(count - 1, Math.floor((count + 1) ** random()) - 1);
}
