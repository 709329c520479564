import { table } from '../bench/markdown.mjs';
import { analyse, percent } from './engine.mjs';

const presets = ['cascade', 'several', 'overlapping'];
/** @type {Readonly<Record<string, number>>} */
const rank = { low: 0, medium: 1, high: 2, critical: 3 };
/** Lines that the first unusual event may be off. */
const near = 3;

/**
 * Incidents beside the troubles that were planted.
 *
 * @param {any} engine
 * @param {number} seeds
 */
export function incidentsTable(engine, seeds) {
  const logs = presets.flatMap((preset) =>
    Array.from({ length: seeds }, (_, i) => measureLog(engine, { preset, seed: i + 1 })),
  );
  /** @param {string} what */
  const share = (what) => {
    const all = logs.flatMap((log) => log[what]);
    return percent(all.filter(Boolean).length / all.length);
  };
  return table([
    ['measure', 'share', 'reach'],
    ['troubles in exactly one incident', share('inOne'), '90 %'],
    ['incidents of one trouble', share('pure'), '90 %'],
    [`first event within ${near} lines`, share('first'), '90 %'],
    ['service named', share('service'), '80 %'],
    ['service with the most errors is the one', share('loudest'), ''],
    ['category', share('category'), '90 %'],
    ['pairs of severities in order', share('ordered'), '95 %'],
  ]);
}

/** @param {any} engine @param {object} options @returns {Record<string, boolean[]>} */
function measureLog(engine, options) {
  const { text, troubles } = engine.generateTroubledLog(options);
  const { analysis } = analyse(engine, Buffer.from(text));
  const lineOf = new Map(analysis.findings.map((/** @type {any} */ { id, line }) => [id, line]));
  const incidents = analysis.incidents.map((/** @type {any} */ incident) => ({
    ...incident,
    lines: incident.findings.map((/** @type {string} */ id) => lineOf.get(id)),
  }));
  /** @param {any} incident @param {any} trouble */
  const isOf = (incident, trouble) =>
    incident.lines.some((/** @type {number} */ line) => trouble.lines.includes(line));
  const pairs = troubles.map((/** @type {any} */ trouble) => ({
    trouble,
    told: incidents.filter((/** @type {any} */ incident) => isOf(incident, trouble)),
  }));
  /** @type {readonly any[]} */
  const known = pairs
    .filter((/** @type {any} */ { told }) => told.length > 0)
    .map((/** @type {any} */ { trouble, told }) => ({ trouble, incident: told[0] }));
  return {
    inOne: pairs.map((/** @type {any} */ { told }) => told.length === 1),
    pure: incidents.flatMap((/** @type {any} */ incident) => {
      const of = troubles.filter((/** @type {any} */ trouble) => isOf(incident, trouble)).length;
      return of === 0 ? [] : [of === 1];
    }),
    first: known.map(({ trouble, incident }) => Math.abs(incident.firstLine - trouble.firstLine) <= near),
    service: known.map(({ trouble, incident }) => incident.services[0] === trouble.service),
    loudest: known.map(({ trouble, incident }) => incident.loudest === trouble.service),
    category: known.map(({ trouble, incident }) => incident.category === trouble.category),
    ordered: inOrder(known),
  };
}

/** Of each two troubles of a log whose severities differ. @param {readonly any[]} known */
function inOrder(known) {
  return known.flatMap((one, i) =>
    known.slice(i + 1).flatMap((other) => {
      const planted = rank[one.trouble.severity] - rank[other.trouble.severity];
      return planted === 0
        ? []
        : [planted * (rank[one.incident.severity] - rank[other.incident.severity]) > 0];
    }),
  );
}
