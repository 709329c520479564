import { table } from '../../bench/markdown.mjs';
import { percent } from '../engine.mjs';

/**
 * @typedef {import('./corpus.mjs').Planted} Planted
 * @typedef {import('./corpus.mjs').Clean} Clean
 * @typedef {(text: string) => string} Redact
 */

/** Characters in a row that may be left of a secret: a third; of short ones four, and never more than half. @param {number} length */
export const mayBeLeft = (length) => Math.max(Math.floor(length / 3), Math.min(4, Math.floor(length / 2)));

/**
 * Nothing of a secret is left that is longer than `mayBeLeft`. What also stands in the text around it counts only where it stands more
 * often than there.
 *
 * @param {Planted} planted
 * @param {string} redacted
 */
export function isHidden({ before, secret, after }, redacted) {
  const length = mayBeLeft(secret.length) + 1;
  for (let start = 0; start + length <= secret.length; start++) {
    const part = secret.slice(start, start + length);
    if (!redacted.includes(part)) continue;
    if (occurrences(redacted, part) > occurrences(before, part) + occurrences(after, part)) return false;
  }
  return true;
}

/** @param {string} text @param {string} part */
const occurrences = (text, part) => text.split(part).length - 1;

/** @param {readonly Planted[]} planted @param {Redact} redact */
export function recallTable(planted, redact) {
  /** @type {Map<string, { planted: number, found: number }>} */
  const kinds = new Map();
  for (const each of planted) {
    const counts = kinds.get(each.kind) ?? { planted: 0, found: 0 };
    kinds.set(each.kind, counts);
    counts.planted++;
    if (isHidden(each, redact(each.before + each.secret + each.after))) counts.found++;
  }
  const all = { planted: planted.length, found: 0 };
  for (const { found } of kinds.values()) all.found += found;
  const rows = [...kinds, /** @type {const} */ (['together', all])].map(([name, counts]) => [
    name,
    String(counts.planted),
    String(counts.found),
    (counts.found / counts.planted).toFixed(3),
  ]);
  return table([['kind', 'planted', 'found', 'recall'], ...rows]);
}

/** @param {readonly Clean[]} clean @param {Redact} redact */
export function touchedTable(clean, redact) {
  /** @type {Map<string, { lines: number, touched: number }>} */
  const kinds = new Map();
  const all = { lines: 0, touched: 0 };
  for (const { kind, text } of clean) {
    const counts = kinds.get(kind) ?? { lines: 0, touched: 0 };
    kinds.set(kind, counts);
    const touched = redact(text) === text ? 0 : 1;
    for (const sum of [counts, all]) {
      sum.lines++;
      sum.touched += touched;
    }
  }
  const rows = [...kinds, /** @type {const} */ (['together', all])].map(([name, { lines, touched }]) => [
    name,
    String(lines),
    String(touched),
    percent(touched / lines),
  ]);
  return table([['clean lines of', 'lines', 'touched', 'share'], ...rows]);
}
