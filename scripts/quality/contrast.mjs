import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { table } from '../bench/markdown.mjs';
import { inCheckout } from '../checkout.mjs';
import { runMain, step } from '../progress.mjs';
import { buildEngine, percent, read, toTheEnd } from './engine.mjs';

/**
 * `node scripts/quality/contrast.mjs [--seeds N]`: what is different in a part of a log, as Markdown on standard output. Causes planted in
 * made-up logs (reach: among the first three of nine in ten), and ranges drawn at random in logs in which nothing happens (reach: nothing
 * named in nineteen of twenty).
 */

const rangesALog = 20;
const shortest = 0.005;
const longest = 0.2;
/** A person drags a range a little too long or too short. */
const dragged = 0.1;
const nanosPerMs = 1_000_000n;

/** @param {any} engine @param {number} seeds */
export function plantedCausesTable(engine, seeds) {
  const rows = engine.fleetCauses.map((/** @type {string} */ cause) => {
    const ranks = Array.from({ length: seeds }, (_, i) => rankOf(engine, i + 1, cause));
    const among = (/** @type {number} */ most) => ranks.filter((rank) => rank <= most).length;
    return [cause, `${among(1)} of ${seeds}`, `${among(3)} of ${seeds}`, `${among(100)} of ${seeds}`];
  });
  return table([['cause', 'first', 'among the first three', 'named'], ...rows]);
}

/** @param {any} engine @param {number} seed @param {string} kind */
function rankOf(engine, seed, kind) {
  const { text, cause } = engine.generateFleetLog({ ...shapeOf(engine, seed), cause: kind });
  const random = engine.seededRandom(seed);
  const slack = (cause.untilMs - cause.fromMs) * dragged;
  const from = cause.fromMs + (random() * 2 - 1) * slack;
  const until = cause.untilMs + (random() * 2 - 1) * slack;
  const { contrasts } = contrast(read(engine, Buffer.from(text)), from, until);
  // Where a format has no fields, `web-3` is a word and a number behind it.
  const isCause = (/** @type {{ value: string }} */ { value }) =>
    value === cause.value || `web-${value}` === cause.value;
  const at = contrasts.findIndex(isCause);
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

/** @param {any} engine @param {number} seed */
function shapeOf({ fleetRhythms, fleetLayouts }, seed) {
  const layouts = Object.keys(fleetLayouts);
  return { seed, rhythm: fleetRhythms[seed % fleetRhythms.length], layout: layouts[seed % layouts.length] };
}

/** @typedef {{ name: string, counts: readonly [ranges: number, quiet: number] }} QuietRow */

/** @param {any} engine @param {number} seeds @param {string} shared */
export function quietRangesTable(engine, seeds, shared) {
  /** @type {QuietRow[]} */
  const rows = engine.fleetRhythms.map((/** @type {string} */ rhythm) =>
    quietRow(
      engine,
      `fleet, ${rhythm}`,
      Array.from({ length: seeds }, (_, i) =>
        Buffer.from(engine.generateFleetLog({ ...shapeOf(engine, 100 + i), rhythm }).text),
      ),
    ),
  );
  const shops = Array.from({ length: seeds }, (_, i) =>
    Buffer.from(engine.generateQuietLog({ seed: i + 1, records: 12_000 }).text),
  );
  rows.push(quietRow(engine, 'shop', shops));
  const sum = (/** @type {0 | 1} */ i) => rows.reduce((total, { counts }) => total + counts[i], 0);
  rows.push({ name: 'made-up ones together', counts: [sum(0), sum(1)] });
  for (const name of sharedLogs(shared))
    rows.push(quietRow(engine, name, [readFileSync(`${shared}/${name}/${name}_2k.log`)]));
  return table([
    ['logs', 'ranges', 'nothing named'],
    ...rows.map(({ name, counts: [ranges, quiet] }) => [name, String(ranges), percent(quiet / ranges)]),
  ]);
}

/** Real logs are not quiet all through: what is named there is not always wrong. @param {string} shared */
function sharedLogs(shared) {
  return existsSync(shared) ? readdirSync(shared) : [];
}

/** @param {any} engine @param {string} name @param {readonly Buffer[]} logs @returns {QuietRow} */
function quietRow(engine, name, logs) {
  let quiet = 0;
  for (const [i, bytes] of logs.entries()) {
    const opened = read(engine, bytes);
    const timeline = toTheEnd(
      opened.session.shape.timeline({ from: null, until: null, clockOffsets: [] }, 1),
    );
    if (timeline === undefined) continue;
    const [first, last] = [timeline.first, timeline.last].map((time) => Number(BigInt(time) / nanosPerMs));
    const random = engine.seededRandom(1_000 + i);
    for (let range = 0; range < rangesALog; range++) {
      const length = (last - first) * shortest * (longest / shortest) ** random();
      const from = first + random() * (last - first - length);
      const found = contrast(opened, from, from + length);
      if (found.contrasts.length === 0) quiet++;
      else if (process.env['ODDLINE_NAMED']) tellNamed(name, i, from, length, found.contrasts);
    }
  }
  return { name, counts: [logs.length * rangesALog, quiet] };
}

/** @param {string} name @param {number} log @param {number} from @param {number} length @param {readonly any[]} contrasts */
function tellNamed(name, log, from, length, contrasts) {
  const told = contrasts.map(
    ({ kind, name: of, value, within, focusCount, focusOf, againstCount, againstOf, chance }) =>
      `    ${kind} ${of} ${value} ${focusCount}/${focusOf} ${againstCount}/${againstOf} ${chance.toExponential(1)} ${within ?? ''}`,
  );
  const where = `${new Date(from).toISOString()} +${Math.round(length / 1000)} s`;
  process.stderr.write(`${name} ${log}: ${where}\n${told.slice(0, 3).join('\n')}\n`);
}

/** @param {{ session: any, texts: any }} opened @param {number} fromMs @param {number} untilMs */
function contrast({ session, texts }, fromMs, untilMs) {
  const [from, until] = [fromMs, untilMs].map((ms) => BigInt(Math.round(ms)) * nanosPerMs);
  const question = { focus: { from, until }, against: null, values: 'exact', limit: 20 };
  return toTheEnd(session.contrasts.contrast(question, texts));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runMain(async () => {
    const given = process.argv.indexOf('--seeds');
    const seeds = given < 0 ? 20 : Number(process.argv[given + 1]);
    const engine = await step('Bundle the engine', buildEngine);
    process.stdout.write(`\n## Planted causes\n\n${plantedCausesTable(engine, seeds)}\n`);
    const logs = Math.max(1, Math.round(seeds / 4));
    const quiet = quietRangesTable(engine, logs, inCheckout('../shared/data/loghub'));
    process.stdout.write(`\n## Ranges drawn at random\n\n${quiet}\n`);
  });
}
