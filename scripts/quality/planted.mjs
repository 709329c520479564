import { table } from '../bench/markdown.mjs';
import { analyse, percent } from './engine.mjs';

/**
 * Planted troubles of every kind: found where a finding stands on one of their lines. Precision is of findings; the false-positive rate is
 * the share of the other lines that are marked.
 *
 * @param {any} engine
 * @param {number} seeds
 */
export function plantedTable(engine, seeds) {
  const measured = engine.troubleTable.map((/** @type {{ kind: string }} */ { kind }) =>
    measureKind(engine, kind, seeds),
  );
  const all = measured.reduce(added, {
    kind: 'all',
    troubles: 0,
    found: 0,
    right: 0,
    wrong: 0,
    marked: 0,
    others: 0,
  });
  return table([
    ['kind', 'found', 'precision', 'false-positive rate'],
    ...[...measured, all].map((one) => [
      one.kind,
      `${one.found} of ${one.troubles}`,
      one.right + one.wrong === 0 ? '' : percent(one.right / (one.right + one.wrong)),
      percent(one.marked / one.others),
    ]),
  ]);
}

/** @param {any} engine @param {string} kind @param {number} seeds */
function measureKind(engine, kind, seeds) {
  const logs = Array.from({ length: seeds }, (_, i) =>
    measureLog(engine, { seed: i + 1, preset: 'single', kinds: [kind] }),
  );
  return logs.reduce(added, { kind, troubles: 0, found: 0, right: 0, wrong: 0, marked: 0, others: 0 });
}

/** @param {any} engine @param {object} options */
function measureLog(engine, options) {
  const { text, troubles } = engine.generateTroubledLog(options);
  const { findings, overview } = analyse(engine, Buffer.from(text)).analysis;
  const marked = findings.map((/** @type {any} */ { line, endLine }) => range(line, endLine));
  /** @param {readonly number[]} lines @param {Set<number>} planted */
  const touches = (lines, planted) => lines.some((line) => planted.has(line));
  const planted = new Set(
    /** @type {number[]} */ (troubles.flatMap((/** @type {any} */ { lines }) => lines)),
  );
  const right = marked.filter((/** @type {number[]} */ lines) => touches(lines, planted)).length;
  const found = troubles.filter((/** @type {any} */ { lines }) =>
    marked.some((/** @type {number[]} */ some) => touches(some, new Set(lines))),
  );
  const falsely = marked.flat().filter((/** @type {number} */ line) => !planted.has(line)).length;
  return {
    troubles: troubles.length,
    found: found.length,
    right,
    wrong: marked.length - right,
    marked: falsely,
    others: overview.lines - planted.size,
  };
}

/** @param {any} sum @param {any} one */
function added(sum, one) {
  const keys = ['troubles', 'found', 'right', 'wrong', 'marked', 'others'];
  return { ...sum, ...Object.fromEntries(keys.map((key) => [key, sum[key] + one[key]])) };
}

/** @param {number} first @param {number} last */
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
