import { cleanPlaces } from './clean-places.mjs';
import { pick } from './draws.mjs';
import { filled } from './fillers.mjs';
import { kinds } from './kinds.mjs';
import { shapes } from './shapes.mjs';

/**
 * Half a corpus: secrets planted in lines of logs, and lines that look as if they had some. Both halves draw the same kinds and shapes; of
 * the places they use every other one each, so that the closed half tells what rules do at places their writers never saw.
 *
 * @typedef {import('./draws.mjs').Random} Random
 * @typedef {{ kind: string, before: string, secret: string, after: string }} Planted `before + secret + after` is the text
 * @typedef {{ kind: string, text: string }} Clean
 * @typedef {'open' | 'closed'} Half
 */

export const plantedAKind = 20;
export const cleanOfAHalf = 3_000;

/** @type {Readonly<Record<Half, { seed: number, places: 0 | 1 }>>} */
const halves = { open: { seed: 20_261_122, places: 0 }, closed: { seed: 8_114_071, places: 1 } };
const marker = '\uE000';

/**
 * @param {Half} half
 * @param {(seed: number) => Random} seeded
 * @returns {{ planted: readonly Planted[], clean: readonly Clean[] }}
 */
export function corpus(half, seeded) {
  const { seed } = halves[half];
  return {
    planted: kinds.flatMap((kind, index) => plantedOf(kind, half, seeded(seed + index))),
    clean: cleanLines(half, seeded(seed - 1)),
  };
}

/** @param {import('./kinds.mjs').Kind} kind @param {Half} half @param {Random} random @returns {Planted[]} */
function plantedOf(kind, half, random) {
  const places = ofHalf([...kind.says.map(asMessage), ...kind.lines.map(asLine)], half);
  return Array.from({ length: plantedAKind }, (_, index) => {
    const { place, isLine } = /** @type {ReturnType<typeof asLine>} */ (places[index % places.length]);
    const [pattern, draw] = typeof place === 'string' ? [place, kind.draw] : place;
    const secret = draw(random);
    const message = filled(
      pattern.replace('{@}', () => marker),
      random,
    );
    return { kind: kind.name, ...standing(message, secret, isLine, random) };
  });
}

/** @param {import('./kinds.mjs').Place} place */
const asMessage = (place) => ({ place, isLine: false });
/** @param {import('./kinds.mjs').Place} place */
const asLine = (place) => ({ place, isLine: true });

/** @param {string} message @param {string} secret @param {boolean} isLine @param {Random} random */
function standing(message, secret, isLine, random) {
  const shape = pick(random, shapes);
  const text = isLine ? message : shape.line(shape.escape(message), random);
  const [before = '', after = ''] = text.split(marker);
  return { before, secret: isLine ? secret : shape.escape(secret), after };
}

/** @param {Half} half @param {Random} random @returns {Clean[]} */
function cleanLines(half, random) {
  const places = Object.entries(cleanPlaces).flatMap(([kind, patterns]) =>
    ofHalf(patterns, half).map((pattern) => ({ kind, pattern })),
  );
  return Array.from({ length: cleanOfAHalf }, (_, index) => {
    const { kind, pattern } = /** @type {(typeof places)[number]} */ (places[index % places.length]);
    const shape = pick(random, shapes);
    return { kind, text: shape.line(shape.escape(filled(pattern, random)), random) };
  });
}

/** @template Item @param {readonly Item[]} items @param {Half} half */
const ofHalf = (items, half) => items.filter((_, index) => index % 2 === halves[half].places);
