/** Draws from a seeded stream of numbers in [0, 1). Nothing in the corpus is anybody's: addresses are of documentation and private ranges. */

/** @typedef {() => number} Random */

/** @param {Random} random @param {number} low @param {number} high both included */
export const integer = (random, low, high) => low + Math.floor(random() * (high - low + 1));

/** @template Item @param {Random} random @param {readonly Item[]} items @returns {Item} */
export const pick = (random, items) => /** @type {Item} */ (items[integer(random, 0, items.length - 1)]);

/** @param {Random} random @param {string} alphabet @param {number} length */
export const characters = (random, alphabet, length) =>
  Array.from({ length }, () => alphabet[integer(random, 0, alphabet.length - 1)]).join('');

const lower = 'abcdefghijklmnopqrstuvwxyz';
const upper = lower.toUpperCase();
const decimal = '0123456789';
const hexadecimal = '0123456789abcdef';
export const letters = lower + upper;
export const alphanumeric = letters + decimal;
export const upperAlphanumeric = upper + decimal;
export const base64 = `${alphanumeric}+/`;
export const base64url = `${alphanumeric}-_`;

/** @param {Random} random @param {number} length */
export const digits = (random, length) => characters(random, decimal, length);

/** @param {Random} random @param {number} length */
export const hex = (random, length) => characters(random, hexadecimal, length);

/** @param {number} value @param {number} width */
export const padded = (value, width) => String(value).padStart(width, '0');

/** As people get them: a given name, with an initial, with a family name, with a year. @param {Random} random */
export function userName(random) {
  const given = pick(random, givenNames);
  const family = pick(random, familyNames);
  return pick(random, [
    given,
    `${given[0]}${family}`,
    `${given}.${family}`,
    `${given}_${family}`,
    `${given}${integer(random, 70, 99)}`,
    `${family}-${given[0]}`,
  ]);
}

/** Unlike any word of a log, so that a redactor cannot know them from a list. @param {Random} random */
export const fullName = (random) =>
  [pick(random, givenNames), pick(random, familyNames)]
    .map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}`)
    .join(' ');

const givenNames =
  'marta anneke tomasz xiaoming yuting haruto ngozi fatima rodrigo svenja pierrick olumide meiling jianguo katya'.split(
    ' ',
  );
const familyNames =
  'lindqvist okonkwo zhangwei ferreira baumgart nakamura petrova delacroix oyelaran wangfang kowalski iversen'.split(
    ' ',
  );

/** @param {Random} random */
export const documentationAddress = (random) =>
  `${pick(random, ['192.0.2', '198.51.100', '203.0.113'])}.${integer(random, 1, 254)}`;
